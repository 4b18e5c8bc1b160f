package tsukasa.myjvn.hnd;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/// The published schemas, mended where they cannot be used as they are: `results_3.3.xsd` imports six schemas that were
/// never published, so that a stub stands for each; a VULDEF answer holds elements of four schemas that none of them
/// imports, so that they are given together.
final class PublishedSchemas {
    private static final Path FOLDER = Path.of("../shared/data/myjvn/schemas/hnd");
    private static final Map<String, String> NEVER_PUBLISHED = Map.of(
            "http://checklists.nist.gov/xccdf/1.1", "Benchmark",
            "http://cpe.mitre.org/dictionary/2.0", "cpe-list",
            "http://oval.mitre.org/XMLSchema/oval-definitions-5", "oval_definitions",
            "http://oval.mitre.org/XMLSchema/oval-definitions-5#windows", "any",
            "http://www.icasi.org/CVRF/schema/cvrf/1.1", "any",
            "http://jvndb.jvn.jp/myjvn/jvndefinitions", "any",
            "http://jvndb.jvn.jp/myjvn/jvnmetadata", "any");

    private PublishedSchemas() {}

    /// Skipped where the schemas are not beside the repository.
    static void check(String document) throws SAXException, IOException {
        assumeTrue(Files.exists(FOLDER), "the published schemas are not beside the repository");
        if (document.contains("<VULDEF-Document")) {
            check(document, "vuldef_3.2", "mod_sec_3.0", "tlp_marking", "status_3.3");
        } else if (document.contains("<Result")) {
            check(document, "results_3.3");
        } else if (document.contains("<feed")) {
            check(document, "atom", "mod_sec_3.0", "tlp_marking", "status_3.3");
        } else {
            check(document, "jvnrss_3.2");
        }
    }

    private static void check(String document, String... schemas) throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        List<Source> sources = new ArrayList<>();
        for (String schema : schemas) {
            if (schema.startsWith("results")) {
                NEVER_PUBLISHED.forEach((space, element) -> sources.add(stub(space, element)));
                sources.add(withoutPlaces(FOLDER.resolve(schema + ".xsd")));
            } else {
                sources.add(new StreamSource(FOLDER.resolve(schema + ".xsd").toFile()));
            }
        }
        factory.newSchema(sources.toArray(Source[]::new))
                .newValidator()
                .validate(new StreamSource(new StringReader(document)));
    }

    private static Source stub(String space, String element) {
        return new StreamSource(
                new StringReader("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"" + space
                        + "\"><xs:element name=\"" + element + "\"/></xs:schema>"),
                space);
    }

    /// An import that says where, of a schema that is nowhere, would be looked for in vain.
    private static Source withoutPlaces(Path schema) throws IOException {
        String text = Files.readString(schema);
        for (String space : NEVER_PUBLISHED.keySet()) {
            text = text.replaceAll("(namespace=\"" + space + "\")\\s+schemaLocation=\"[^\"]*\"", "$1");
        }
        return new StreamSource(
                new StringReader(text.substring(text.indexOf('<'))),
                schema.toUri().toString());
    }
}
