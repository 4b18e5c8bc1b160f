package tsukasa.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;

/// A part of a fiscal year at whose end the agency stops and looks: it begins with the year and ends where its name
/// says.
public record Period(FiscalYear year, Part part) {
    public enum Part {
        /// 30 June
        Q1("第1四半期", "First quarter", 6),
        /// 上期末, 30 September: the half-year follow-up rests on it.
        H1("上期", "First half", 9),
        /// 31 December
        Q3("第3四半期まで", "First three quarters", 12),
        /// 31 March
        YEAR("年度", "Whole year", 3);

        private final Text title;
        private final int lastMonth;

        Part(String ja, String en, int lastMonth) {
            this.title = Text.of(ja, en);
            this.lastMonth = lastMonth;
        }

        public Text title() {
            return title;
        }

        /// As in an address: `q1`.
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// In the order in which they end.
    public static List<Period> of(FiscalYear year) {
        return Arrays.stream(Part.values()).map(part -> new Period(year, part)).toList();
    }

    public static Optional<Period> parse(FiscalYear year, String slug) {
        return of(year).stream()
                .filter(period -> period.part().slug().equals(slug))
                .findFirst();
    }

    public LocalDate last() {
        int calendarYear = part == Part.YEAR ? year.year() + 1 : year.year();
        return LocalDate.of(calendarYear, part.lastMonth, 1).plusMonths(1).minusDays(1);
    }

    /// The first moment after it: midnight in Japan, 24:00 of its last day.
    public Instant end() {
        return last().plusDays(1).atStartOfDay(Writing.JAPAN).toInstant();
    }

    public boolean over(Instant now) {
        return !now.isBefore(end());
    }
}
