package tsukasa.scheme.definition;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.scheme.DefinitionProblem;

/// What a definition must keep to: its own schema first, then that its parts name each other rightly.
final class DefinitionRules {
    private static final Schema SHAPE = shape();

    private DefinitionRules() {}

    static List<DefinitionProblem> check(String file, MarkedYaml yaml) {
        List<DefinitionProblem> problems = new ArrayList<>();
        for (Error error : SHAPE.validate(yaml.json())) {
            String pointer = error.getInstanceLocation().toString();
            problems.add(new DefinitionProblem(
                    file,
                    yaml.line(pointer),
                    (pointer.isEmpty() ? "" : pointer + " ") + error.getMessage(),
                    "follow the format in the scheme module's README"));
        }
        return problems;
    }

    /// Every field that the definition names is a field of the form, and every level is a choice of the level field.
    static List<DefinitionProblem> names(String file, MarkedYaml yaml, Set<String> fields) {
        List<DefinitionProblem> problems = new ArrayList<>();
        JsonNode root = yaml.json();
        named(root.path("subject"), "/subject", file, yaml, fields, problems);
        named(root.path("mail"), "/mail", file, yaml, fields, problems);
        root.path("register")
                .properties()
                .forEach(e -> named(e.getValue(), "/register/" + e.getKey(), file, yaml, fields, problems));
        each(root.path("open"), "/open", file, yaml, fields, problems);
        each(root.path("self-check"), "/self-check", file, yaml, fields, problems);
        Set<String> asked = new TreeSet<>();
        for (int i = 0; i < root.path("steps").size(); i++) {
            JsonNode step = root.path("steps").get(i);
            each(step.path("fields"), "/steps/" + i + "/fields", file, yaml, fields, problems);
            step.path("fields").forEach(f -> asked.add(f.asString()));
        }
        fields.stream()
                .filter(f -> !asked.contains(f))
                .forEach(f -> problems.add(new DefinitionProblem(
                        file,
                        yaml.line("/steps"),
                        "no step asks for the field " + f,
                        "add it to a step, or take it from the form")));
        return problems;
    }

    private static void each(
            JsonNode list,
            String at,
            String file,
            MarkedYaml yaml,
            Set<String> fields,
            List<DefinitionProblem> problems) {
        for (int i = 0; i < list.size(); i++) {
            named(list.get(i), at + "/" + i, file, yaml, fields, problems);
        }
    }

    private static void named(
            JsonNode name,
            String at,
            String file,
            MarkedYaml yaml,
            Set<String> fields,
            List<DefinitionProblem> problems) {
        if (!fields.contains(name.asString())) {
            problems.add(new DefinitionProblem(
                    file,
                    yaml.line(at),
                    "the form has no field «" + name.asString() + "»",
                    "name one of the form's properties, or add it there"));
        }
    }

    private static Schema shape() {
        try (InputStream in = Objects.requireNonNull(
                DefinitionRules.class.getResourceAsStream("/tsukasa/scheme/scheme.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
