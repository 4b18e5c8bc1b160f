package tsukasa.budget.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.table.SheetCell;

/// Names and months as people write them in a file.
final class Written {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})([-/.]\\d{1,2})?( 0:00(:00)?)?");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2}日)?");
    private static final Pattern REIWA = Pattern.compile("(?:令和|R)(元|\\d{1,2})[年.](\\d{1,2})月?");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private Written() {}

    /// `2021-04`, `2021/4/1`, `2021年4月`, `令和3年4月`, `4月` of the plan's year, or the day number of a spreadsheet.
    static Optional<YearMonth> month(String written, FiscalYear year) {
        String text = SheetCell.plain(written);
        try {
            return monthOf(text, year);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> monthOf(String text, FiscalYear year) {
        Matcher iso = ISO.matcher(text);
        Matcher years = YEARS.matcher(text);
        Matcher reiwa = REIWA.matcher(text);
        Matcher month = MONTH.matcher(text);
        if (iso.matches()) {
            return Optional.of(YearMonth.of(number(iso.group(1)), number(iso.group(2))));
        }
        if (years.matches()) {
            return Optional.of(YearMonth.of(number(years.group(1)), number(years.group(2))));
        }
        if (reiwa.matches()) {
            int nth = reiwa.group(1).equals("元") ? 1 : number(reiwa.group(1));
            return Optional.of(YearMonth.of(2018 + nth, number(reiwa.group(2))));
        }
        if (month.matches()) {
            int number = number(month.group(1));
            return Optional.of(YearMonth.of(number >= 4 ? year.year() : year.year() + 1, number));
        }
        return text.matches("[3-7][0-9]{4}(\\.0+)?")
                ? Optional.of(YearMonth.from(SERIAL_ZERO.plusDays(number(text.substring(0, 5)))))
                : Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
