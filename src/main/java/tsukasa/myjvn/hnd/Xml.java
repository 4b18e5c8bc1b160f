package tsukasa.myjvn.hnd;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes elements under exactly the names given, prefix and all: many clients read by prefix, not by namespace.
/// Nothing of a document is kept, so that it may be longer than the memory.
final class Xml {
    private final Writer writer;
    private final Deque<String> open = new ArrayDeque<>();

    Xml(OutputStream out) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 32_768);
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    static byte[] bytes(Consumer<Xml> document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(65_536);
        Xml xml = new Xml(bytes);
        document.accept(xml);
        xml.done();
        return bytes.toByteArray();
    }

    /// @param attributes name, value, name, value …
    Xml open(String name, String... attributes) {
        begin(name, attributes);
        open.push(name);
        return put(">");
    }

    Xml close() {
        return put("</").put(open.pop()).put(">");
    }

    Xml empty(String name, String... attributes) {
        return begin(name, attributes).put("/>");
    }

    Xml text(String name, String text, String... attributes) {
        begin(name, attributes).put(">");
        escaped(text, false);
        return put("</").put(name).put(">");
    }

    /// Hands on what was written; the stream stays open.
    void done() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Xml begin(String name, String... attributes) {
        put("<").put(name);
        for (int i = 0; i < attributes.length; i += 2) {
            put(" ").put(attributes[i]).put("=\"");
            escaped(attributes[i + 1], true);
            put("\"");
        }
        return this;
    }

    /// Without what XML 1.0 cannot hold, however it is escaped (production 2, Char).
    private void escaped(String text, boolean attribute) {
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            int width = Character.charCount(letter);
            String written = holds(letter) ? instead(letter, attribute) : "";
            if (written != null) {
                put(text, from, at);
                put(written);
                from = at + width;
            }
            at += width;
        }
        put(text, from, text.length());
    }

    private static @Nullable String instead(int letter, boolean attribute) {
        return switch (letter) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '"' -> attribute ? "&quot;" : null;
            case '\n' -> attribute ? "&#10;" : null;
            case '\t' -> attribute ? "&#9;" : null;
            default -> null;
        };
    }

    private static boolean holds(int letter) {
        return letter >= 0x20 && letter <= 0xD7FF && (letter < 0x7F || letter > 0x9F)
                || letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }

    private Xml put(String text) {
        put(text, 0, text.length());
        return this;
    }

    private void put(String text, int from, int until) {
        try {
            writer.write(text, from, until - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
