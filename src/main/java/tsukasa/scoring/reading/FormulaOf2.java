package tsukasa.scoring.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// CVSS 2.0 (Complete Guide, section 3.2).
final class FormulaOf2 {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TEN = BigDecimal.TEN;

    private FormulaOf2() {}

    static Formula.Tenths tenths(Values values) {
        BigDecimal exploitability = new BigDecimal("20")
                .multiply(accessVector(values.of("AV")))
                .multiply(complexity(values.of("AC")))
                .multiply(authentication(values.of("Au")));
        BigDecimal base = base(impact(values, ONE, ONE, ONE), exploitability);
        BigDecimal adjusted = base(
                impact(values, requirement(values.of("CR")), requirement(values.of("IR")), requirement(values.of("AR")))
                        .min(TEN),
                exploitability);
        BigDecimal temporal = temporal(base, values);
        BigDecimal environmental = environmental(temporal(adjusted, values), values);
        return new Formula.Tenths(inTenths(base), inTenths(temporal), inTenths(environmental));
    }

    private static BigDecimal impact(Values values, BigDecimal c, BigDecimal i, BigDecimal a) {
        BigDecimal untouched = ONE.subtract(loss(values.of("C")).multiply(c))
                .multiply(ONE.subtract(loss(values.of("I")).multiply(i)))
                .multiply(ONE.subtract(loss(values.of("A")).multiply(a)));
        return new BigDecimal("10.41").multiply(ONE.subtract(untouched));
    }

    private static BigDecimal base(BigDecimal impact, BigDecimal exploitability) {
        if (impact.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal both = new BigDecimal("0.6")
                .multiply(impact)
                .add(new BigDecimal("0.4").multiply(exploitability))
                .subtract(new BigDecimal("1.5"));
        return rounded(both.multiply(new BigDecimal("1.176")));
    }

    private static BigDecimal temporal(BigDecimal base, Values values) {
        return rounded(base.multiply(exploit(values.of("E")))
                .multiply(remedy(values.of("RL")))
                .multiply(confidence(values.of("RC"))));
    }

    /// With low requirements the equation can fall below nothing, which counts on its way; a score does not.
    private static BigDecimal environmental(BigDecimal temporal, Values values) {
        BigDecimal collateral = TEN.subtract(temporal).multiply(collateral(values.of("CDP")));
        return rounded(temporal.add(collateral).multiply(distribution(values.of("TD"))))
                .max(BigDecimal.ZERO);
    }

    private static BigDecimal rounded(BigDecimal score) {
        return score.setScale(1, RoundingMode.HALF_UP);
    }

    private static int inTenths(BigDecimal score) {
        return score.movePointRight(1).intValueExact();
    }

    private static BigDecimal accessVector(String value) {
        return weight(value, "L", "0.395", "A", "0.646", "N", "1.0");
    }

    private static BigDecimal complexity(String value) {
        return weight(value, "H", "0.35", "M", "0.61", "L", "0.71");
    }

    private static BigDecimal authentication(String value) {
        return weight(value, "M", "0.45", "S", "0.56", "N", "0.704");
    }

    private static BigDecimal loss(String value) {
        return weight(value, "N", "0", "P", "0.275", "C", "0.660");
    }

    private static BigDecimal requirement(String value) {
        return weight(value, "L", "0.5", "M", "1.0", "H", "1.51", "X", "1.0");
    }

    private static BigDecimal exploit(String value) {
        return weight(value, "U", "0.85", "POC", "0.9", "F", "0.95", "H", "1.0", "X", "1.0");
    }

    private static BigDecimal remedy(String value) {
        return weight(value, "OF", "0.87", "TF", "0.90", "W", "0.95", "U", "1.0", "X", "1.0");
    }

    private static BigDecimal confidence(String value) {
        return weight(value, "UC", "0.90", "UR", "0.95", "C", "1.0", "X", "1.0");
    }

    private static BigDecimal collateral(String value) {
        return weight(value, "N", "0", "L", "0.1", "LM", "0.3", "MH", "0.4", "H", "0.5", "X", "0");
    }

    private static BigDecimal distribution(String value) {
        return weight(value, "N", "0", "L", "0.25", "M", "0.75", "H", "1.0", "X", "1.0");
    }

    /// The number beside a value in a list of values and numbers.
    static BigDecimal weight(String value, String... weights) {
        for (int i = 0; i < weights.length; i += 2) {
            if (weights[i].equals(value)) {
                return new BigDecimal(weights[i + 1]);
            }
        }
        throw new IllegalStateException("no weight of " + value);
    }
}
