package tsukasa.budget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.budget.MoneyRules.EfficiencyTarget;
import tsukasa.kernel.Fraction;

/// One target with every figure it is computed from, exact.
///
/// @param items   `gross` and the exclusions, in the order of the year's file
/// @param figures by year and item; what is absent was not entered
public record EfficiencyResult(EfficiencyTarget target, List<String> items, Map<Year, Map<String, Figure>> figures) {
    public static final String GROSS = "gross";

    public EfficiencyResult {
        items = List.copyOf(items);
        figures = Map.copyOf(figures);
    }

    public enum Year {
        /// 前年度
        BASE,
        /// この年度
        CURRENT
    }

    public record Figure(long yen, int version, String source, Optional<String> reason, Instant at, String byName) {}

    public Optional<Figure> figure(Year year, String item) {
        return Optional.ofNullable(figures.getOrDefault(year, Map.of()).get(item));
    }

    public List<String> missing(Year year) {
        List<String> missing = new ArrayList<>(items);
        missing.removeIf(item -> figure(year, item).isPresent());
        return missing;
    }

    /// What is left after the exclusions; empty until every item has a figure, which may be 0.
    public Optional<Yen> net(Year year) {
        if (!missing(year).isEmpty()) {
            return Optional.empty();
        }
        long net = 0;
        for (String item : items) {
            long yen = figure(year, item).map(Figure::yen).orElse(0L);
            net = Math.addExact(net, item.equals(GROSS) ? yen : -yen);
        }
        return Optional.of(Yen.of(net));
    }

    /// (before − now) ÷ before; empty as well where nothing is left to cut from.
    public Optional<Fraction> cut() {
        return net(Year.BASE)
                .filter(before -> before.exact().numerator().signum() > 0)
                .flatMap(before ->
                        net(Year.CURRENT).map(now -> before.minus(now).exact().dividedBy(before.exact())));
    }

    /// Compared as fractions: 2.9999 % is not 3 %.
    public Optional<Boolean> met() {
        return cut().map(cut -> cut.compareTo(target.cut()) >= 0);
    }
}
