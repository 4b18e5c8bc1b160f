package tsukasa.plan.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsukasa.kernel.Text;
import tsukasa.plan.Threshold.Comparator;

/// Values as a package writes them.
final class Written {
    private Written() {}

    /// Keys stay in the order in which they are put.
    static Map<String, Object> keys() {
        return new LinkedHashMap<>();
    }

    /// The same with no list or mapping in it twice: a package knows no anchors.
    static Object apart(Object value) {
        return switch (value) {
            case Map<?, ?> keys -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                keys.forEach((key, one) -> copy.put(key, apart(one)));
                yield copy;
            }
            case Collection<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(one -> copy.add(apart(one)));
                yield copy;
            }
            default -> value;
        };
    }

    static Map<String, Object> words(Text text) {
        Map<String, Object> words = keys();
        words.put("ja", text.ja());
        words.put("en", text.en());
        return words;
    }

    /// `STOCK_INCREASE` → `stock-increase`
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sign(Comparator comparator) {
        return switch (comparator) {
            case AT_LEAST -> ">=";
            case AT_MOST -> "<=";
            case EQUAL -> "=";
        };
    }

    /// Left out where there is nothing.
    static void put(Map<String, Object> keys, String key, Collection<?> values) {
        if (!values.isEmpty()) {
            keys.put(key, values);
        }
    }

    static void put(Map<String, Object> keys, String key, Map<String, Object> values) {
        if (!values.isEmpty()) {
            keys.put(key, values);
        }
    }
}
