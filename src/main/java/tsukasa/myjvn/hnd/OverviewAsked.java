package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.EntryQuestion;

/// What getVulnOverviewList is asked, but for the products and the vector.
///
/// @param first   counted from 1
/// @param keyword null where none is asked for
record OverviewAsked(
        Language language,
        EntryQuestion question,
        int first,
        @Nullable String keyword,
        @Nullable Severity severity) {
    static final int MOST = 50;
    static final Set<String> PARAMETERS = parameters();

    static OverviewAsked of(Asked asked, LocalDate today) {
        int first = asked.number("startItem", 1, Integer.MAX_VALUE, 1);
        EntryQuestion question = new EntryQuestion(
                Set.of(),
                Set.of(),
                Dates.span(asked, "DatePublic", today),
                Dates.span(asked, "DateFirstPublished", today),
                Dates.span(asked, "DatePublished", today),
                false,
                first - 1L,
                asked.number("maxCountItem", 1, MOST, MOST));
        return new OverviewAsked(
                asked.language(),
                question,
                first,
                asked.text("keyword").orElse(null),
                asked.text("severity").map(OverviewAsked::severity).orElse(null));
    }

    EntryQuestion about(Set<Long> products) {
        return question.of(products);
    }

    private static Severity severity(String letter) {
        return switch (letter) {
            case "n" -> Severity.NONE;
            case "l" -> Severity.LOW;
            case "m" -> Severity.MEDIUM;
            case "h" -> Severity.HIGH;
            case "c" -> Severity.CRITICAL;
            default -> throw new Refused(Fault.WORD, "severity");
        };
    }

    private static Set<String> parameters() {
        Set<String> names = new HashSet<>(Set.of(
                "method", "feed", "lang", "startItem", "maxCountItem", "cpeName", "vendorId", "productId", "keyword"));
        names.addAll(List.of("severity", "vector"));
        for (String date : List.of("DatePublic", "DatePublished", "DateFirstPublished")) {
            names.add("range" + date);
            for (String end : List.of("Start", "End")) {
                Stream.of("Y", "M", "D").forEach(part -> names.add("d" + date.substring(1) + end + part));
            }
        }
        return Set.copyOf(names);
    }
}
