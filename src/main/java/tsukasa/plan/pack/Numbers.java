package tsukasa.plan.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tsukasa.kernel.Fraction;

/// Numbers and dates as a package writes them.
final class Numbers {
    private static final Pattern FRACTION =
            Pattern.compile("-?\\d{1,15}(/0*[1-9]\\d{0,14}|\\.\\d{1,9})?|\\d{1,6}(\\.\\d{1,6})?%");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Numbers() {}

    /// `70000`, `2/3`, `0.55`, `120%`; always exact.
    static Fraction fraction(Entry entry) {
        String value = entry.text(FRACTION, "0", "write 70000, 2/3, 0.55 or 120%");
        return value.endsWith("%")
                ? Fraction.parse(value.substring(0, value.length() - 1)).dividedBy(Fraction.of(100))
                : Fraction.parse(value);
    }

    static LocalDate date(Entry entry, LocalDate standIn) {
        String value = entry.text(DATE, "", "write a date such as 2022-03-31");
        try {
            return value.isEmpty() ? standIn : LocalDate.parse(value);
        } catch (DateTimeException impossible) {
            entry.wrong(Problems.quote(value) + " is not in the calendar", "write a date such as 2022-03-31");
            return standIn;
        }
    }
}
