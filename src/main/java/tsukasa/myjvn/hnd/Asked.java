package tsukasa.myjvn.hnd;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tsukasa.kernel.Language;

/// The parameters of a question as they were sent. An empty one counts as absent; of several the first counts. Blanks
/// around names come from addresses that were copied out of texts.
record Asked(Map<String, String> values) {
    private static final int LONGEST = 2_000;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    /// The schema of the status element wants numbers here.
    private static final Set<String> NUMBERS =
            Set.of("vendorId", "productId", "pid", "datePublished", "dateFirstPublished");
    /// And one of these words here.
    private static final Map<String, Set<String>> WORDS = Map.of(
            "theme", Set.of("sumAll", "sumJvnDb", "sumCvss", "sumCwe"),
            "ft", Set.of("xml", "json"));

    static Asked of(Map<String, String[]> sent) {
        Map<String, String> values = new TreeMap<>();
        sent.forEach((name, each) -> {
            if (each.length > 0 && !each[0].isEmpty()) {
                values.putIfAbsent(name.strip(), each[0]);
            }
        });
        return new Asked(values);
    }

    /// Without parameters that a method does not have.
    Asked only(Set<String> known) {
        Map<String, String> some = new TreeMap<>(values);
        some.keySet().retainAll(known);
        return new Asked(some);
    }

    Asked without(String name) {
        Map<String, String> others = new TreeMap<>(values);
        others.remove(name);
        return new Asked(others);
    }

    Optional<String> text(String name) {
        Optional<String> value = Optional.ofNullable(values.get(name));
        if (value.isPresent() && value.get().length() > LONGEST) {
            throw new Refused(Fault.TOO_LONG, name);
        }
        if (value.isPresent() && value.get().indexOf('\0') >= 0) {
            throw new Refused(Fault.WORD, name);
        }
        return value;
    }

    Optional<Long> number(String name) {
        return text(name).map(value -> {
            if (!INTEGER.matcher(value).matches()) {
                throw new Refused(Fault.NUMBER, name);
            }
            return Long.parseLong(value);
        });
    }

    int number(String name, int least, int most, int otherwise) {
        long value = number(name).orElse((long) otherwise);
        if (value < least || value > most) {
            throw new Refused(Fault.TOO_MANY, name);
        }
        return (int) value;
    }

    Language language() {
        return switch (text("lang").orElse("ja")) {
            case "ja" -> Language.JA;
            case "en" -> Language.EN;
            default -> throw new Refused(Fault.WORD, "lang");
        };
    }

    /// What the status element repeats: parameters it knows, with values that its schema allows.
    Map<String, String> echo(Set<String> known) {
        Map<String, String> echo = new LinkedHashMap<>();
        known.stream().sorted().forEach(name -> {
            String value = values.get(name);
            if (value != null && value.length() <= LONGEST && allowed(name, value)) {
                echo.put(name, value);
            }
        });
        return echo;
    }

    private static boolean allowed(String name, String value) {
        Set<String> words = WORDS.get(name);
        return words == null ? !NUMBERS.contains(name) || whole(value) : words.contains(value);
    }

    private static boolean whole(String value) {
        return INTEGER.matcher(value).matches() && new BigInteger(value).signum() >= 0;
    }
}
