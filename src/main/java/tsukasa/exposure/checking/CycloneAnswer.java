package tsukasa.exposure.checking;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.exposure.Bill;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.scoring.Severity;

/// CycloneDX 1.6: a report of vulnerabilities (VDR) with the components it speaks of, or what there is to say about
/// each
/// (VEX), which points into the document that was checked.
final class CycloneAnswer {
    private static final Map<String, String> JUSTIFICATIONS = Map.of(
            "component_not_present", "code_not_present",
            "componentnotpresent", "code_not_present",
            "vulnerable_code_not_present", "code_not_present",
            "vulnerablecodenotpresent", "code_not_present",
            "vulnerable_code_not_in_execute_path", "code_not_reachable",
            "vulnerablecodenotinexecutepath", "code_not_reachable",
            "vulnerable_code_cannot_be_controlled_by_adversary", "requires_environment",
            "vulnerablecodecannotbecontrolledbyadversary", "requires_environment",
            "inline_mitigations_already_exist", "protected_by_mitigating_control",
            "inlinemitigationsalreadyexist", "protected_by_mitigating_control");
    private static final List<String> KNOWN = List.of(
            "code_not_present",
            "code_not_reachable",
            "requires_configuration",
            "requires_dependency",
            "requires_environment",
            "protected_by_compiler",
            "protected_at_runtime",
            "protected_at_perimeter",
            "protected_by_mitigating_control");
    private static final Text FIX = Text.of("{} に更新してください。", "update to {}.");
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;
    private final Language language;
    private final boolean statements;

    /// @param statements a VEX document, else a VDR
    CycloneAnswer(String base, Language language, boolean statements) {
        this.base = base;
        this.language = language;
        this.statements = statements;
    }

    /// Findings of one vulnerability of which the same is said.
    private record Group(String number, Optional<Statement> said) {}

