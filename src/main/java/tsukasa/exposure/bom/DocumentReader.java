package tsukasa.exposure.bom;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.exposure.Bill;
import tsukasa.exposure.bom.Cursor.Token;
import tsukasa.kernel.Text;

/// Reads a document of members in whatever order they stand: which format it is may be told last.
final class DocumentReader {
    static final Text FORMATS = Text.of(
            "CycloneDX（JSON・XML、1.4–1.7）、SPDX（2.3 の JSON・tag-value・YAML、3.0 の JSON-LD）、"
                    + "VEX は CSAF と OpenVEX も読み取れます。",
            "What is read: CycloneDX 1.4 to 1.7 (JSON, XML), SPDX 2.3 (JSON, tag-value, YAML) and 3.0 (JSON-LD); "
                    + "for VEX also CSAF and OpenVEX.");
    private static final Set<String> VERSIONS = Set.of("1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7");
    private static final Set<String> KEPT = Set.of(
            "bomFormat", "specVersion", "serialNumber", "version", "spdxVersion", "name", "documentNamespace", "@id");
    private final Cursor cursor;
    private final String written;
    private final Found found = new Found();
    private final Map<String, String> words = new HashMap<>();
    private final CycloneDx cyclone;
    private final Spdx spdx = new Spdx(found);
    private final SpdxGraph graph = new SpdxGraph(found);
    private final OpenVex openVex = new OpenVex(found);
    private final Csaf csaf = new Csaf(found);
    private String context = "";
    private String csafVersion = "";
    private String released = "";
    private Node dated = Node.NONE;
    private String name = "";

    /// @param written JSON, XML or YAML
    DocumentReader(Cursor cursor, String written) {
        this.cursor = cursor;
        this.written = written;
        this.cyclone = new CycloneDx(cursor, found);
    }

    Bill read() {
        if (cursor.next() != Token.OBJECT) {
            throw Unreadable.unknown(Text.of("文書の最上位がオブジェクトではありません。", "The document is no object."), FORMATS);
        }
        for (Token token = cursor.next(); token != Token.END; token = cursor.next()) {
            if (token == Token.DONE) {
                throw cursor.early();
            }
            member(token);
        }
        if (cursor.next() != Token.DONE) {
            throw Unreadable.broken(
                    Text.of("文書の終わりのあとに、まだ何かがあります。", "Something follows the end of the document."), cursor.place());
        }
        graph.finish();
        csaf.finish();
        return bill(format());
    }

    private void member(Token token) {
        String member = cursor.name();
        if (KEPT.contains(member)) {
            word(member, token);
            return;
        }
        switch (member) {
            case "metadata" -> ofObject(token, () -> name = cyclone.metadata());
            case "components" -> cyclone.components(token, 0);
            case "services" -> cyclone.services(token);
            case "dependencies" -> cyclone.dependencies(token);
            case "citations" -> cyclone.citations(token);
            case "vulnerabilities" ->
                each(token, node -> {
                    cyclone.vulnerability(node);
                    csaf.vulnerability(node);
                });
            case "packages" -> each(token, spdx::one);
            case "@graph" -> each(token, graph::element);
            case "statements" -> each(token, openVex::one);
            case "product_tree" -> csaf.tree(Node.read(cursor, token));
            case "document" -> csaf(Node.read(cursor, token));
            case "timestamp" -> dated = Node.read(cursor, token);
            case "@context" -> context = String.join(" ", contexts(token));
            case "properties" -> cyclone.rules().piece(Node.read(cursor, token));
            default -> cursor.skip(token);
        }
    }

    private void csaf(Node document) {
        csafVersion = document.word("csaf_version");
        released = document.field("tracking").word("current_release_date");
    }

    /// Of the document: what its statements are said since that tell no date themselves.
    private @Nullable Instant date() {
        String openVex = dated.text() == null ? "" : dated.text().strip();
        return Dates.read(Stream.of(released, openVex, cyclone.made(), graph.made())
                .filter(written -> !written.isEmpty())
                .findFirst()
                .orElse(""));
    }

    private Iterable<String> contexts(Token token) {
        Node node = Node.read(cursor, token);
        return node.text() != null
                ? java.util.List.of(node.text())
                : node.items().stream()
                        .flatMap(item -> java.util.stream.Stream.ofNullable(item.text()))
                        .toList();
    }

    private void word(String member, Token token) {
        if (token != Token.VALUE) {
            throw Unreadable.wrong(
                    Text.of(member + " は値で書きます。", member + " is a value, not an object or a list."), cursor.place());
        }
        words.put(member, cursor.text().strip());
        if (member.equals("specVersion")) {
            cyclone.rules().version(cursor.text().strip());
        }
        if (member.equals("serialNumber")) {
            cyclone.rules().serial(cursor.text().strip(), cursor.place());
        }
    }

    private void ofObject(Token token, Runnable reading) {
        if (token == Token.OBJECT) {
            reading.run();
        } else {
            throw Unreadable.wrong(
                    Text.of(cursor.name() + " はオブジェクトで書きます。", cursor.name() + " is an object."), cursor.place());
        }
    }

    private void each(Token token, Consumer<Node> taker) {
        cyclone.each(token, taker);
    }

    static Unreadable notAList(Cursor cursor) {
        return Unreadable.wrong(
                Text.of(cursor.name() + " は一覧（配列）で書きます。", cursor.name() + " is a list."), cursor.place());
    }

    private String told(String member) {
        return words.getOrDefault(member, "");
    }

    private String format() {
        if (told("bomFormat").equals("CycloneDX")) {
            if (!VERSIONS.contains(told("specVersion"))) {
                throw Unreadable.unknown(
                        Text.of(
                                "CycloneDX の版（specVersion）「" + CycloneDxRules.shown(told("specVersion")) + "」は読み取れません。",
                                "CycloneDX “" + CycloneDxRules.shown(told("specVersion"))
                                        + "” (specVersion) is not read."),
                        FORMATS);
            }
            return "CycloneDX " + told("specVersion") + " " + written;
        }
        if (told("spdxVersion").startsWith("SPDX-2.")) {
            return told("spdxVersion").replace('-', ' ') + " " + written;
        }
        if (context.contains("spdx.org/rdf/3.")) {
            return "SPDX " + (graph.version().isEmpty() ? "3.0" : graph.version()) + " JSON-LD";
        }
        if (context.contains("openvex.dev/ns")) {
            return "OpenVEX";
        }
        if (!csafVersion.isEmpty()) {
            return "CSAF " + csafVersion;
        }
        throw Unreadable.unknown(
                Text.of(
                        "どの形式の SBOM か分かりません（bomFormat、spdxVersion、@context のどれもありません）。",
                        "It does not say which format it is (no bomFormat, spdxVersion or @context)."),
                FORMATS);
    }

    private Bill bill(String format) {
        String serial = told("serialNumber").isEmpty() ? told("documentNamespace") : told("serialNumber");
        String title = !name.isEmpty() ? name : told("name").isEmpty() ? graph.name() : told("name");
        return new Bill(
                format,
                serial.isEmpty() ? told("@id") : serial,
                revision(),
                title,
                found.described(),
                found.parts(),
                found.statements(date()),
                found.remarks().first(),
                found.remarks().count());
    }

    private int revision() {
        String told = told("version");
        return told.matches("[0-9]{1,9}") ? Integer.parseInt(told) : 0;
    }
}
