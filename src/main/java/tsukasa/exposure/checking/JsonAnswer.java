package tsukasa.exposure.checking;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Epss;
import tsukasa.vulnerability.Verdict;

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
            counts(checked, listed, into);
            into.writeArrayPropertyStart("findings");
            for (Finding finding : checked.findings().subList(0, listed)) {
                finding(finding, into);
            }
            into.writeEndArray();
            unmatched(checked.unmatched(), into);
            remarks(checked, into);
            into.writeEndObject();
        }
    }

    private static void counts(Checked checked, int listed, JsonGenerator into) {
        into.writeObjectPropertyStart("counts");
        into.writeNumberProperty("components", checked.components());
        into.writeNumberProperty("known", checked.known());
        into.writeNumberProperty("affected", count(checked, true));
        into.writeNumberProperty("possibly", count(checked, false));
        into.writeNumberProperty(
                "suppressed",
                checked.findings().stream().filter(Finding::suppressed).count());
        into.writeNumberProperty("ruledOut", checked.ruledOut());
        into.writeNumberProperty(
                "notListed", checked.more() + checked.findings().size() - listed);
        into.writeNumberProperty("vexStatements", checked.statements());
        into.writeNumberProperty("vexFitting", checked.fitting());
        into.writeNumberProperty("remarks", checked.about().remarked());
        into.writeEndObject();
    }

    private static long count(Checked checked, boolean certain) {
        return checked.findings().stream()
                .filter(finding -> finding.certain() == certain && !finding.suppressed())
                .count();
    }

    private static void remarks(Checked checked, JsonGenerator into) {
        into.writeArrayPropertyStart("remarks");
        checked.about().remarks().forEach(remark -> {
            into.writeStartObject();
            into.writeName("what");
            words(remark.what(), into);
            into.writeName("where");
            words(remark.where(), into);
            into.writeEndObject();
        });
        into.writeEndArray();
    }

    /// There may be many thousands, so they are written without a tree of them.
    private void finding(Finding finding, JsonGenerator into) {
        into.writeStartObject();
        into.writeName("component");
        part(finding.part(), into);
        vulnerability(finding, into);
        Verdict verdict = finding.verdict();
        into.writeStringProperty("answer", verdict.answer().name());
        into.writeName("reason");
        words(verdict.decisive().explain(), into);
        into.writeArrayPropertyStart("beside");
        verdict.beside().forEach(reason -> words(reason.explain(), into));
        into.writeEndArray();
        verdict.fix().ifPresent(fix -> into.writeStringProperty("fix", fix));
        into.writeBooleanProperty("suppressed", finding.suppressed());
        Statement said = finding.said();
        if (said != null) {
            into.writeObjectPropertyStart("vex");
            into.writeStringProperty("position", said.position().name());
            into.writeStringProperty("justification", said.justification());
            into.writeStringProperty("detail", said.detail());
            into.writeEndObject();
        }
        into.writeEndObject();
    }

    private void vulnerability(Finding finding, JsonGenerator into) {
        EntryHead head = finding.head();
        into.writeObjectPropertyStart("vulnerability");
        into.writeStringProperty("number", finding.number());
        into.writeStringProperty("jvndb", head.number().toString());
        into.writeStringProperty("address", base + "/vulnerabilities/" + finding.number());
        into.writeName("title");
        words(head.title(), into);
        finding.severity().ifPresent(severity -> into.writeStringProperty("severity", severity.name()));
        if (head.tenths() != null) {
            into.writeNumberProperty("score", finding.tenths() / 10.0);
        }
        if (head.exploited() != null) {
            into.writeStringProperty("exploitedSince", head.exploited().toString());
        }
        Epss epss = finding.epss();
        if (epss != null) {
            into.writeObjectPropertyStart("epss");
            into.writeNumberProperty("score", epss.score());
            into.writeNumberProperty("percentile", epss.percentile());
            into.writeStringProperty("day", epss.day().toString());
            into.writeEndObject();
        }
        into.writeEndObject();
    }

    private static void part(Part part, JsonGenerator into) {
        into.writeStartObject();
        into.writeStringProperty("ref", part.ref());
        into.writeStringProperty("name", part.name());
        into.writeStringProperty("version", part.version());
        if (part.purl() != null) {
            into.writeStringProperty("purl", part.purl());
        }
        into.writeArrayPropertyStart("cpes");
        part.cpes().forEach(into::writeString);
        into.writeEndArray();
        into.writeEndObject();
    }

    private static void words(Text text, JsonGenerator into) {
        into.writeStartObject();
        into.writeStringProperty("ja", text.ja());
        into.writeStringProperty("en", text.en());
        into.writeEndObject();
    }

    private static void unmatched(Unmatched unmatched, JsonGenerator into) {
        into.writeArrayPropertyStart("unmatched");
        for (Unmatched.Reason reason : Unmatched.Reason.values()) {
            into.writeStartObject();
            into.writeStringProperty("reason", reason.name());
            into.writeName("why");
            words(reason.words(), into);
            into.writeNumberProperty("count", unmatched.count(reason));
            into.writeArrayPropertyStart("components");
            unmatched.first(reason).forEach(part -> part(part, into));
            into.writeEndArray();
            into.writeEndObject();
        }
        into.writeEndArray();
    }
}
