package tsukasa.plan.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tsukasa.plan.MoneyTable.Kind;

/// The rules of `identities.yaml`: data, so that another chart of rows needs no code.
///
/// @param aggregates last steps of row codes that are never a part of a sum
/// @param segments   the column that sums up the others
/// @param accounts   the account that sums up the others
record IdentityRules(
        Set<String> aggregates,
        List<Within> within,
        String segments,
        String accounts,
        List<Relation> relations,
        List<List<Row>> repeats) {

    /// @param with    applies only where this row prints a figure
    /// @param without applies only where this row prints none
    record Within(
            Kind kind,
            String total,
            List<Part> parts,
            Set<String> except,
            Optional<String> with,
            Optional<String> without) {}

    /// @param pattern a row code, or `rev.*`
    record Part(String pattern, int sign) {}

    record Relation(Row total, List<SignedRow> parts) {}

    record Row(Kind kind, String code) {}

    record SignedRow(Row row, int sign) {}

    static IdentityRules load() {
        try (InputStream file = IdentityRules.class.getResourceAsStream("/tsukasa/plan/money/identities.yaml")) {
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return of(yaml.load(Objects.requireNonNull(file, "identities.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IdentityRules of(Map<String, Object> file) {
        return new IdentityRules(
                Set.copyOf(strings(file.get("aggregates"))),
                maps(file.get("within")).stream().map(IdentityRules::within).toList(),
                text(file.get("segments")),
                text(file.get("accounts")),
                maps(file.get("relations")).stream()
                        .map(IdentityRules::relation)
                        .toList(),
                lists(file.get("repeats")).stream()
                        .map(group -> group.stream()
                                .map(r -> signedRow(text(r)).row())
                                .toList())
                        .toList());
    }

    private static Within within(Map<String, Object> rule) {
        return new Within(
                kind(text(rule.get("kind"))),
                text(rule.get("total")),
                strings(rule.get("parts")).stream()
                        .map(p -> p.startsWith("-") ? new Part(p.substring(1), -1) : new Part(p, 1))
                        .toList(),
                Set.copyOf(strings(rule.getOrDefault("except", List.of()))),
                Optional.ofNullable(rule.get("with")).map(IdentityRules::text),
                Optional.ofNullable(rule.get("without")).map(IdentityRules::text));
    }

    private static Relation relation(Map<String, Object> rule) {
        return new Relation(
                signedRow(text(rule.get("total"))).row(),
                strings(rule.get("parts")).stream()
                        .map(IdentityRules::signedRow)
                        .toList());
    }

    private static SignedRow signedRow(String text) {
        boolean minus = text.startsWith("-");
        String[] words = text.substring(minus ? 1 : 0).split(" ", 2);
        return new SignedRow(new Row(kind(words[0]), words[1]), minus ? -1 : 1);
    }

    private static Kind kind(String word) {
        return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNull(value).toString();
    }

    private static List<String> strings(@Nullable Object value) {
        return ((List<?>) Objects.requireNonNull(value))
                .stream().map(IdentityRules::text).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return (List<Map<String, Object>>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<List<Object>> lists(@Nullable Object value) {
        return (List<List<Object>>) Objects.requireNonNull(value);
    }
}
