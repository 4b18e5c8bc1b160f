package tsukasa.myjvn.hnd;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Statistics.Dimension;
import tsukasa.vulnerability.Statistics.Step;
import tsukasa.vulnerability.StatisticsQuestion;

/// What getStatistics is asked, but for the products.
///
/// @param cwe null where the theme does not need one
record StatisticsAsked(
        Language language,
        String theme,
        @Nullable String cwe,
        Step step,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    static final int MOST = 10_000;
    private static final Set<String> THEMES = Set.of("sumAll", "sumJvnDb", "sumCvss", "sumCwe");
    private static final Pattern CWE = Pattern.compile("CWE-[0-9]{1,6}");

    static StatisticsAsked of(Asked asked, LocalDate today) {
        String theme = asked.text("theme").orElseThrow(() -> new Refused(Fault.MISSING, "theme"));
        if (!THEMES.contains(theme)) {
            throw new Refused(Fault.WORD, "theme");
        }
        Step step = step(asked.text("type").orElse("y"));
        LocalDate from = Dates.day(asked, "datePublicStart", false).orElse(null);
        LocalDate until = Dates.day(asked, "datePublicEnd", true).orElse(null);
        if (from != null && ChronoUnit.MONTHS.between(from, until == null ? today : until) / step.months() >= MOST) {
            throw new Refused(Fault.TOO_MANY, "datePublicStartY");
        }
        return new StatisticsAsked(asked.language(), theme, cwe(asked, theme), step, from, until);
    }

    boolean tells(String part) {
        return theme.equals("sumAll") || theme.equals(part);
    }

    StatisticsQuestion question(Dimension dimension, @Nullable Set<Long> products) {
        return StatisticsQuestion.of(step, dimension).between(from, until).products(products);
    }

    private static Step step(String type) {
        return switch (type) {
            case "y" -> Step.YEAR;
            case "q" -> Step.QUARTER;
            case "m" -> Step.MONTH;
            default -> throw new Refused(Fault.WORD, "type");
        };
    }

    private static @Nullable String cwe(Asked asked, String theme) {
        String cwe = asked.text("cweId").map(id -> id.toUpperCase(Locale.ROOT)).orElse(null);
        if (cwe == null && theme.equals("sumCwe")) {
            throw new Refused(Fault.MISSING, "cweId");
        }
        if (cwe != null && !CWE.matcher(cwe).matches()) {
            throw new Refused(Fault.WORD, "cweId");
        }
        return cwe;
    }
}
