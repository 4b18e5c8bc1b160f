package tsukasa.exposure.checking;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Language;
import tsukasa.scoring.Severity;

/// SARIF 2.1.0: a rule for each vulnerability, a result for each finding.
final class SarifAnswer {
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;
    private final Language language;

    SarifAnswer(String base, Language language) {
        this.base = base;
        this.language = language;
    }

    void write(Checked checked, OutputStream out) {
        Map<String, Integer> rules = new LinkedHashMap<>();
        Map<String, Finding> first = new LinkedHashMap<>();
        checked.findings().forEach(finding -> {
            first.putIfAbsent(finding.number(), finding);
            rules.putIfAbsent(finding.number(), rules.size());
        });
        try (JsonGenerator into = json.createGenerator(out)) {
            into.writeStartObject();
            into.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            into.writeStringProperty("version", "2.1.0");
            into.writeArrayPropertyStart("runs");
            into.writeStartObject();
            into.writeObjectPropertyStart("tool");
            into.writeObjectPropertyStart("driver");
            into.writeStringProperty("name", "Tsukasa SBOM check");
            into.writeStringProperty("informationUri", base + "/sbom-check");
            into.writeArrayPropertyStart("rules");
            first.values().forEach(finding -> into.writeTree(rule(finding)));
            into.writeEndArray();
            into.writeEndObject();
            into.writeEndObject();
            into.writeStringProperty("columnKind", "utf16CodeUnits");
            into.writeArrayPropertyStart("results");
            checked.findings().forEach(finding -> into.writeTree(result(finding, rules)));
            into.writeEndArray();
            into.writeEndObject();
            into.writeEndArray();
            into.writeEndObject();
        }
    }

    private ObjectNode rule(Finding finding) {
        ObjectNode rule = json.createObjectNode().put("id", finding.number());
        rule.putObject("shortDescription").put("text", finding.head().title().in(language));
        rule.put("helpUri", base + "/vulnerabilities/" + finding.number());
        ObjectNode properties = rule.putObject("properties");
        properties.putArray("tags").add("security").add("vulnerability");
        if (finding.head().tenths() != null) {
            properties.put("security-severity", String.valueOf(finding.tenths() / 10.0));
        }
        return rule;
    }

    private ObjectNode result(Finding finding, Map<String, Integer> rules) {
        Part part = finding.part();
        ObjectNode result = json.createObjectNode()
                .put("ruleId", finding.number())
                .put("ruleIndex", rules.get(finding.number()))
                .put("kind", finding.certain() ? "fail" : "review")
                .put("level", finding.certain() ? level(finding) : "none");
        result.putObject("message")
                .put(
                        "text",
                        part.title() + ": "
                                + finding.verdict().answer().title().in(language) + ". "
                                + finding.verdict().decisive().explain().in(language));
        ObjectNode location = result.putArray("locations").addObject();
        location.putObject("physicalLocation").putObject("artifactLocation").put("uri", "sbom");
        location.putArray("logicalLocations")
                .addObject()
                .put("name", part.title())
                .put("fullyQualifiedName", part.purl() == null ? part.title() : part.purl())
                .put("kind", "module");
        result.putObject("partialFingerprints")
                .put("componentAndVulnerability/v1", part.title() + "|" + finding.number());
        Statement said = finding.said();
        if (said != null && finding.suppressed()) {
            result.putArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put(
                            "justification",
                            (said.position().title().in(language) + " " + said.justification() + " " + said.detail())
                                    .strip());
        }
        finding.verdict().fix().ifPresent(fix -> result.putObject("properties").put("fixedVersion", fix));
        return result;
    }

    private static String level(Finding finding) {
        Severity severity = finding.head().severity();
        return severity == null
                ? "warning"
                : switch (severity) {
                    case CRITICAL, HIGH -> "error";
                    case MEDIUM -> "warning";
                    case LOW, NONE -> "note";
                };
    }
}
