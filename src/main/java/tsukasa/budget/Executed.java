package tsukasa.budget;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsukasa.kernel.Fraction;

/// 執行: what was entered for each line and month, and what follows from it. Only months that are whole count: from April
/// on, every line that has a budget has an amount.
///
/// @param amounts by `BudgetLine.key()`; a month that is absent was not entered, which is not zero
/// @param window  how many of the latest months a forecast goes on from
/// @param whole   how many months from April are whole; follows from the others
public record Executed(
        BudgetLines lines, List<YearMonth> months, Map<String, Map<YearMonth, Long>> amounts, int window, int whole) {
    public Executed {
        months = List.copyOf(months);
        amounts = Map.copyOf(amounts);
    }

    public Executed(BudgetLines lines, List<YearMonth> months, Map<String, Map<YearMonth, Long>> amounts, int window) {
        this(lines, months, amounts, window, whole(lines, months, amounts));
    }

    private static int whole(BudgetLines lines, List<YearMonth> months, Map<String, Map<YearMonth, Long>> amounts) {
        int whole = lines.all().isEmpty() ? 0 : months.size();
        for (BudgetLine line : lines.all()) {
            if (line.budget().isPresent()) {
                Set<YearMonth> entered =
                        amounts.getOrDefault(line.key(), Map.of()).keySet();
                whole = Math.min(whole, (int)
                        months.stream().takeWhile(entered::contains).count());
            }
        }
        return whole;
    }

    public Optional<Long> amount(BudgetLine line, YearMonth month) {
        return Optional.ofNullable(amounts.getOrDefault(line.key(), Map.of()).get(month));
    }

    /// What has a budget and no amount yet.
    public List<BudgetLine> missing(YearMonth month) {
        return lines.all().stream()
                .filter(line -> line.budget().isPresent() && amount(line, month).isEmpty())
                .toList();
    }

    public Optional<YearMonth> through() {
        return whole == 0 ? Optional.empty() : Optional.of(months.get(whole - 1));
    }

    /// The sum over the whole months; empty before the first, and for lines of which nothing was planned or entered.
    public Optional<Yen> sum(BudgetLines of) {
        return sum(of, months.subList(0, whole));
    }

    public Optional<Yen> sum(BudgetLines of, List<YearMonth> during) {
        long sum = 0;
        boolean any = false;
        for (BudgetLine line : of.all()) {
            Map<YearMonth, Long> entered = amounts.getOrDefault(line.key(), Map.of());
            for (YearMonth month : during) {
                sum = Math.addExact(sum, entered.getOrDefault(month, 0L));
                any = any || entered.containsKey(month);
            }
        }
        return any ? Optional.of(Yen.of(sum)) : Optional.empty();
    }

    /// The sum so far, and for each month that is left the mean of the latest `window` months; exact.
    public Optional<Yen> forecast(BudgetLines of) {
        int used = Math.min(window, whole);
        return sum(of).map(soFar -> {
            Yen latest = sum(of, months.subList(whole - used, whole)).orElse(Yen.ZERO);
            return soFar.plus(latest.times(Fraction.of(months.size() - whole, used)));
        });
    }

    /// The same as `forecast`, going on as in the slowest and in the fastest of the latest months.
    public Optional<Spread> spread(BudgetLines of) {
        List<Yen> latest = months.subList(Math.max(0, whole - window), whole).stream()
                .map(month -> sum(of, List.of(month)).orElse(Yen.ZERO))
                .sorted()
                .toList();
        Fraction left = Fraction.of(months.size() - whole);
        return sum(of).map(soFar -> new Spread(
                soFar.plus(latest.getFirst().times(left)),
                soFar.plus(latest.getLast().times(left))));
    }

    public record Spread(Yen low, Yen high) {}

    public BudgetLines of(BudgetLine.Kind kind) {
        return lines.where(line -> line.is(kind));
    }
}
