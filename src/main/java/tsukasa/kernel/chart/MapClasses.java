package tsukasa.kernel.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Sorts values into at most five classes of about equal size, with round limits that can be read aloud.
record MapClasses(List<Double> limits) {
    static MapClasses of(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        TreeSet<Double> limits = new TreeSet<>();
        for (int part = 1; part < 5 && sorted.length > 0; part++) {
            double raw = sorted[Math.min(sorted.length - 1, sorted.length * part / 5)];
            double round = new BigDecimal(raw)
                    .round(new MathContext(2, RoundingMode.HALF_UP))
                    .doubleValue();
            if (round > sorted[0] && round <= sorted[sorted.length - 1]) {
                limits.add(round);
            }
        }
        return new MapClasses(List.copyOf(limits));
    }

    /// 1 for the palest to 5 for the darkest; fewer classes are spread over the scale, so that the highest stays dark.
    int shade(double value) {
        int above = (int) limits.stream().filter(limit -> value >= limit).count();
        return shadeOf(above);
    }

    int shadeOf(int number) {
        return limits.isEmpty() ? 2 : 1 + Math.round(4f * number / limits.size());
    }

    /// 800未満, 800–, 1,200–: what stands under each step of the legend.
    List<String> names(String suffix) {
        List<String> names = new ArrayList<>();
        names.add("");
        limits.forEach(limit -> names.add(Figures.write(limit, suffix) + "–"));
        return names;
    }
}
