package tsukasa.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/// 年度: 1 April to 31 March, named by the calendar year in which it begins (Public Finance Act §11).
public record FiscalYear(int year) implements Comparable<FiscalYear> {
    public FiscalYear {
        if (year < 1868 || year > 9998) {
            throw new IllegalArgumentException("not a fiscal year: " + year);
        }
    }

    public static FiscalYear of(LocalDate date) {
        return new FiscalYear(date.getMonthValue() >= 4 ? date.getYear() : date.getYear() - 1);
    }

    public LocalDate first() {
        return LocalDate.of(year, 4, 1);
    }

    public LocalDate last() {
        return LocalDate.of(year + 1, 3, 31);
    }

    /// 上期末: the last day of the first half, 30 September.
    public LocalDate halfEnd() {
        return LocalDate.of(year, 9, 30);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first()) && !date.isAfter(last());
    }

    /// The twelve months, April first.
    public List<YearMonth> months() {
        return IntStream.range(0, 12)
                .mapToObj(i -> YearMonth.from(first()).plusMonths(i))
                .toList();
    }

    /// `fy2021`, as used in addresses.
    public String slug() {
        return "fy" + year;
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}
