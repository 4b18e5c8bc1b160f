package tsukasa.plan.indicator;

import java.util.List;
import java.util.Locale;
import tsukasa.kernel.Fraction;
import tsukasa.plan.PlanProgress.Point;

/// Small trends: every one from zero to its largest, so that flat means flat.
final class Sparks {
    private static final int WIDTH = 78;
    private static final int HEIGHT = 17;

    private Sparks() {}

    /// The path of a line over twelve months; empty below two points.
    static String path(List<Point> history) {
        double largest = history.stream()
                .flatMap(point -> point.value().stream())
                .mapToDouble(Fraction::approximate)
                .max()
                .orElse(0);
        StringBuilder path = new StringBuilder();
        int drawn = 0;
        for (int i = 0; i < history.size(); i++) {
            var value = history.get(i).value();
            if (value.isPresent()) {
                double share = largest <= 0 ? 0 : value.get().approximate() / largest;
                path.append(drawn++ == 0 ? "M" : "L").append(coordinates(i, share));
            }
        }
        return drawn < 2 ? "" : path.toString();
    }

    private static String coordinates(int month, double share) {
        double x = 3 + Math.min(month, 12) * WIDTH / 12.0;
        return String.format(Locale.ROOT, "%.1f %.1f", x, 3 + (1 - share) * HEIGHT);
    }
}
