package tsukasa.exposure.bom;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tsukasa.exposure.bom.Cursor.Token;

/// What the specification of CycloneDX (1.4 to 1.7) asks of the structure of a document. None of it keeps a document
/// from being checked: whoever made it learns what to correct.
final class CycloneDxRules {
    private static final Pattern SERIAL = Pattern.compile(
            "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Set<String> TYPES = Set.of(
            "application",
            "framework",
            "library",
            "container",
            "platform",
            "operating-system",
            "device",
            "device-driver",
            "firmware",
            "file",
            "machine-learning-model",
            "data",
            "cryptographic-asset");
    private static final Set<String> VERSIONS_BEFORE_1_7 = Set.of("1.2", "1.3", "1.4", "1.5", "1.6");
    private static final Set<String> METADATA = Set.of(
            "lifecycles", "tools", "authors", "manufacture", "manufacturer", "supplier", "distributionConstraints");
    private static final Set<String> SCOPES = Set.of("required", "optional", "excluded");
    private static final Map<String, Integer> HASHES = Map.ofEntries(
            Map.entry("MD5", 32),
            Map.entry("SHA-1", 40),
            Map.entry("SHA-256", 64),
            Map.entry("SHA-384", 96),
            Map.entry("SHA-512", 128),
            Map.entry("SHA3-256", 64),
            Map.entry("SHA3-384", 96),
            Map.entry("SHA3-512", 128),
            Map.entry("BLAKE2b-256", 64),
            Map.entry("BLAKE2b-384", 96),
            Map.entry("BLAKE2b-512", 128),
            Map.entry("BLAKE3", 64),
            Map.entry("Streebog-256", 64),
            Map.entry("Streebog-512", 128));
    private static final Set<String> PATCHES = Set.of("unofficial", "monkey", "backport", "cherry-pick");
    private static final Set<String> ISSUES = Set.of("defect", "enhancement", "security");
    private static final Set<String> FLOWS = Set.of("inbound", "outbound", "bi-directional", "unknown");
    private static final int REMEMBERED = 200_000;
    private final Remarks remarks;
    private final Set<String> refs = new HashSet<>();
    private boolean alone;

    CycloneDxRules(Remarks remarks) {
        this.remarks = remarks;
    }

    /// What holds for one version only is asked where the version is told before.
    void version(String version) {
        alone = VERSIONS_BEFORE_1_7.contains(version);
    }

    /// CycloneDX 1.7: who or what told it, and either where it stands or how it is found.
    void citation(Node citation) {
        boolean by = citation.has("attributedTo") || citation.has("process");
        if (!by || citation.has("pointers") == citation.has("expressions")) {
            remarks.add(
                    citation.place(),
                    "citations の項目には、attributedTo か process と、pointers か expressions のどちらか一方が要ります。",
                    "A citation needs attributedTo or process, and either pointers or expressions.");
        }
    }

    void serial(String serial, Place place) {
        if (!SERIAL.matcher(serial).matches()) {
            remarks.add(place, "serialNumber は urn:uuid:… の形で書きます。", "serialNumber is written as urn:uuid:….");
        }
    }

    void metadata(Node node) {
        switch (node.name()) {
            case "timestamp" -> timestamp(node);
            case "licenses" -> LicenceRules.licenses(node, alone, remarks);
            case "properties" -> properties(node);
            default -> {
                if (!METADATA.contains(node.name())) {
                    remarks.add(
                            node.place(),
                            "metadata に「" + shown(node.name()) + "」という項目はありません。",
                            "metadata has no member “" + shown(node.name()) + "”.");
                }
            }
        }
    }

    private void timestamp(Node node) {
        try {
            OffsetDateTime.parse(node.text() == null ? "" : node.text().strip());
        } catch (DateTimeParseException e) {
            remarks.add(
                    node.place(),
                    "metadata.timestamp は、時刻と時差のある日時で書きます。",
                    "metadata.timestamp is a date with a time and its offset.");
        }
    }

    void noObject(Cursor cursor, Token token) {
        remarks.add(cursor.place(), "構成要素が空か、オブジェクトではありません。", "A component is empty or no object.");
        cursor.skip(token);
    }

    void word(Cursor cursor, boolean again) {
        if (!cursor.words() && !cursor.name().equals("isExternal")) {
            remarks.add(cursor.place(), cursor.name() + " は文字列で書きます。", cursor.name() + " is a text.");
        }
        if (again) {
            remarks.add(cursor.place(), cursor.name() + " が2つあります。", cursor.name() + " stands there twice.");
        }
    }

    void noWord(Cursor cursor) {
        remarks.add(cursor.place(), cursor.name() + " は文字列で書きます。", cursor.name() + " is a text.");
    }

