package tsukasa.scheme.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tsukasa.kernel.Text;
import tsukasa.scheme.FormField;
import tsukasa.scheme.FormField.Choice;
import tsukasa.scheme.FormField.Widget;

/// That the parts of a definition name each other rightly, and that nothing it asks for can be missed.
final class DefinitionRules {
    /// First parts of addresses that belong to the platform itself.
    static final Set<String> RESERVED = Set.of(
            "about",
            "actuator",
            "api",
            "assets",
            "demo",
            "design",
            "error",
            "me",
            "plan",
            "schemes",
            "sign-in",
            "sign-out",
            "staff",
            "static");

    private final JsonNode root;
    private final Map<String, FormField> fields;
    private final Findings findings;

    private DefinitionRules(JsonNode root, Map<String, FormField> fields, Findings findings) {
        this.root = root;
        this.fields = fields;
        this.findings = findings;
    }

    static void check(MarkedYaml yaml, Map<String, FormField> fields, Findings findings) {
        DefinitionRules rules = new DefinitionRules(yaml.json(), fields, findings);
        rules.address();
        rules.names();
        rules.register();
        rules.privacy();
        rules.confidence();
        rules.levels();
        rules.steps();
        rules.selfCheck();
        rules.sizes();
    }

    private void address() {
        String id = root.path("scheme").asString();
        if (RESERVED.contains(id)) {
            findings.add(
                    "/scheme",
                    Text.of("/" + id + " は、この基盤のアドレスです", "/" + id + " is an address of the platform"),
                    Text.of("ほかの名前にしてください", "choose another name"));
        }
    }

    private void names() {
        named("/subject", root.path("subject"));
        named("/mail", root.path("mail"));
        root.path("register").properties().forEach(e -> named("/register/" + e.getKey(), e.getValue()));
        each("/open", root.path("open"));
        each("/self-check", root.path("self-check"));
    }

    private void each(String at, JsonNode list) {
        for (int i = 0; i < list.size(); i++) {
            named(at + "/" + i, list.get(i));
        }
    }

    private void named(String at, JsonNode name) {
        if (!name.isMissingNode() && !fields.containsKey(name.asString())) {
            findings.add(
                    at,
                    Text.of(
                            "フォームに項目「" + name.asString() + "」がありません",
                            "the form has no field «" + name.asString() + "»"),
                    Text.of("フォームの項目名にするか、フォームに加えてください", "name one of the form's fields, or add it there"));
        }
    }

    private void register() {
        widget("/register/prefecture", Widget.PREFECTURE);
        widget("/mail", Widget.EMAIL);
        if (root.has("subject")) {
            widget("/subject", Widget.CORPORATE_NUMBER);
        }
        for (String must : List.of("/register/name", "/register/prefecture", "/mail")) {
            field(must)
                    .filter(f -> !f.required())
                    .ifPresent(f -> findings.add(
                            must,
                            Text.of("項目 " + f.name() + " は必須でなければなりません", "the field " + f.name() + " must be required"),
                            Text.of("フォームの required に加えてください", "add it to «required» of the form")));
        }
        for (String whole : List.of("/register/employees", "/register/capital")) {
            field(whole)
                    .filter(f -> f.type() != FormField.Type.INTEGER)
                    .ifPresent(f -> findings.add(
                            whole,
                            Text.of("項目 " + f.name() + " は整数ではありません", "the field " + f.name() + " is no whole number"),
                            Text.of("型を integer にしてください", "give it the type integer")));
        }
        field("/register/industry")
                .filter(f -> f.choices().isEmpty())
                .ifPresent(f -> findings.add(
                        "/register/industry",
                        Text.of("項目 " + f.name() + " に選択肢がありません", "the field " + f.name() + " has no choices"),
                        Text.of("x-choices を加えてください", "give it x-choices")));
    }

    private Optional<FormField> field(String pointer) {
        return Optional.ofNullable(fields.get(root.at(pointer).asString("")));
    }

    private void widget(String at, Widget wanted) {
        String word = wanted.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        field(at)
                .filter(f -> f.widget() != wanted)
                .ifPresent(f -> findings.add(
                        at,
                        Text.of(
                                "項目 " + f.name() + " の x-widget は " + word + " でなければなりません",
                                "the field " + f.name() + " must have the x-widget " + word),
                        Text.of("フォームを直すか、別の項目にしてください", "change the form, or name another field")));
    }

    /// Who to write to is never published.
    private void privacy() {
        for (int i = 0; i < root.path("open").size(); i++) {
            String name = root.path("open").get(i).asString();
            FormField field = fields.get(name);
            if (field != null && (field.widget() == Widget.EMAIL || field.widget() == Widget.TELEPHONE)) {
                findings.add(
                        "/open/" + i,
                        Text.of("連絡先の項目 " + name + " は公表できません", "the contact field " + name + " cannot be published"),
                        Text.of("open から外してください", "take it out of «open»"));
            }
        }
    }

    /// What is confidential is not published, neither by a register nor by a logo to show around.
    private void confidence() {
        if (!root.path("confidential").asBoolean(false)) {
            return;
        }
        if (!root.path("open").isEmpty()) {
            findings.add(
                    "/open",
                    Text.of(
                            "秘密の制度に、公表する項目があります",
                            "a confidential scheme publishes nothing, and has fields that anyone may see"),
                    Text.of("open を空にするか、confidential を外してください", "leave «open» empty, or take «confidential» away"));
        }
        if (root.has("terms")) {
            findings.add(
                    "/terms",
                    Text.of("秘密の制度に、ロゴの規約があります", "a confidential scheme has terms for a logo that shows who is in it"),
                    Text.of("terms を外すか、confidential を外してください", "take «terms» away, or «confidential»"));
        }
    }

