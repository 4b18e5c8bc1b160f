package tsukasa.advisories.csaf;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schemas of CSAF, where they lie beside the repository. They name each other by addresses, under which
/// they are registered here; nothing is fetched.
final class CsafSchemas {
    private static final Path FOLDER = Path.of("../shared/data/csaf");

    /// That of CVSS 4.0 asks for the usual vocabulary, by an address of its own.
    private static final String OWN_DIALECT = "\"$schema\": \"https://www.first.org/cvss/meta.json\"";

    private static final String DIALECT = "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"";

    private CsafSchemas() {}

    static String wrong(String schema, String document) throws IOException {
        Path file = FOLDER.resolve(schema);
        Assumptions.assumeTrue(Files.exists(file), "the published schema is not beside the repository: " + file);
        Map<String, String> known = known(FOLDER.resolve(schema.substring(0, schema.indexOf('/'))));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(known::get))
                .getSchema(Files.readString(file), InputFormat.JSON)
                .validate(document, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .collect(Collectors.joining("\n"));
    }

    private static boolean counts(Path file) {
        return file.toString().endsWith(".json") && !file.toString().endsWith("_strict.json");
    }

    private static Map<String, String> known(Path edition) throws IOException {
        Map<String, String> known = new HashMap<>();
        for (Path folder : List.of(edition.resolve("json_schema"), edition.resolve("referenced_schema"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(CsafSchemas::counts).toList()) {
                    String text = Files.readString(file).replace(OWN_DIALECT, DIALECT);
                    JsonNode schema = JsonMapper.builder().build().readTree(text);
                    JsonNode id = schema.has("$id") ? schema.path("$id") : schema.path("id");
                    if (id.isString()) {
                        known.put(id.asString(), text);
                        known.put(id.asString().replaceAll("\\?.*", ""), text);
                    }
                }
            }
        }
        return known;
    }
}
