package tsukasa.scheme.definition;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.Text;
import tsukasa.scheme.DefinitionProblem;
import tsukasa.scheme.FormField;
import tsukasa.scheme.Scheme;

/// Turns a scheme's files into its definition, or says everything that is wrong with them.
final class DefinitionReader {
    static final String ENTRY = "scheme.yaml";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();
    private static final Text WHO = Text.of("登録者", "entries");
    private static final Text ACT = Text.of("登録", "registration");
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
            Findings findings = new Findings(ENTRY, yaml);
            ShapeRules.check(yaml, findings);
            return findings.all().isEmpty() ? withForm(yaml, findings) : new Reading.Faulty(folder, findings.all());
        } catch (MarkedYaml.Unreadable unreadable) {
            return new Reading.Faulty(folder, List.of(unreadable.problem()));
        }
    }

    private Reading withForm(MarkedYaml yaml, Findings findings) {
        String name = yaml.json().path("form").asString();
        Optional<String> file = files.apply(name);
        if (file.isEmpty()) {
            findings.add(
                    "/form",
                    Text.of("ファイル " + name + " がありません", "there is no file " + name),
                    Text.of("フォームのJSON Schemaを、そこに置いてください", "put the form's JSON Schema there"));
            return new Reading.Faulty(folder, findings.all());
        }
        JsonNode form;
        MarkedYaml marked;
        try {
            form = JSON.readTree(file.get());
            marked = lines(name, file.get(), form);
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(form);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            return new Reading.Faulty(
                    folder,
                    List.of(new DefinitionProblem(
                            name,
                            line,
                            Text.of("JSONとして読めません", "this is not JSON"),
                            Text.of("コンマ、引用符、括弧を確かめてください", "check commas, quotes and brackets"))));
        }
        Findings inForm = new Findings(name, marked);
        Map<String, FormField> fields = new FormReader(form, inForm).fields();
        if (inForm.all().isEmpty()) {
            DefinitionRules.check(yaml, fields, findings);
        }
        List<DefinitionProblem> problems = new ArrayList<>(findings.all());
        problems.addAll(inForm.all());
        String source = source(yaml.json(), form);
        return problems.isEmpty()
                ? new Reading.Sound(folder, scheme(yaml.json(), form, fields, digest(source)), source, name, marked)
                : new Reading.Faulty(folder, problems);
    }

    /// JSON is YAML as well, nearly always; where it is not, findings name the file alone.
    private static MarkedYaml lines(String name, String text, JsonNode form) {
        try {
            return MarkedYaml.read(name, text);
        } catch (MarkedYaml.Unreadable _) {
            return new MarkedYaml(form, Map.of());
        }
    }

    /// The content in one form of writing: comments, spaces and the order of names are not part of a version.
    private static String source(JsonNode yaml, JsonNode form) {
        ObjectNode both = JSON.createObjectNode();
        both.set("scheme", yaml);
        both.set("form", form);
        return CANONICAL.writeValueAsString(CANONICAL.treeToValue(both, Object.class));
    }

    private static Scheme scheme(JsonNode y, JsonNode form, Map<String, FormField> fields, String digest) {
        return new Scheme(
                y.path("scheme").asString(),
                y.path("version").asInt(),
                text(y.path("title")),
                text(y.path("summary")),
                new Scheme.Words(words(y, "who", WHO), words(y, "act", ACT)),
                y.has("notice") ? Optional.of(text(y.path("notice"))) : Optional.empty(),
                y.path("number").asString(),
                y.path("subject").asString(""),
                y.path("mail").asString(),
                columns(y.path("register")),
                list(
                        y.path("levels"),
                        l -> new Scheme.Level(
                                l.path("id").asString(),
                                l.path("mark").asString(""),
                                text(l.path("title")),
                                text(l.path("meaning")))),
                list(y.path("small-company"), DefinitionReader::size),
                list(y.path("steps"), DefinitionReader::step),
                list(
                        y.path("reading"),
                        r -> new Scheme.Section(text(r.path("title")), list(r.path("points"), DefinitionReader::text))),
                list(y.path("self-check"), JsonNode::asString),
                list(
                        y.path("bands"),
                        b -> new Scheme.Band(b.path("from").asInt(), text(b.path("title")), text(b.path("advice")))),
                y.has("terms") ? Optional.of(terms(y.path("terms"))) : Optional.empty(),
                strings(y.path("open")),
                y.has("department") ? Optional.of(y.path("department").asString()) : Optional.empty(),
                y.path("confidential").asBoolean(false),
                form,
                fields,
                digest);
    }

    private static Scheme.SizeRule size(JsonNode y) {
        return new Scheme.SizeRule(
                strings(y.path("industries")),
                y.path("capital").asLong(),
                y.path("employees").asInt());
    }

    private static Scheme.Terms terms(JsonNode y) {
        return new Scheme.Terms(y.path("version").asInt(), list(y.path("points"), DefinitionReader::text));
    }

    private static Text words(JsonNode y, String which, Text otherwise) {
        return y.path("words").has(which) ? text(y.path("words").path(which)) : otherwise;
    }

    private static Scheme.RegisterColumns columns(JsonNode r) {
        return new Scheme.RegisterColumns(
                r.path("name").asString(),
                r.path("kana").asString(""),
                r.path("english").asString(""),
                r.path("prefecture").asString(),
                r.path("industry").asString(""),
                r.path("employees").asString(""),
                r.path("capital").asString(""),
                r.path("level").asString(""));
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
        return Sha256.hex(text);
    }
}
