package tsukasa.kernel.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Numbers as charts write and compare them. What cannot be drawn (missing, infinite, not a number) counts as missing.
final class Figures {
    private Figures() {}

    static String write(double value, String suffix) {
        BigDecimal shown = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        if (shown.stripTrailingZeros().scale() <= 0) {
            shown = shown.setScale(0, RoundingMode.UNNECESSARY);
        }
        String digits = String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown.abs());
        return (shown.signum() < 0 ? "△" : "") + digits + suffix;
    }

    static String writeOrNil(@Nullable Double value, String suffix) {
        return drawable(value) ? write(Objects.requireNonNull(value), suffix) : "－";
    }

    static boolean drawable(@Nullable Double value) {
        return value != null && Double.isFinite(value) && Math.abs(value) < 1e15;
    }

    static DoubleStream drawable(List<@Nullable Double> values) {
        return values.stream().filter(Figures::drawable).mapToDouble(value -> Objects.requireNonNullElse(value, 0.0));
    }

    static @Nullable Double at(List<@Nullable Double> values, int index) {
        return index >= 0 && index < values.size() && drawable(values.get(index)) ? values.get(index) : null;
    }

    static int lastDrawable(List<@Nullable Double> values) {
        for (int i = values.size() - 1; i >= 0; i--) {
            if (drawable(values.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
