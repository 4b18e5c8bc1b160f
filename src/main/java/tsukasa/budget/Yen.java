package tsukasa.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tsukasa.kernel.Fraction;

/// An amount of yen, exact: a forecast may be a fraction. It is rounded once, where it is shown.
public record Yen(Fraction exact) implements Comparable<Yen> {
    public static final Yen ZERO = of(0);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public static Yen of(long yen) {
        return new Yen(Fraction.of(yen));
    }

    public static Yen ofMillions(long millions) {
        return of(Math.multiplyExact(millions, 1_000_000L));
    }

    public Yen plus(Yen other) {
        return new Yen(exact.plus(other.exact));
    }

    public Yen minus(Yen other) {
        return new Yen(exact.minus(other.exact));
    }

    public Yen times(Fraction factor) {
        return new Yen(exact.times(factor));
    }

    public boolean negative() {
        return exact.numerator().signum() < 0;
    }

    /// 四捨五入: half up, by the magnitude, each figure by itself.
    public long millions() {
        return new BigDecimal(exact.numerator())
                .divide(new BigDecimal(exact.denominator()).multiply(MILLION), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// To the yen, half up.
    public long rounded() {
        return exact.decimal(0).longValueExact();
    }

    @Override
    public int compareTo(Yen other) {
        return exact.compareTo(other.exact);
    }
}
