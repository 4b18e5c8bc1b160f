package tsukasa.kernel.chart;

import java.util.ArrayList;
import java.util.List;

/// A value axis with round ticks. It starts at zero unless all values lie in a narrow band far from it.
record Axis(double from, double to, double step) {
    static Axis covering(double low, double high, boolean zero) {
        double least = Math.min(low, high);
        double most = Math.max(low, high);
        boolean farFromZero = !zero && least > 0 && most > least && most - least < most * 0.5;
        double bottom = farFromZero ? least : Math.min(0, least);
        double top = Math.max(most, bottom == 0 && most <= 0 ? 0 : most);
        if (top <= bottom) {
            top = bottom + 1;
        }
        double step = niceStep((top - bottom) / 4);
        double from = Math.floor(bottom / step + 1e-9) * step;
        double to = Math.ceil(top / step - 1e-9) * step;
        return new Axis(from, to, step);
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        double factor = share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 ? 2.5 : share <= 5 ? 5 : 10;
        return factor * power;
    }

    boolean startsAtZero() {
        return from <= 0;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((to - from) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(from + i * step);
        }
        return ticks;
    }

    double share(double value) {
        return (value - from) / (to - from);
    }
}
