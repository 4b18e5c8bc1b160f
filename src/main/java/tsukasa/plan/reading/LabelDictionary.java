package tsukasa.plan.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable.Kind;

/// The names of `labels.yaml`: what rows, columns and accounts are called, and their codes.
final class LabelDictionary {
    private final Map<Kind, Map<String, List<RowName>>> rows = new EnumMap<>(Kind.class);
    private final Map<Kind, String> kindTitles = new EnumMap<>(Kind.class);
    private final Map<String, Name> columns = new HashMap<>();
    private final Map<String, Name> accounts = new HashMap<>();

    /// @param blank usually a heading without figures
    record RowName(String code, String en, int depth, boolean blank) {}

    record Name(String code, String en) {}

    private LabelDictionary() {}

    static LabelDictionary load() {
        try (InputStream file = LabelDictionary.class.getResourceAsStream("/tsukasa/plan/reading/labels.yaml")) {
            Map<String, Object> labels = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Objects.requireNonNull(file, "labels.yaml"));
            LabelDictionary dictionary = new LabelDictionary();
            dictionary.read(labels);
            return dictionary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Map<String, Object> labels) {
        readNames(map(labels.get("columns")), columns);
        readNames(map(labels.get("accounts")), accounts);
        map(labels.get("kinds")).forEach((name, content) -> {
            Kind kind = Kind.valueOf(name.toUpperCase(Locale.ROOT));
            kindTitles.put(kind, text(map(map(content).get("title")).get("en")));
            for (Object row : list(map(content).get("rows"))) {
                readRow(kind, map(row));
            }
        });
    }

    private void readRow(Kind kind, Map<String, Object> row) {
        RowName name = new RowName(
                text(row.get("code")),
                text(row.get("en")),
                Integer.parseInt(text(row.get("depth"))),
                Boolean.parseBoolean(String.valueOf(row.get("blank"))));
        for (Object label : list(row.get("ja"))) {
            rows.computeIfAbsent(kind, k -> new HashMap<>())
                    .computeIfAbsent(text(label), l -> new ArrayList<>())
                    .add(name);
        }
    }

    private static void readNames(Map<String, Object> from, Map<String, Name> into) {
        from.forEach((code, name) -> {
            for (Object label : list(map(name).get("ja"))) {
                into.put(text(label), new Name(code, text(map(name).get("en"))));
            }
        });
    }

    /// All rows that are called so in tables of the kind.
    List<RowName> rows(Kind kind, String label) {
        return rows.getOrDefault(kind, Map.of()).getOrDefault(Characters.compact(label), List.of());
    }

    /// `in.operating` is made up of other rows, `out.operating` is not.
    boolean hasRowsBelow(Kind kind, String code) {
        return rows.getOrDefault(kind, Map.of()).values().stream()
                .flatMap(List::stream)
                .anyMatch(r -> r.code().startsWith(code + "."));
    }

    boolean isRow(String label) {
        String compact = Characters.compact(label);
        return rows.values().stream().anyMatch(r -> r.containsKey(compact));
    }

    Optional<Name> column(String label) {
        return Optional.ofNullable(columns.get(Characters.compact(label)));
    }

    Optional<Name> account(String label) {
        return Optional.ofNullable(accounts.get(Characters.compact(label)));
    }

    /// `予算（一般勘定）`, Budget, general account.
    Text title(Kind kind, String printed, Optional<Name> account) {
        String en = kindTitles.getOrDefault(kind, printed);
        return Text.of(
                printed,
                account.map(a -> en + ", " + a.en().toLowerCase(Locale.ROOT)).orElse(en));
    }

    /// The same words give the same code in every plan.
    static String inventedCode(String prefix, String label) {
        CRC32 sum = new CRC32();
        sum.update(Characters.compact(label).getBytes(StandardCharsets.UTF_8));
        return "%s%06x".formatted(prefix, sum.getValue() & 0xFFFFFF);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNull(value).toString();
    }
}
