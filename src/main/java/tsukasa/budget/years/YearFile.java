package tsukasa.budget.years;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tsukasa.budget.MoneyRules;
import tsukasa.budget.MoneyRules.BorrowingLimit;
import tsukasa.budget.MoneyRules.EfficiencyTarget;
import tsukasa.budget.MoneyRules.Exclusion;
import tsukasa.budget.MoneyRules.GrantWarning;
import tsukasa.budget.MoneyRules.RevenueUnit;
import tsukasa.budget.Yen;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// Reads the rules of one year. Whatever is missing, unknown or odd is named; nothing is guessed.
final class YearFile {
    private static final int LARGEST = 200_000;

    private YearFile() {}

    /// What is wrong with the file, in words for its author.
    static final class Broken extends RuntimeException {
        Broken(String what) {
            super(what, null, false, false);
        }
    }

    static MoneyRules read(String text, String plan) {
        Entry root = new Entry("the file", loaded(text));
        root.onlyKeys("plan", "forecast-months", "grant-warning", "units", "borrowing", "efficiency", "exclusions");
        if (!root.text("plan").equals(plan)) {
            throw new Broken("plan: it says " + root.text("plan") + ", its name says " + plan);
        }
        return new MoneyRules(
                plan,
                (int) root.whole("forecast-months", 1, 12),
                warning(root.entry("grant-warning")),
                root.list("units").stream().map(YearFile::unit).toList(),
                root.has("borrowing") ? Optional.of(limit(root.entry("borrowing"))) : Optional.empty(),
                root.list("efficiency").stream().map(YearFile::target).toList(),
                root.list("exclusions").stream().map(YearFile::exclusion).toList());
    }

    private static @Nullable Object loaded(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException broken) {
            throw new Broken("it is no YAML: " + broken.getMessage());
        }
    }

    private static GrantWarning warning(Entry entry) {
        entry.onlyKeys("share", "millions");
        return new GrantWarning(entry.share("share"), Yen.ofMillions(entry.whole("millions", 0, 1_000_000)));
    }

    private static RevenueUnit unit(Entry entry) {
        entry.onlyKeys("id", "account", "segment", "title", "millions");
        return new RevenueUnit(
                entry.id("id"),
                entry.id("account"),
                entry.has("segment") ? entry.id("segment") : "",
                entry.title("title"),
                entry.has("millions")
                        ? Optional.of(Yen.ofMillions(entry.whole("millions", 0, 10_000_000)))
                        : Optional.empty());
    }

    private static BorrowingLimit limit(Entry entry) {
        entry.onlyKeys("place", "limit-yen");
        return new BorrowingLimit(new Place(entry.text("place")), entry.whole("limit-yen", 0, 10_000_000_000_000L));
    }

    private static EfficiencyTarget target(Entry entry) {
        entry.onlyKeys("id", "place", "title", "cut");
        return new EfficiencyTarget(
                entry.id("id"), new Place(entry.text("place")), entry.title("title"), entry.share("cut"));
    }

    private static Exclusion exclusion(Entry entry) {
        entry.onlyKeys("id", "title", "meaning");
        return new Exclusion(entry.id("id"), entry.title("title"), entry.title("meaning"));
    }

    /// A mapping and where it stands.
    private record Entry(String where, @Nullable Object node) {
        private Map<?, ?> map() {
            if (node instanceof Map<?, ?> map) {
                return map;
            }
            throw new Broken(where + " is no mapping");
        }

        void onlyKeys(String... known) {
            Set<String> names = Set.of(known);
            map().keySet().stream()
                    .filter(key -> !names.contains(String.valueOf(key)))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new Broken(where + ": " + key + " is not known; known are " + String.join(", ", known));
                    });
        }

        boolean has(String key) {
            return map().get(key) != null;
        }

        private Object value(String key) {
            Object value = map().get(key);
            if (value == null) {
                throw new Broken(where + ": " + key + " is missing");
            }
            return value;
        }

        Entry entry(String key) {
            return new Entry(key, value(key));
        }

        List<Entry> list(String key) {
            if (!has(key)) {
                return List.of();
            }
            if (!(value(key) instanceof List<?> items)) {
                throw new Broken(key + " is no list");
            }
            List<Entry> entries = new ArrayList<>();
            items.forEach(item -> entries.add(new Entry(key + " " + (entries.size() + 1), item)));
            return entries;
        }

        String text(String key) {
            return String.valueOf(value(key)).strip();
        }

        String id(String key) {
            String id = text(key);
            if (!id.matches("[a-z][a-z0-9_-]{0,39}")) {
                throw new Broken(where + ": " + key + " is a word of small letters, not " + id);
            }
            return id;
        }

        Text title(String key) {
            Entry pair = entry(key);
            pair.onlyKeys("ja", "en");
            return Text.of(pair.text("ja"), pair.text("en"));
        }

        long whole(String key, long least, long most) {
            if (value(key) instanceof Number number
                    && !(number instanceof Double)
                    && number.longValue() >= least
                    && number.longValue() <= most) {
                return number.longValue();
            }
            throw new Broken(where + ": " + key + " is a whole number from " + least + " to " + most);
        }

        /// `3%`, exact.
        Fraction share(String key) {
            String text = text(key);
            if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?%")) {
                throw new Broken(where + ": " + key + " is a share such as 3%, not " + text);
            }
            return Fraction.of(new BigDecimal(text.substring(0, text.length() - 1)))
                    .dividedBy(Fraction.of(100));
        }
    }
}
