package tsukasa.exposure.bom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tsukasa.exposure.Statement;
import tsukasa.exposure.Statement.Position;

/// Elements of SPDX 3.0 in JSON-LD: packages, and what is said of vulnerabilities in them (profile Security).
final class SpdxGraph {
    private static final String SAID = "VulnAssessmentRelationship";
    private final Found found;
    private final Map<String, Set<String>> vulnerabilities = new HashMap<>();
    private final List<Node> said = new ArrayList<>();
    private String version = "";
    private String made = "";
    private String name = "";

    SpdxGraph(Found found) {
        this.found = found;
    }

    void element(Node node) {
        String type = local(word(node, "type", "@type"));
        if (type.equals("software_Package") || type.equals("ai_AIPackage") || type.equals("dataset_DatasetPackage")) {
            packaged(node);
        } else if (type.equals("CreationInfo")) {
            version = node.word("specVersion");
            made = node.word("created");
        } else if (type.equals("SpdxDocument") || type.equals("software_Sbom") && name.isEmpty()) {
            name = node.word("name");
        } else if (type.equals("security_Vulnerability")) {
            Set<String> numbers = new LinkedHashSet<>();
            numbers.add(node.word("name"));
            identifiers(node).forEach(each -> numbers.add(each.word("identifier")));
            numbers.remove("");
            found.keep(node.weight());
            vulnerabilities.put(id(node), numbers);
        } else if (type.startsWith("security_Vex") && type.endsWith(SAID)) {
            found.keep(node.weight());
            said.add(node);
        }
    }

    private void packaged(Node node) {
        if (id(node).isEmpty()) {
            found.remarks().add(node.place(), "パッケージに spdxId がありません。", "A package has no spdxId.");
        }
        Spdx.Names names = new Spdx.Names();
        names.add("packageUrl", word(node, "software_packageUrl", "packageUrl"));
        for (Node identifier : identifiers(node)) {
            names.add(local(identifier.word("externalIdentifierType")), identifier.word("identifier"));
        }
        found.part(
                id(node),
                node.word("name"),
                Spdx.version(word(node, "software_packageVersion", "packageVersion")),
                names.purl(),
                names.cpes());
    }

    private static List<Node> identifiers(Node node) {
        Node all = node.field("externalIdentifier");
        return all.items().isEmpty() && !all.fields().isEmpty() ? List.of(all) : all.items();
    }

    /// Once all was read: what is said may stand before what it speaks of.
    void finish() {
        for (Node node : said) {
            Set<String> numbers = vulnerabilities.getOrDefault(node.word("from"), Set.of());
            String type = local(word(node, "type", "@type"));
            if (!numbers.isEmpty() && !node.words("to").isEmpty()) {
                found.statement(new Statement(
                        List.copyOf(numbers),
                        position(type),
                        local(node.word("security_justificationType")),
                        Found.cut(word(node, "security_impactStatement", "security_statusNotes")),
                        node.words("to"),
                        Dates.read(word(node, "security_modifiedTime", "security_publishedTime"))));
            }
        }
    }

    private static Position position(String type) {
        return type.contains("NotAffected")
                ? Position.NOT_AFFECTED
                : type.contains("Fixed")
                        ? Position.FIXED
                        : type.contains("UnderInvestigation") ? Position.UNDER_INVESTIGATION : Position.AFFECTED;
    }

    /// When it was made, as written; empty where it does not say.
    String made() {
        return made;
    }

    String version() {
        return version;
    }

    String name() {
        return name;
    }

    private static String id(Node node) {
        return word(node, "spdxId", "@id");
    }

    private static String word(Node node, String one, String other) {
        return node.word(one).isEmpty() ? node.word(other) : node.word(one);
    }

    /// `software_Package` of `spdx:software_Package` and of `https://spdx.org/rdf/3.0.1/terms/Software/Package`.
    private static String local(String type) {
        int terms = type.indexOf("/terms/");
        if (terms < 0) {
            return type.substring(type.lastIndexOf(':') + 1);
        }
        String[] pieces = type.substring(terms + "/terms/".length()).split("/", -1);
        return pieces.length < 2 || pieces[0].equals("Core")
                ? pieces[pieces.length - 1]
                : pieces[0].toLowerCase(Locale.ROOT) + "_" + pieces[1];
    }
}
