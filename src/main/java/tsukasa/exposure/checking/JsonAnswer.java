package tsukasa.exposure.checking;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Epss;

/// The result in a form of our own, with every word in both languages.
final class JsonAnswer {
    private final JsonMapper json = JsonMapper.builder().build();
    private final String base;

    /// @param base where this platform is reached
    JsonAnswer(String base) {
        this.base = base;
    }

    /// @param most how many findings are listed, the gravest; all are counted
    void write(Checked checked, int most, OutputStream out) {
        int listed = Math.min(most, checked.findings().size());
        try (JsonGenerator into = json.createGenerator(out)) {
            into.writeStartObject();
            into.writeStringProperty("format", checked.about().format());
            into.writeStringProperty("serialNumber", checked.about().serial());
            into.writeStringProperty("name", checked.about().name());
            into.writeStringProperty("checkedAt", checked.at().toString());
            into.writeName("counts");
            into.writeTree(counts(checked, listed));
            into.writeArrayPropertyStart("findings");
            for (Finding finding : checked.findings().subList(0, listed)) {
                into.writeTree(finding(finding));
            }
            into.writeEndArray();
            into.writeName("unmatched");
            into.writeTree(unmatched(checked.unmatched()));
            into.writeName("remarks");
            into.writeTree(remarks(checked));
            into.writeEndObject();
        }
    }

    private ArrayNode remarks(Checked checked) {
        ArrayNode remarks = json.createArrayNode();
        checked.about().remarks().forEach(remark -> {
            ObjectNode node = remarks.addObject();
            node.set("what", words(remark.what()));
            node.set("where", words(remark.where()));
        });
        return remarks;
    }

    private ObjectNode counts(Checked checked, int listed) {
        return json.createObjectNode()
                .put("components", checked.components())
                .put("known", checked.known())
                .put("affected", count(checked, true))
                .put("possibly", count(checked, false))
                .put(
                        "suppressed",
                        checked.findings().stream().filter(Finding::suppressed).count())
                .put("ruledOut", checked.ruledOut())
                .put("notListed", checked.more() + checked.findings().size() - listed)
                .put("vexStatements", checked.statements())
                .put("vexFitting", checked.fitting())
                .put("remarks", checked.about().remarked());
    }

    private static long count(Checked checked, boolean certain) {
        return checked.findings().stream()
                .filter(finding -> finding.certain() == certain && !finding.suppressed())
                .count();
    }

    private ObjectNode finding(Finding finding) {
        ObjectNode node = json.createObjectNode();
        node.set("component", part(finding.part()));
        ObjectNode vulnerability = node.putObject("vulnerability")
                .put("number", finding.number())
                .put("jvndb", finding.head().number().toString())
                .put("address", base + "/vulnerabilities/" + finding.number());
        vulnerability.set("title", words(finding.head().title()));
        finding.severity().ifPresent(severity -> vulnerability.put("severity", severity.name()));
        if (finding.head().tenths() != null) {
            vulnerability.put("score", finding.tenths() / 10.0);
        }
        if (finding.head().exploited() != null) {
            vulnerability.put("exploitedSince", finding.head().exploited().toString());
        }
        Epss epss = finding.epss();
        if (epss != null) {
            vulnerability
                    .putObject("epss")
                    .put("score", epss.score())
                    .put("percentile", epss.percentile())
                    .put("day", epss.day().toString());
        }
        node.put("answer", finding.verdict().answer().name());
        node.set("reason", words(finding.verdict().decisive().explain()));
        ArrayNode beside = node.putArray("beside");
        finding.verdict().beside().forEach(reason -> beside.add(words(reason.explain())));
        finding.verdict().fix().ifPresent(fix -> node.put("fix", fix));
        node.put("suppressed", finding.suppressed());
        Statement said = finding.said();
        if (said != null) {
            node.putObject("vex")
                    .put("position", said.position().name())
                    .put("justification", said.justification())
                    .put("detail", said.detail());
        }
        return node;
    }

    private ObjectNode part(Part part) {
        ObjectNode node = json.createObjectNode()
                .put("ref", part.ref())
                .put("name", part.name())
                .put("version", part.version());
        if (part.purl() != null) {
            node.put("purl", part.purl());
        }
        ArrayNode cpes = node.putArray("cpes");
        part.cpes().forEach(cpes::add);
        return node;
    }

    private ArrayNode unmatched(Unmatched unmatched) {
        ArrayNode all = json.createArrayNode();
        for (Unmatched.Reason reason : Unmatched.Reason.values()) {
            ObjectNode node = all.addObject().put("reason", reason.name());
            node.set("why", words(reason.words()));
            node.put("count", unmatched.count(reason));
            ArrayNode parts = node.putArray("components");
            unmatched.first(reason).forEach(part -> parts.add(part(part)));
        }
        return all;
    }

    private ObjectNode words(Text text) {
        return json.createObjectNode().put("ja", text.ja()).put("en", text.en());
    }
}
