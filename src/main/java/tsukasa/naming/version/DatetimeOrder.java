package tsukasa.naming.version;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Moments in time with their offset, and plain days (UTC). Anything else comes before, in the generic order.
final class DatetimeOrder implements Comparator<String> {
    private final GenericOrder otherwise = new GenericOrder();

    @Override
    public int compare(String one, String other) {
        var left = moment(one);
        var right = moment(other);
        if (left == null || right == null) {
            return left == null && right == null ? otherwise.compare(one, other) : left == null ? -1 : 1;
        }
        return left.compareTo(right);
    }

    /// Whether a moment is written as the text of a range asks: with T and Z in upper case.
    static boolean canonical(String text) {
        return moment(text) == null || text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant moment(String text) {
        if (text.length() < 10 || text.length() > 40 || text.charAt(4) != '-' || !Digits.all(text, 0, 4)) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
