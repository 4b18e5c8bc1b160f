package tsukasa.plan;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable.Cell;

/// The real annual plan beside the repository. Its wording is not ours, so it is read at run time only, and tests that
/// need it are skipped where it is absent.
public final class SharedPlan {
    private SharedPlan() {}

    public static byte[] text() {
        return bytes("annual-plan-fy2021.txt");
    }

    public static List<String> sentences() {
        return new String(bytes("sentences.tsv"), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    public static Map<String, Object> figures() {
        try (InputStream file = Files.newInputStream(file("plan-figures.yaml"))) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The 15 tables of `plan-figures.yaml`.
    public static List<MoneyTable> tables() {
        Map<String, Object> finance = map(figures(), "finance");
        return maps(finance, "tables").stream().map(SharedPlan::table).toList();
    }

    private static MoneyTable table(Map<String, Object> table) {
        List<String> columns = ((List<?>) value(table, "columns"))
                .stream().map(Object::toString).toList();
        List<MoneyTable.Row> rows = new ArrayList<>();
        for (Map<String, Object> row : maps(table, "rows")) {
            Map<?, ?> values = (Map<?, ?>) row.getOrDefault("values", Map.of());
            List<Cell> cells = columns.stream().map(c -> cell(values, c)).toList();
            rows.add(new MoneyTable.Row(text(row, "code"), Text.same(text(row, "label_ja")), 0, cells));
        }
        String kind = text(table, "kind");
        return new MoneyTable(
                text(table, "id").replace("別紙", ""),
                kind.equals("cashflow")
                        ? MoneyTable.Kind.CASH
                        : MoneyTable.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                text(table, "account"),
                Text.same(text(table, "title_ja")),
                columns.stream()
                        .map(c -> new MoneyTable.Column(c, Text.same(c)))
                        .toList(),
                rows,
                List.of());
    }

    private static Cell cell(Map<?, ?> values, String column) {
        if (!values.containsKey(column)) {
            return new Cell.Blank();
        }
        Object value = values.get(column);
        return value == null ? new Cell.Nil() : new Cell.Figure(((Number) value).longValue());
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> maps(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) value(parent, key);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) value(parent, key);
    }

    public static String text(Map<String, Object> parent, String key) {
        return value(parent, key).toString();
    }

    public static Object value(Map<String, Object> parent, String key) {
        return Objects.requireNonNull(parent.get(key), key);
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        Path shared = Path.of(
                Optional.ofNullable(System.getProperty("tsukasa.shared")).orElse("../shared"));
        Path file = shared.resolve("plan").resolve(name);
        assumeTrue(Files.isReadable(file), () -> file + " is not there");
        return file;
    }
}
