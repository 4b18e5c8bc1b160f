package tsukasa.naming;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published test tables that lie beside the checkout and not in it; tests that need them are skipped where they are
/// absent.
public final class SharedVectors {
    private static final Path FOLDER =
            Path.of(System.getProperty("tsukasa.shared", "../shared")).resolve("data");
    private static final JsonMapper JSON = JsonMapper.shared();

    private SharedVectors() {}

    /// The `tests` of every JSON file below a folder, with the name of their file as `file`.
    public static List<Row> tests(String folder) {
        var root = present(folder);
        try (var files = Files.walk(root)) {
            var rows = new ArrayList<Row>();
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                for (var test : JSON.readTree(file.toFile()).path("tests")) {
                    rows.add(new Row(file.getFileName().toString(), test));
                }
            }
            return rows;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The rows of a file of one JSON object a line, packed or not.
    public static List<JsonNode> lines(String name) {
        var file = present(name);
        try (var in = Files.newInputStream(file);
                var plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
                var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().map(JSON::readTree).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path present(String name) {
        var path = FOLDER.resolve(name);
        assumeTrue(Files.exists(path), "the published test tables are not beside the checkout: " + path);
        return path;
    }

    /// One published test.
    public record Row(String file, JsonNode test) {
        public String type() {
            return test.path("test_type").asString();
        }

        public boolean fails() {
            return test.path("expected_failure").asBoolean(false);
        }

        public JsonNode input() {
            return test.path("input");
        }

        public JsonNode expected() {
            return test.path("expected_output");
        }
    }
}
