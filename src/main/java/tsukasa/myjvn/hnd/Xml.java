package tsukasa.myjvn.hnd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes elements under exactly the names given, prefix and all: many clients read by prefix, not by namespace.
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
    private final XMLStreamWriter writer;

    Xml() {
        try {
            writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }

    /// @param attributes name, value, name, value …
    Xml open(String name, String... attributes) {
        return step(() -> {
            writer.writeStartElement(name);
            attributes(attributes);
        });
    }

    Xml close() {
        return step(writer::writeEndElement);
    }

    Xml empty(String name, String... attributes) {
        return step(() -> {
            writer.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    Xml text(String name, String text, String... attributes) {
        return step(() -> {
            writer.writeStartElement(name);
            attributes(attributes);
            writer.writeCharacters(clean(text));
            writer.writeEndElement();
        });
    }

    byte[] done() {
        step(writer::writeEndDocument).step(writer::close);
        return bytes.toByteArray();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private Xml step(Step step) {
        try {
            step.take();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without what XML 1.0 cannot hold, however it is escaped (production 2, Char).
    static String clean(String text) {
        if (text.codePoints().allMatch(Xml::holds)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(Xml::holds).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean holds(int letter) {
        return letter >= 0x20 && letter <= 0xD7FF && (letter < 0x7F || letter > 0x9F)
                || letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }
}
