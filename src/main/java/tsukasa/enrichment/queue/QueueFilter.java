package tsukasa.enrichment.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Gaps.Gap;

/// What of the queue is to be seen, as its address says.
///
/// @param vendor  words of its name; empty for any
/// @param product the same
/// @param cwe     `CWE-79`, or what was typed instead; empty for any
/// @param person  `mine`, `none`, or the id of somebody; empty for anybody
record QueueFilter(
        @Nullable Gap gap,
        @Nullable Severity severity,
        @Nullable Integer year,
        String vendor,
        String product,
        String cwe,
        String person,
        boolean exploited,
        boolean likely) {
    static final String MINE = "mine";
    static final String NOBODY = "none";
    static final int LONGEST = 100;

    static QueueFilter of(UnaryOperator<String> parameters) {
        String year = parameters.apply("year");
        return new QueueFilter(
                named(Gap.values(), parameters.apply("gap")),
                named(Severity.values(), parameters.apply("severity")),
                year.matches("[0-9]{4}") ? Integer.valueOf(year) : null,
                cut(parameters.apply("vendor")),
                cut(parameters.apply("product")),
                weakness(cut(parameters.apply("cwe"))),
                cut(parameters.apply("person")),
                parameters.apply("exploited").equals("yes"),
                parameters.apply("likely").equals("yes"));
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String cut(String typed) {
        String plain = typed.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    private static String weakness(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT);
        return plain.matches("[0-9]{1,5}") ? "CWE-" + plain : plain;
    }

    /// Empty unless one colleague is named.
    Optional<UUID> colleague() {
        return person.length() == 36 && person.matches("[0-9a-f-]+")
                ? Optional.of(UUID.fromString(person))
                : Optional.empty();
    }
}
