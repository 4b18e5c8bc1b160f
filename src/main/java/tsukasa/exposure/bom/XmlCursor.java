package tsukasa.exposure.bom;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tsukasa.kernel.Text;

/// CycloneDX in XML, told as its JSON would be: attributes are members, elements that gather others are lists, and the
/// words of an element with attributes are its member `content`. Elements of other namespaces are passed over. There
/// are no document types, no entities of its own, and nothing is fetched.
final class XmlCursor extends Cursor {
    private static final Pattern NAMESPACE = Pattern.compile("http://cyclonedx\\.org/schema/bom/([0-9.]+)");
    private static final Set<String> LISTS = Set.of(
            "components",
            "services",
            "dependencies",
            "vulnerabilities",
            "hashes",
            "licenses",
            "externalReferences",
            "properties",
            "patches",
            "resolves",
            "ratings",
            "references",
            "advisories",
            "cwes",
            "affects",
            "versions",
            "responses",
            "citations",
            "compositions",
            "annotations");
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader in;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<String[]> members = new ArrayDeque<>();
    private String namespace = "";
    private String name = "";
    private String text = "";
    private boolean ahead;
    private boolean begun;

    /// An element that has begun.
    private record Open(boolean list, StringBuilder words) {}

    XmlCursor(Reader reader) {
        try {
            in = FACTORY.createXMLStreamReader(new Markup(reader));
        } catch (XMLStreamException e) {
            throw told(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    @Override
    Token next() {
        if (!members.isEmpty()) {
            String[] member = members.remove();
            return value(member[0], member[1]);
        }
        try {
            while (true) {
                int event = ahead ? in.getEventType() : in.hasNext() ? in.next() : XMLStreamConstants.END_DOCUMENT;
                ahead = false;
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (begun && !namespace.equals(in.getNamespaceURI())) {
                            past();
                        } else {
                            return begin();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        return end();
                    }
                    case XMLStreamConstants.END_DOCUMENT -> {
                        return Token.DONE;
                    }
                    default ->
                        words(
                                event,
                                open.isEmpty()
                                        ? new StringBuilder()
                                        : open.getLast().words());
                }
            }
        } catch (XMLStreamException e) {
            throw told(e);
        }
    }

    private Token begin() throws XMLStreamException {
        if (open.size() >= DEEPEST) {
            throw deep(place());
        }
        name = in.getLocalName();
        if (!begun) {
            root();
            return Token.OBJECT;
        }
        boolean list = LISTS.contains(name);
        if (list || in.getAttributeCount() > 0) {
            for (int i = 0; i < in.getAttributeCount() && !list; i++) {
                members.add(new String[] {in.getAttributeLocalName(i), in.getAttributeValue(i)});
            }
            open.addLast(new Open(list, new StringBuilder()));
            return list ? Token.LIST : Token.OBJECT;
        }
        String own = name;
        StringBuilder words = new StringBuilder();
        while (true) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return value(own, words.toString().strip());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                ahead = true;
                open.addLast(new Open(false, words));
                name = own;
                return Token.OBJECT;
            }
            words(event, words);
        }
    }

    /// What the element of the document says of the format.
    private void root() {
        begun = true;
        namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        Matcher known = NAMESPACE.matcher(namespace);
        if (name.equals("bom") && known.matches()) {
            members.add(new String[] {"bomFormat", "CycloneDX"});
            members.add(new String[] {"specVersion", known.group(1)});
        } else if (name.equals("RDF")) {
            throw Unreadable.unknown(
                    Text.of("SPDX の RDF/XML 形式は読み取れません。", "SPDX as RDF/XML is not read."),
                    Text.of("SPDX の JSON か tag-value で書き出してください。", "Write it as SPDX JSON or tag-value."));
        } else {
            throw Unreadable.unknown(
                    Text.of(
                            "CycloneDX の XML ではありません（最上位の要素：" + shown(name) + "、名前空間：" + shown(namespace) + "）。",
                            "It is no CycloneDX XML (root element " + shown(name) + ", namespace " + shown(namespace)
                                    + ")."),
                    DocumentReader.FORMATS);
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            members.add(new String[] {in.getAttributeLocalName(i), in.getAttributeValue(i)});
        }
        open.addLast(new Open(false, new StringBuilder()));
    }

    private static String shown(String word) {
        return word.isEmpty() ? "—" : word.length() > 80 ? word.substring(0, 80) + "…" : word;
    }

    private Token end() {
        Open ended = open.getLast();
        String words = ended.words().toString().strip();
        if (!ended.list() && !words.isEmpty()) {
            ended.words().setLength(0);
            ahead = true;
            return value("content", words);
        }
        open.removeLast();
        return Token.END;
    }

    private Token value(String of, String told) {
        name = of;
        text = told;
        return Token.VALUE;
    }

    private void words(int event, StringBuilder into) {
        switch (event) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (into.length() + in.getTextLength() > LONGEST) {
                    throw longText(place());
                }
                into.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw Unreadable.broken(
                        Text.of(
                                "文書型宣言（DTD）と実体参照は受け付けません。",
                                "Document types (DTD) and entities of their own are not accepted."),
                        place());
            default -> {}
        }
    }

    private void past() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST) {
                throw deep(place());
            }
        }
    }

    @Override
    String name() {
        return name;
    }

    @Override
    String text() {
        return text;
    }

    @Override
    boolean words() {
        return true;
    }

    @Override
    Place place() {
        return new Place(in.getLocation().getLineNumber(), in.getLocation().getColumnNumber());
    }

    private RuntimeException told(XMLStreamException e) {
        Place place = e.getLocation() == null
                ? Place.UNKNOWN
                : new Place(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
        if (String.valueOf(e.getMessage()).contains("maxElementDepth")) {
            return deep(place);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.io.IOException) {
                return Opened.failed(cause, place);
            }
        }
        return Unreadable.broken(Text.of("XML として正しくありません。", "This is not well-formed XML."), place);
    }
}
