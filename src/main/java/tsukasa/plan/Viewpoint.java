package tsukasa.plan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;

/// For which day, and by whose knowledge, figures are asked for.
///
/// @param knownAt empty means everything that is recorded now
public record Viewpoint(LocalDate asOf, Optional<Instant> knownAt) {

    /// By everything recorded now.
    public static Viewpoint of(LocalDate asOf) {
        return new Viewpoint(asOf, Optional.empty());
    }

    /// Reads `2021-12-31` for the day, and a day or an instant for the knowledge; a day is known at its end in Japan.
    /// Blank means today, and now.
    public static Viewpoint parse(String asOf, String knownAt, Plan plan, LocalDate today) {
        return new Viewpoint(day(asOf, plan, today), known(knownAt, today));
    }

    private static LocalDate day(String typed, Plan plan, LocalDate today) {
        if (typed.isBlank()) {
            return today;
        }
        LocalDate day = date(typed).orElseThrow(() -> unreadable("as_of"));
        if (day.isBefore(plan.year().first()) || day.isAfter(today)) {
            throw Problem.invalid(
                    Text.of("集計の時点が、数えられる期間の外です。", "The day is outside the time that can be counted."),
                    Text.of(
                            plan.year().first() + "から" + today + "までの日付にしてください。",
                            "Choose a day from " + plan.year().first() + " to " + today + "."));
        }
        return day;
    }

    private static Optional<Instant> known(String typed, LocalDate today) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Instant known = date(typed)
                .map(day ->
                        day.plusDays(1).atStartOfDay(Writing.JAPAN).toInstant().minusNanos(1_000))
                .or(() -> instant(typed))
                .orElseThrow(() -> unreadable("known_at"));
        boolean past = known.isBefore(today.atStartOfDay(Writing.JAPAN).toInstant());
        return past ? Optional.of(known) : Optional.empty();
    }

    private static Optional<LocalDate> date(String typed) {
        if (!typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() >= 1868 && day.getYear() < 9000);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String typed) {
        if (!typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}Z")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(typed)).filter(time -> time.isAfter(Instant.EPOCH));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Problem unreadable(String parameter) {
        return Problem.invalid(
                Text.of(parameter + "の日付を読めません。", "The date in " + parameter + " cannot be read."),
                Text.of("2021-12-31の形で書いてください。", "Write it like 2021-12-31."));
    }

    public CountRequest request(Threshold threshold) {
        LocalDate day = asOf.isAfter(threshold.asOf()) ? threshold.asOf() : asOf;
        return request(threshold, day);
    }

    /// Another day by the same knowledge.
    public CountRequest request(Threshold threshold, LocalDate day) {
        return new CountRequest(threshold.query(), threshold.from(), day, knownAt);
    }
}
