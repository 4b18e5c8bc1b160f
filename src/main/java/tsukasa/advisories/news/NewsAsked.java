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
record NewsAsked(
        Language language, Set<Severity> severities, Set<Long> products, Set<Long> vendors, boolean exploited) {
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
        return new NewsAsked(language, severities(sent), numbers(sent, "product"), numbers(sent, "vendor"), exploited);
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

    private static Set<Long> numbers(Map<String, String[]> sent, String name) {
        Set<Long> numbers = new TreeSet<>();
        first(sent, name)
                .ifPresent(text -> JOINT.splitAsStream(text).forEach(word -> {
                    if (!NUMBER.matcher(word).matches() || numbers.size() == MOST_PRODUCTS) {
                        throw invalid(name, "1 – " + MOST_PRODUCTS + " × " + name.charAt(0) + "id");
                    }
                    numbers.add(Long.parseLong(word));
                }));
        return numbers;
    }

    private static Problem invalid(String name, String possible) {
        return Problem.invalid(
                Text.of(name + " に指定できる値ではありません。", "This is no possible value of " + name + "."),
                Text.of("指定できる値：" + possible, "Possible: " + possible));
    }

    /// @param about the products that are meant, by their own numbers or those of their vendors
    EntryQuestion question(Set<Long> about) {
        return new EntryQuestion(about, severities, Span.OPEN, Span.OPEN, Span.OPEN, exploited, 0, SIZE);
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
        if (!vendors.isEmpty()) {
            told.put("vendor", joined(vendors));
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