    void write(Checked checked, OutputStream out) {
        Map<Part, String> refs = refs(checked);
        Map<Group, List<Finding>> groups = new LinkedHashMap<>();
        checked.findings()
                .forEach(finding -> groups.computeIfAbsent(
                                new Group(finding.number(), Optional.ofNullable(finding.said())),
                                _ -> new ArrayList<>())
                        .add(finding));
        try (JsonGenerator into = json.createGenerator(out)) {
            into.writeStartObject();
            into.writeStringProperty("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            into.writeStringProperty("bomFormat", "CycloneDX");
            into.writeStringProperty("specVersion", "1.6");
            into.writeStringProperty("serialNumber", "urn:uuid:" + UUID.randomUUID());
            into.writeNumberProperty("version", 1);
            into.writeName("metadata");
            into.writeTree(metadata(checked));
            if (!statements) {
                into.writeArrayPropertyStart("components");
                refs.forEach((part, ref) -> into.writeTree(component(part, ref)));
                into.writeEndArray();
            }
            into.writeArrayPropertyStart("vulnerabilities");
            groups.values().forEach(group -> into.writeTree(vulnerability(group, checked.about(), refs)));
            into.writeEndArray();
            into.writeEndObject();
        }
    }

    /// Every part gets a name of its own, its own where it has one.
    private static Map<Part, String> refs(Checked checked) {
        Map<Part, String> refs = new LinkedHashMap<>();
        Map<String, Part> taken = new LinkedHashMap<>();
        for (Finding finding : checked.findings()) {
            if (!refs.containsKey(finding.part())) {
                String ref = finding.part().ref();
                boolean free = !ref.isEmpty() && !taken.containsKey(ref);
                String given = free ? ref : "component-" + (refs.size() + 1);
                taken.put(given, finding.part());
                refs.put(finding.part(), given);
            }
        }
        return refs;
    }

    private ObjectNode metadata(Checked checked) {
        ObjectNode metadata =
                json.createObjectNode().put("timestamp", checked.at().toString());
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", "Tsukasa SBOM check");
        Part subject = checked.about().subject();
        if (subject != null && !subject.name().isEmpty()) {
            ObjectNode about = metadata.putObject("component")
                    .put("type", "application")
                    .put("bom-ref", "subject")
                    .put("name", subject.name());
            if (!subject.version().isEmpty()) {
                about.put("version", subject.version());
            }
        }
        return metadata;
    }

    private ObjectNode component(Part part, String ref) {
        ObjectNode component = json.createObjectNode()
                .put("type", "library")
                .put("bom-ref", ref)
                .put("name", part.name().isEmpty() ? "?" : part.name());
        if (!part.version().isEmpty()) {
            component.put("version", part.version());
        }
        if (part.purl() != null) {
            component.put("purl", part.purl());
        } else if (!part.cpes().isEmpty()) {
            component.put("cpe", part.cpes().getFirst());
        }
        return component;
    }

    private ObjectNode vulnerability(List<Finding> group, Bill about, Map<Part, String> refs) {
        Finding first = group.getFirst();
        ObjectNode node = json.createObjectNode().put("id", first.number());
        String address = base + "/vulnerabilities/" + first.number();
        node.putObject("source").put("name", "Tsukasa").put("url", address);
        if (first.head().tenths() != null) {
            ObjectNode rating = node.putArray("ratings").addObject().put("score", first.tenths() / 10.0);
            first.severity().ifPresent(severity -> rating.put("severity", word(severity)));
            rating.put("method", "other");
        }
        ArrayNode cwes = json.createArrayNode();
        first.head().cwes().stream()
                .filter(cwe -> cwe.matches("CWE-[0-9]{1,6}"))
                .forEach(cwe -> cwes.add(Integer.parseInt(cwe.substring(4))));
        if (!cwes.isEmpty()) {
            node.set("cwes", cwes);
        }
        node.put("description", first.head().title().in(language));
        node.put("published", first.head().published().toString());
        node.put("updated", first.head().updated().toString());
        group.stream()
                .flatMap(finding -> finding.verdict().fix().stream()
                        .map(fix ->
                                finding.part().name() + ": " + FIX.in(language).replace("{}", fix)))
                .distinct()
                .limit(20)
                .reduce((one, other) -> one + " / " + other)
                .ifPresent(words -> node.put("recommendation", words));
        if (statements || first.said() != null) {
            node.set("analysis", analysis(first));
        }
        ArrayNode affects = node.putArray("affects");
        group.forEach(finding -> affects(finding, about, refs, affects));
        if (first.exploited()) {
            node.putArray("properties")
                    .addObject()
                    .put("name", "kev:dateAdded")
                    .put("value", String.valueOf(first.head().exploited()));
        }
        return node;
    }

    private void affects(Finding finding, Bill about, Map<Part, String> refs, ArrayNode affects) {
        Part part = finding.part();
        String ref = refs.getOrDefault(part, part.ref());
        boolean link = statements
                && about.serial().startsWith("urn:uuid:")
                && !part.ref().isEmpty();
        ObjectNode affected = affects.addObject()
                .put(
                        "ref",
                        link
                                ? "urn:cdx:" + about.serial().substring("urn:uuid:".length()) + "/"
                                        + Math.max(1, about.revision()) + "#" + part.ref()
                                : statements
                                                && part.purl() != null
                                                && part.ref().isEmpty()
                                        ? part.purl()
                                        : ref);
        if (!part.version().isEmpty()) {
            affected.putArray("versions")
                    .addObject()
                    .put("version", part.version())
                    .put("status", finding.suppressed() ? "unaffected" : finding.certain() ? "affected" : "unknown");
        }
    }

    /// That a version is concerned does not say yet whether it can be exploited there.
    private ObjectNode analysis(Finding finding) {
        ObjectNode analysis = json.createObjectNode();
        Statement said = finding.said();
        if (said == null) {
            return analysis.put("state", "in_triage")
                    .put("detail", finding.verdict().decisive().explain().in(language));
        }
        analysis.put(
                "state",
                switch (said.position()) {
                    case NOT_AFFECTED ->
                        said.justification().equals("false_positive") ? "false_positive" : "not_affected";
                    case FIXED -> "resolved";
                    case AFFECTED -> "exploitable";
                    case UNDER_INVESTIGATION -> "in_triage";
                });
        String told = said.justification().toLowerCase(Locale.ROOT);
        String justification = KNOWN.contains(told) ? told : JUSTIFICATIONS.get(told);
        if (justification != null) {
            analysis.put("justification", justification);
        }
        if (!said.detail().isEmpty()) {
            analysis.put("detail", said.detail());
        }
        return analysis;
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