    void component(Map<String, String> words, Place place) {
        String type = words.getOrDefault("type", "");
        if (!TYPES.contains(type)) {
            remarks.add(
                    place,
                    type.isEmpty() ? "構成要素に type がありません。" : "type「" + shown(type) + "」は決められた値にありません。",
                    type.isEmpty() ? "A component has no type." : "“" + shown(type) + "” is no type of a component.");
        }
        if (words.getOrDefault("name", "").isEmpty()) {
            remarks.add(place, "構成要素に name がありません。", "A component has no name.");
        }
        String scope = words.getOrDefault("scope", "required");
        if (!SCOPES.contains(scope)) {
            remarks.add(place, "scope「" + shown(scope) + "」は決められた値にありません。", "“" + shown(scope) + "” is no scope.");
        }
        range(words, place);
        reference(words, place);
    }

    /// CycloneDX 1.7: only what comes from outside may have a range of versions, and not a version as well.
    private void range(Map<String, String> words, Place place) {
        if (!words.containsKey("versionRange")) {
            return;
        }
        if (!words.getOrDefault("isExternal", "").equals("true")) {
            remarks.add(
                    place,
                    "versionRange は isExternal が true のときだけ使えます。",
                    "versionRange is only for components whose isExternal is true.");
        }
        if (words.containsKey("version")) {
            remarks.add(place, "version と versionRange は一緒に使えません。", "version and versionRange exclude each other.");
        }
    }

    private void reference(Map<String, String> words, Place place) {
        String ref = words.get("bom-ref");
        if (ref == null) {
            return;
        }
        if (ref.isEmpty()) {
            remarks.add(place, "bom-ref が空です。", "bom-ref is empty.");
        } else if (refs.size() < REMEMBERED && !refs.add(ref)) {
            remarks.add(place, "bom-ref「" + shown(ref) + "」が2回使われています。", "bom-ref “" + shown(ref) + "” is used twice.");
        }
    }

    void piece(Node node) {
        switch (node.name()) {
            case "hashes" -> node.items().forEach(this::hash);
            case "licenses" -> LicenceRules.licenses(node, alone, remarks);
            case "swid" -> swid(node);
            case "properties" -> properties(node);
            case "pedigree" -> pedigree(node);
            default -> {}
        }
    }

    private void hash(Node hash) {
        Integer length = HASHES.get(hash.word("alg"));
        if (length == null) {
            remarks.add(
                    hash.place(),
                    "ハッシュの種類「" + shown(hash.word("alg")) + "」は決められた値にありません。",
                    "“" + shown(hash.word("alg")) + "” is no algorithm of a hash.");
        } else if (hash.word("content").length() != length
                || !HEX.matcher(hash.word("content")).matches()) {
            remarks.add(
                    hash.place(),
                    hash.word("alg") + " のハッシュは16進数" + length + "桁で書きます。",
                    "A hash of " + hash.word("alg") + " has " + length + " hexadecimal digits.");
        }
    }

    private void swid(Node swid) {
        if (swid.word("tagId").isEmpty() || swid.word("name").isEmpty()) {
            remarks.add(swid.place(), "swid には tagId と name が要ります。", "swid needs tagId and name.");
        }
    }

    private void properties(Node properties) {
        for (Node property : properties.items()) {
            if (property.word("name").isEmpty()) {
                remarks.add(property.place(), "properties の項目に name がありません。", "A property has no name.");
            }
        }
    }

    private void pedigree(Node pedigree) {
        for (Node patch : pedigree.field("patches").items()) {
            if (!PATCHES.contains(patch.word("type"))) {
                remarks.add(
                        patch.place(),
                        "修正の type「" + shown(patch.word("type")) + "」は決められた値にありません。",
                        "“" + shown(patch.word("type")) + "” is no type of a patch.");
            }
            for (Node issue : patch.field("resolves").items()) {
                if (!ISSUES.contains(issue.word("type"))) {
                    remarks.add(
                            issue.place(),
                            "課題の type「" + shown(issue.word("type")) + "」は決められた値にありません。",
                            "“" + shown(issue.word("type")) + "” is no type of an issue.");
                }
            }
        }
    }

    void service(Node service) {
        if (service.word("name").isEmpty()) {
            remarks.add(service.place(), "サービスに name がありません。", "A service has no name.");
        }
        Node data = service.field("data");
        data.items().forEach(this::flow);
        data.fields().values().forEach(this::flow);
        service.field("services").items().forEach(this::service);
    }

    private void flow(Node data) {
        if (data.has("flow") && !FLOWS.contains(data.word("flow"))) {
            remarks.add(
                    data.place(),
                    "flow「" + shown(data.word("flow")) + "」は決められた値にありません。",
                    "“" + shown(data.word("flow")) + "” is no flow of data.");
        }
    }

    void dependency(Node dependency) {
        if (dependency.word("ref").isEmpty()) {
            remarks.add(dependency.place(), "dependencies の項目に ref がありません。", "A dependency has no ref.");
        }
    }

    static String shown(String word) {
        return word.length() > 60 ? word.substring(0, 60) + "…" : word;
    }
}