    private List<String> levelIds() {
        List<String> ids = new ArrayList<>();
        root.path("levels").forEach(level -> ids.add(level.path("id").asString()));
        return ids;
    }

    private void levels() {
        List<String> ids = levelIds();
        if (new HashSet<>(ids).size() < ids.size()) {
            findings.add(
                    "/levels",
                    Text.of("同じ段階が二度あります", "a level stands there twice"),
                    Text.of("id を分けてください", "give each an id of its own"));
        }
        Optional<FormField> asked = field("/register/level");
        if (root.path("register").has("level") && asked.isPresent()) {
            Set<String> offered =
                    asked.get().choices().stream().map(Choice::value).collect(Collectors.toSet());
            if (!offered.equals(Set.copyOf(ids)) || !asked.get().required()) {
                findings.add(
                        "/register/level",
                        Text.of(
                                "段階 " + ids + " と、必須の項目 " + asked.get().name() + " の選択肢 " + new TreeSet<>(offered)
                                        + " が一致しません",
                                "the levels " + ids + " are not the choices " + new TreeSet<>(offered)
                                        + " of the required field "
                                        + asked.get().name()),
                        Text.of("そろえてください", "make them the same"));
            }
        } else if (!root.path("register").has("level") && ids.size() > 1) {
            findings.add(
                    "/register",
                    Text.of("段階が二つ以上あるのに、選ぶ項目がありません", "there are several levels and no field to choose one"),
                    Text.of("register に level を加えてください", "name it as «level» under «register»"));
        }
    }

    private void steps() {
        Map<String, String> asked = new java.util.HashMap<>();
        List<String> levels = levelIds();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < root.path("steps").size(); i++) {
            JsonNode step = root.path("steps").get(i);
            String at = "/steps/" + i;
            each(at + "/fields", step.path("fields"));
            String id = step.path("id").asString();
            if (!ids.add(id) || Set.of("review", "send", "sent", "again").contains(id)) {
                findings.add(
                        at + "/id",
                        Text.of("画面の名前「" + id + "」は使えません", "the step cannot be called «" + id + "»"),
                        Text.of("ほかと重ならない名前にしてください", "give it a name of its own"));
            }
            if (step.has("level") && !levels.contains(step.path("level").asString())) {
                findings.add(
                        at + "/level",
                        Text.of(
                                "段階「" + step.path("level").asString() + "」はありません",
                                "there is no level «" + step.path("level").asString() + "»"),
                        Text.of("levels の id にしてください", "use the id of one of the levels"));
            }
            askedOnce(at, id, step, asked);
        }
        fields.keySet().stream()
                .filter(f -> !asked.containsKey(f))
                .forEach(f -> findings.add(
                        "/steps",
                        Text.of("項目 " + f + " を聞く画面がありません", "no step asks for the field " + f),
                        Text.of("steps のどれかに加えるか、フォームから外してください", "add it to a step, or take it from the form")));
    }

    private void askedOnce(String at, String id, JsonNode step, Map<String, String> asked) {
        for (int k = 0; k < step.path("fields").size(); k++) {
            String name = step.path("fields").get(k).asString();
            String before = asked.put(name, id);
            if (before != null) {
                findings.add(
                        at + "/fields/" + k,
                        Text.of(
                                "項目 " + name + " は画面 " + before + " でも聞いています",
                                "the step " + before + " asks for " + name + " too"),
                        Text.of("どちらかから外してください", "take it out of one of them"));
            }
        }
    }

    private void selfCheck() {
        int before = Integer.MIN_VALUE;
        for (int i = 0; i < root.path("bands").size(); i++) {
            int from = root.path("bands").get(i).path("from").asInt();
            if (from <= before) {
                findings.add(
                        "/bands/" + i,
                        Text.of("bands の from が増えていません", "«from» does not rise from band to band"),
                        Text.of("低い点から順に並べてください", "put them in order, lowest first"));
            }
            before = from;
        }
        for (int i = 0; i < root.path("self-check").size(); i++) {
            FormField field = fields.get(root.path("self-check").get(i).asString());
            if (field != null && field.choices().stream().allMatch(c -> c.score() == 0)) {
                findings.add(
                        "/self-check/" + i,
                        Text.of(
                                "項目 " + field.name() + " の選択肢に点数がありません",
                                "no choice of " + field.name() + " has a score"),
                        Text.of("選択肢に score を付けてください", "give its choices a score"));
            }
        }
    }

    private void sizes() {
        Set<String> industries = field("/register/industry").stream()
                .flatMap(f -> f.choices().stream())
                .map(Choice::value)
                .collect(Collectors.toSet());
        for (int i = 0; i < root.path("small-company").size(); i++) {
            for (JsonNode industry : root.path("small-company").get(i).path("industries")) {
                if (!industries.contains(industry.asString())) {
                    findings.add(
                            "/small-company/" + i,
                            Text.of(
                                    "業種「" + industry.asString() + "」は選択肢にありません",
                                    "there is no industry «" + industry.asString() + "» to choose"),
                            Text.of("業種の選択肢の値にしてください", "use the value of one of the industries"));
                }
            }
        }
    }
}
