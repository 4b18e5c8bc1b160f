package tsukasa.advisories.news;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.EntryQuestion;
import tsukasa.vulnerability.EntryQuestion.Span;

/// Which news somebody follows. Unknown parameters are ignored: readers of feeds add their own.
record NewsAsked(Language language, Set<Severity> severities, Set<Long> products, boolean exploited) {
    static final int SIZE = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int MOST_PRODUCTS = 200;
    private static final Pattern JOINT = Pattern.compile("[ +,]+");

    static NewsAsked of(Map<String, String[]> sent) {
        Language language = switch (first(sent, "lang").orElse("ja")) {
            case "en" -> Language.EN;
            case "ja" -> Language.JA;
            default -> throw invalid("lang", "ja, en");
        };
        boolean exploited = switch (first(sent, "kev").orElse("false")) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw invalid("kev", "true, false");
        };
        return new NewsAsked(language, severities(sent), products(sent), exploited);
    }

    private static Optional<String> first(Map<String, String[]> sent, String name) {
        String[] values = sent.get(name);
        return values == null || values.length == 0 || values[0] == null || values[0].isBlank()
                ? Optional.empty()
                : Optional.of(values[0].strip());
    }

    private static Set<Severity> severities(Map<String, String[]> sent) {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        first(sent, "severity")
                .ifPresent(text -> JOINT.splitAsStream(text).forEach(word -> {
                    try {
                        severities.add(Severity.valueOf(word.toUpperCase(Locale.ROOT)));
                    } catch (IllegalArgumentException e) {
                        throw invalid("severity", "none, low, medium, high, critical");
                    }
                }));
        return severities;
    }

    private static Set<Long> products(Map<String, String[]> sent) {
        Set<Long> products = new TreeSet<>();
        first(sent, "product")
                .ifPresent(text -> JOINT.splitAsStream(text).forEach(word -> {
                    if (!NUMBER.matcher(word).matches() || products.size() == MOST_PRODUCTS) {
                        throw invalid("product", "1 – " + MOST_PRODUCTS + " × pid");
                    }
                    products.add(Long.parseLong(word));
                }));
        return products;
    }

    private static Problem invalid(String name, String possible) {
        return Problem.invalid(
                Text.of(name + " に指定できる値ではありません。", "This is no possible value of " + name + "."),
                Text.of("指定できる値：" + possible, "Possible: " + possible));
    }

    EntryQuestion question() {
        return new EntryQuestion(products, severities, Span.OPEN, Span.OPEN, Span.OPEN, exploited, 0, SIZE);
    }

    /// As the address says it, in one order; empty for all.
    String query() {
        Map<String, String> told = new TreeMap<>();
        if (language == Language.EN) {
            told.put("lang", "en");
        }
        if (!severities.isEmpty()) {
            told.put("severity", joined(severities).toLowerCase(Locale.ROOT));
        }
        if (!products.isEmpty()) {
            told.put("product", joined(products));
        }
        if (exploited) {
            told.put("kev", "true");
        }
        StringBuilder query = new StringBuilder();
        told.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
        return query.toString();
    }

    private static String joined(Set<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }
}
