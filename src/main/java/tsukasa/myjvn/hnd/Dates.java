package tsukasa.myjvn.hnd;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Writing;
import tsukasa.vulnerability.EntryQuestion.Span;

/// One of the three dates of an entry as a question limits it: by parts of a date, or by how long ago. Parts that are
/// given count instead of the range, whose default would else hide all that is older than a week.
final class Dates {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private static final DateTimeFormatter WITHOUT_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX", Locale.ROOT);

    private Dates() {}

    /// With seconds and zone, and never anything finer: clients read exactly this layout.
    static String written(Instant moment) {
        return WRITTEN.format(moment.atZone(Writing.JAPAN));
    }

    /// As the yearly files have always had it: some clients read that layout and no other.
    static String withoutSeconds(Instant moment) {
        return WITHOUT_SECONDS.format(moment.atZone(Writing.JAPAN));
    }

    /// @param name such as `DatePublic`
    static Span span(Asked asked, String name, LocalDate today) {
        String parts = "d" + name.substring(1);
        LocalDate from = day(asked, parts + "Start", false).orElse(null);
        LocalDate to = day(asked, parts + "End", true).orElse(null);
        String range = asked.text("range" + name).orElse("w");
        LocalDate since = switch (range) {
            case "n" -> null;
            case "w" -> today.minusWeeks(1);
            case "m" -> today.minusMonths(1);
            default -> throw new Refused(Fault.WORD, "range" + name);
        };
        if (from == null && to == null) {
            return new Span(start(since), null);
        }
        return new Span(start(from), to == null ? null : start(to.plusDays(1)));
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Writing.JAPAN).toInstant();
    }

    /// A year alone means its first day, or its last one where it ends a span; a year and a month likewise.
    static Optional<LocalDate> day(Asked asked, String name, boolean last) {
        Optional<Long> year = asked.number(name + "Y");
        Optional<Long> month = asked.number(name + "M");
        Optional<Long> day = asked.number(name + "D");
        if (year.isEmpty()) {
            if (Stream.of(month, day).anyMatch(Optional::isPresent)) {
                throw new Refused(Fault.DATE, name + "Y");
            }
            return Optional.empty();
        }
        if (year.get() < 1000 || year.get() > 9998 || month.isEmpty() && day.isPresent()) {
            throw new Refused(Fault.DATE, name);
        }
        try {
            YearMonth whole = YearMonth.of(year.get().intValue(), Math.clamp(month.orElse(last ? 12L : 1L), -1, 99));
            return Optional.of(day.map(d -> whole.atDay(Math.clamp(d, -1, 99)))
                    .orElseGet(() -> last ? whole.atEndOfMonth() : whole.atDay(1)));
        } catch (DateTimeException e) {
            throw new Refused(Fault.DATE, name);
        }
    }
}
