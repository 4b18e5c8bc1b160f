package tsukasa.naming.applicability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.naming.Applicability;
import tsukasa.naming.ApplicabilityDesk;
import tsukasa.naming.ApplicabilityVerdict.Answer;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.SharedVectors;

/// The published rows of the CPE language: trees in XML and in the JSON of NVD.
class PublishedLanguageTests {
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext("tsukasa.naming");
    private final ApplicabilityDesk desk = beans.getBean(ApplicabilityDesk.class);
    private final CpeNames names = beans.getBean(CpeNames.class);

    @Test
    void every_published_row_of_the_cpe_language_passes() throws Exception {
        var count = 0;
        for (var row : SharedVectors.lines("cpe/nilp0inter-name-tests.ndjson")) {
            if (!row.path("kind").asString().equals("language_match")) {
                continue;
            }
            count++;
            var expression = row.path("expression").asString();
            var tree = row.path("format").asString().equals("xml")
                    ? xml(expression)
                    : json(JsonMapper.shared().readTree(expression));
            var inventory = new ArrayList<CpeName>();
            row.path("names").forEach(each -> inventory.add(name(each.asString())));
            assertThat(desk.apply(tree, inventory).answer() == Answer.YES)
                    .as(row.toString())
                    .isEqualTo(row.path("expected").asBoolean());
        }
        assertThat(count).isEqualTo(9);
    }

    private Applicability xml(String text) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.substring(text.indexOf('<')))));
        var platform = (Element) document.getElementsByTagName("cpe:platform").item(0);
        return new Applicability.Any(children(platform));
    }

    private List<Applicability> children(Element parent) {
        var children = new ArrayList<Applicability>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals("cpe:fact-ref")) {
                children.add(new Applicability.Statement(name(element.getAttribute("name")), true, null));
            } else if (node instanceof Element element && element.getTagName().equals("cpe:logical-test")) {
                var test = joined(element.getAttribute("operator"), children(element));
                children.add(element.getAttribute("negate").equals("TRUE") ? new Applicability.Not(test) : test);
            }
        }
        return children;
    }

    private Applicability json(JsonNode nodes) {
        var trees = new ArrayList<Applicability>();
        for (var node : nodes) {
            var children = new ArrayList<Applicability>();
            node.path("children")
                    .forEach(child -> children.add(
                            json(JsonMapper.shared().createArrayNode().add(child))));
            node.path("cpe_match")
                    .forEach(match -> children.add(new Applicability.Statement(
                            name(match.path("cpe23Uri").asString()),
                            match.path("vulnerable").asBoolean(),
                            null)));
            trees.add(joined(node.path("operator").asString(), children));
        }
        return new Applicability.Any(trees);
    }

    private static Applicability joined(String operator, List<Applicability> of) {
        return operator.equals("AND") ? new Applicability.All(of) : new Applicability.Any(of);
    }

    private CpeName name(String text) {
        return ((CpeReading.Read) names.read(text)).name();
    }
}
