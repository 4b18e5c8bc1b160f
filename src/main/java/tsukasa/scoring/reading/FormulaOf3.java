package tsukasa.scoring.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// CVSS 3.0 and 3.1 (section 7 and 8 of their specifications). They differ in how they round up and, for a changed
/// scope,
/// in how they weigh the impact on the organisation.
///
/// @param later 3.1 rather than 3.0
record FormulaOf3(boolean later) implements Formula {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TEN = BigDecimal.TEN;

    @Override
    public Tenths of(Values values) {
        boolean changed = values.of("S").equals("C");
        BigDecimal impact = impact(
                ONE.subtract(untouched(loss(values.of("C")), loss(values.of("I")), loss(values.of("A")))), changed);
        BigDecimal base = both(
                impact,
                exploitability(values.of("AV"), values.of("AC"), values.of("PR"), values.of("UI"), changed),
                changed);
        BigDecimal modified = modified(values);
        BigDecimal now = now(values);
        return new Tenths(tenths(base), tenths(base.multiply(now)), tenths(modified.multiply(now)));
    }

    private BigDecimal modified(Values values) {
        boolean changed = values.afterMeasures("S").equals("C");
        BigDecimal lost = ONE.subtract(untouched(
                        loss(values.afterMeasures("C")).multiply(requirement(values.of("CR"))),
                        loss(values.afterMeasures("I")).multiply(requirement(values.of("IR"))),
                        loss(values.afterMeasures("A")).multiply(requirement(values.of("AR")))))
                .min(new BigDecimal("0.915"));
        return both(
                later && changed ? impactOnChangedScope(lost) : impact(lost, changed),
                exploitability(
                        values.afterMeasures("AV"),
                        values.afterMeasures("AC"),
                        values.afterMeasures("PR"),
                        values.afterMeasures("UI"),
                        changed),
                changed);
    }

    private static BigDecimal untouched(BigDecimal c, BigDecimal i, BigDecimal a) {
        return ONE.subtract(c).multiply(ONE.subtract(i)).multiply(ONE.subtract(a));
    }

    private static BigDecimal impact(BigDecimal lost, boolean changed) {
        return changed
                ? new BigDecimal("7.52")
                        .multiply(lost.subtract(new BigDecimal("0.029")))
                        .subtract(new BigDecimal("3.25")
                                .multiply(lost.subtract(new BigDecimal("0.02")).pow(15)))
                : new BigDecimal("6.42").multiply(lost);
    }

    /// 3.1 only, so that measures never make a score rise that should fall.
    private static BigDecimal impactOnChangedScope(BigDecimal lost) {
        return new BigDecimal("7.52")
                .multiply(lost.subtract(new BigDecimal("0.029")))
                .subtract(new BigDecimal("3.25")
                        .multiply(lost.multiply(new BigDecimal("0.9731"))
                                .subtract(new BigDecimal("0.02"))
                                .pow(13)));
    }

    private static BigDecimal exploitability(String av, String ac, String pr, String ui, boolean changed) {
        return new BigDecimal("8.22")
                .multiply(weight(av, "N", "0.85", "A", "0.62", "L", "0.55", "P", "0.2"))
                .multiply(weight(ac, "L", "0.77", "H", "0.44"))
                .multiply(
                        changed
                                ? weight(pr, "N", "0.85", "L", "0.68", "H", "0.50")
                                : weight(pr, "N", "0.85", "L", "0.62", "H", "0.27"))
                .multiply(weight(ui, "N", "0.85", "R", "0.62"));
    }

    private BigDecimal both(BigDecimal impact, BigDecimal exploitability, boolean changed) {
        if (impact.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = impact.add(exploitability);
        BigDecimal weighed = changed ? new BigDecimal("1.08").multiply(sum) : sum;
        return BigDecimal.valueOf(tenths(weighed.min(TEN)), 1);
    }

    private static BigDecimal now(Values values) {
        return weight(values.of("E"), "X", "1", "H", "1", "F", "0.97", "P", "0.94", "U", "0.91")
                .multiply(weight(values.of("RL"), "X", "1", "U", "1", "W", "0.97", "T", "0.96", "O", "0.95"))
                .multiply(weight(values.of("RC"), "X", "1", "C", "1", "R", "0.96", "U", "0.92"));
    }

    /// Up to the next tenth. 3.1 first rounds to five decimals, so that machines which calculate in binary agree.
    private int tenths(BigDecimal score) {
        BigDecimal shown = later ? score.setScale(5, RoundingMode.HALF_UP) : score;
        return shown.setScale(1, RoundingMode.CEILING).movePointRight(1).intValueExact();
    }

    private static BigDecimal loss(String value) {
        return weight(value, "N", "0", "L", "0.22", "H", "0.56");
    }

    private static BigDecimal requirement(String value) {
        return weight(value, "X", "1", "M", "1", "H", "1.5", "L", "0.5");
    }

    private static BigDecimal weight(String value, String... weights) {
        return FormulaOf2.weight(value, weights);
    }
}
