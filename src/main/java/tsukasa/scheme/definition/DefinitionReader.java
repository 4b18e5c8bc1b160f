package tsukasa.scheme.definition;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Text;
import tsukasa.scheme.DefinitionProblem;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;

/// Turns a scheme's files into its definition, or says everything that is wrong with them.
final class DefinitionReader {
    static final String ENTRY = "scheme.yaml";
    private static final JsonMapper JSON = JsonMapper.shared();
    private final String folder;
    private final Function<String, Optional<String>> files;

    DefinitionReader(String folder, Function<String, Optional<String>> files) {
        this.folder = folder;
        this.files = files;
    }

    Reading read() {
        String text = files.apply(ENTRY).orElse("");
        try {
            MarkedYaml yaml = MarkedYaml.read(ENTRY, text);
            List<DefinitionProblem> problems = new ArrayList<>(DefinitionRules.check(ENTRY, yaml));
            return problems.isEmpty() ? withForm(text, yaml) : new Reading.Faulty(folder, problems);
        } catch (MarkedYaml.Unreadable unreadable) {
            return new Reading.Faulty(folder, List.of(unreadable.problem()));
        }
    }

    private Reading withForm(String text, MarkedYaml yaml) {
        String name = yaml.json().path("form").asString();
        Optional<String> file = files.apply(name);
        if (file.isEmpty()) {
            return faulty(ENTRY, yaml.line("/form"), "there is no file " + name, "put the form's JSON Schema there");
        }
        JsonNode form;
        try {
            form = JSON.readTree(file.get());
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(form);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            return faulty(name, line, "this is not JSON", "check commas, quotes and brackets");
        }
        FormReader reader = new FormReader(name, form);
        Map<String, FormField> fields = reader.fields();
        List<DefinitionProblem> problems = new ArrayList<>(reader.problems());
        problems.addAll(DefinitionRules.names(ENTRY, yaml, fields.keySet()));
        return problems.isEmpty()
                ? new Reading.Sound(
                        scheme(yaml.json(), form, fields, digest(text + "\n" + file.get())), source(yaml, form))
                : new Reading.Faulty(folder, problems);
    }

    private Reading faulty(String file, int line, String what, String remedy) {
        return new Reading.Faulty(folder, List.of(new DefinitionProblem(file, line, what, remedy)));
    }

    private static String source(MarkedYaml yaml, JsonNode form) {
        return JSON.writeValueAsString(Map.of("scheme", yaml.json(), "form", form));
    }

    private static Scheme scheme(JsonNode y, JsonNode form, Map<String, FormField> fields, String digest) {
        return new Scheme(
                y.path("scheme").asString(),
                y.path("version").asInt(),
                text(y.path("title")),
                text(y.path("summary")),
                y.path("number").asString(),
                y.path("subject").asString(),
                y.path("mail").asString(),
                columns(y.path("register")),
                list(
                        y.path("levels"),
                        l -> new Scheme.Level(
                                l.path("id").asString(),
                                l.path("mark").asString(),
                                text(l.path("title")),
                                text(l.path("meaning")))),
                list(
                        y.path("small-company"),
                        r -> new Scheme.SizeRule(
                                strings(r.path("industries")),
                                r.path("capital").asLong(),
                                r.path("employees").asInt())),
                list(y.path("steps"), DefinitionReader::step),
                list(
                        y.path("reading"),
                        r -> new Scheme.Section(text(r.path("title")), list(r.path("points"), DefinitionReader::text))),
                list(y.path("self-check"), JsonNode::asString),
                list(
                        y.path("bands"),
                        b -> new Scheme.Band(b.path("from").asInt(), text(b.path("title")), text(b.path("advice")))),
                new Scheme.Terms(
                        y.path("terms").path("version").asInt(),
                        list(y.path("terms").path("points"), DefinitionReader::text)),
                strings(y.path("open")),
                form,
                fields,
                digest);
    }

    private static Scheme.RegisterColumns columns(JsonNode r) {
        return new Scheme.RegisterColumns(
                r.path("name").asString(),
                r.path("kana").asString(),
                r.path("english").asString(),
                r.path("prefecture").asString(),
                r.path("industry").asString(),
                r.path("employees").asString(),
                r.path("capital").asString(),
                r.path("level").asString());
    }

    private static Scheme.Step step(JsonNode s) {
        return new Scheme.Step(
                s.path("id").asString(),
                text(s.path("title")),
                text(s.path("lead")),
                list(s.path("fields"), JsonNode::asString),
                s.has("level") ? Optional.of(s.path("level").asString()) : Optional.empty());
    }

    private static Text text(JsonNode words) {
        return Text.of(words.path("ja").asString(), words.path("en").asString());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        array.forEach(node -> list.add(each.apply(node)));
        return list;
    }

    private static Set<String> strings(JsonNode array) {
        return new HashSet<>(list(array, JsonNode::asString));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
