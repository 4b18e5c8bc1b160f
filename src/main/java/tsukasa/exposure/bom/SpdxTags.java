package tsukasa.exposure.bom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// SPDX 2.x as tags and values, line by line.
final class SpdxTags {
    private static final int LONGEST_LINE = 1 << 20;
    private final Found found;
    private final Reader in;
    private @Nullable Package open;
    private int line;
    private String version = "";
    private String name = "";
    private String namespace = "";

    /// The package that is being told.
    private static final class Package {
        private final String name;
        private final Spdx.Names names = new Spdx.Names();
        private String id = "";
        private String version = "";

        Package(String name) {
            this.name = name;
        }
    }

    SpdxTags(Reader in, Found found) {
        this.in = new BufferedReader(in);
        this.found = found;
    }

    void read() throws IOException {
        boolean within = false;
        for (String text = line(); text != null; text = line()) {
            if (within) {
                within = !text.contains("</text>");
            } else {
                within = text.contains("<text>") && !text.contains("</text>");
                tag(text.strip());
            }
        }
        if (within) {
            throw Unreadable.broken(Text.of("<text> が閉じていません。", "A <text> does not end."), new Place(line, 0));
        }
        close();
        if (version.isEmpty()) {
            throw Unreadable.wrong(Text.of("SPDXVersion がありません。", "There is no SPDXVersion."), Place.UNKNOWN);
        }
    }

    private void tag(String text) {
        int colon = text.indexOf(':');
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        if (colon < 1) {
            found.remarks().add(new Place(line, 0), "「タグ: 値」の形ではありません。", "This is no “Tag: value”.");
            return;
        }
        String value = text.substring(colon + 1).strip();
        switch (text.substring(0, colon)) {
            case "SPDXVersion" -> version = value;
            case "DocumentName" -> name = value;
            case "DocumentNamespace" -> namespace = value;
            case "PackageName" -> {
                close();
                open = new Package(value);
            }
            case "FileName", "SnippetSPDXID", "LicenseID" -> close();
            default -> ofPackage(text.substring(0, colon), value);
        }
    }

    private void ofPackage(String tag, String value) {
        Package told = open;
        if (told == null) {
            return;
        }
        switch (tag) {
            case "SPDXID" -> told.id = value;
            case "PackageVersion" -> told.version = Spdx.version(value);
            case "ExternalRef" -> {
                String[] pieces = value.split("\\s+", 3);
                if (pieces.length == 3) {
                    told.names.add(pieces[1], pieces[2]);
                } else {
                    found.remarks()
                            .add(
                                    new Place(line, 0),
                                    "ExternalRef には、分類、種類、値の3つを書きます。",
                                    "ExternalRef has a category, a type and a locator.");
                }
            }
            default -> {}
        }
    }

    private void close() {
        Package told = open;
        if (told != null) {
            if (told.id.isEmpty()) {
                found.remarks().add(new Place(line, 0), "パッケージに SPDXID がありません。", "A package has no SPDXID.");
            }
            found.part(told.id, told.name, told.version, told.names.purl(), told.names.cpes());
        }
        open = null;
    }

    /// Null at the end. `readLine` would take in a line of any length.
    private @Nullable String line() throws IOException {
        StringBuilder text = new StringBuilder();
        line++;
        int c = read(in);
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = read(in)) {
            if (c != '\r') {
                text.append((char) c);
            }
            if (text.length() > LONGEST_LINE) {
                throw Cursor.longText(new Place(line, 0));
            }
        }
        return text.toString();
    }

    private int read(Reader reader) {
        try {
            return reader.read();
        } catch (IOException e) {
            throw Opened.failed(e, new Place(line, 0));
        }
    }

    String version() {
        return version;
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }
}
