package tsukasa.exposure.bom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.kernel.Text;

/// What was found in a document so far. Texts that return, such as versions, are kept once.
final class Found {
    private static final int MOST_PARTS = 1_000_000;
    private static final int MOST_STATEMENTS = 200_000;
    /// In bytes, as far as that can be told. A million usual components, with a package URL each, take most of it.
    private static final long MOST_KEPT = 160L * 1024 * 1024;

    private static final int AROUND = 32;
    private static final int REMEMBERED = 100_000;
    private static final int LONGEST = 2000;
    private final List<Part> parts = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, String> once = new HashMap<>();
    private final Remarks remarks = new Remarks();
    private @Nullable Part subject;
    private long kept;

    void part(String ref, String name, String version, @Nullable String purl, List<String> cpes) {
        if (parts.size() >= MOST_PARTS) {
            throw Unreadable.large(Text.of("構成要素が100万件を超えています。", "It has more than a million components."));
        }
        parts.add(made(ref, name, version, purl, cpes));
    }

    private Part made(String ref, String name, String version, @Nullable String purl, List<String> cpes) {
        String url = purl == null || purl.isBlank() ? null : cut(purl.strip());
        boolean shared = ref.equals(url);
        Part part = new Part(
                url != null && shared ? url : cut(ref),
                cut(name),
                once(cut(version)),
                url,
                cpes.stream().map(Found::cut).toList());
        long own = url == null || shared ? 0 : weight(url);
        keep(AROUND + own + weight(part.ref()) + weight(part.name()) + weight(part.cpes()));
        return part;
    }

    /// Something takes so much room until the document is checked.
    void keep(long bytes) {
        kept += bytes;
        if (kept > MOST_KEPT) {
            throw Unreadable.large(Text.of("内容が多すぎて、一度には読み取れません。", "It holds more than can be read at once."));
        }
    }

    private static long weight(List<String> texts) {
        long weight = 0;
        for (String text : texts) {
            weight += weight(text);
        }
        return weight;
    }

    private static long weight(String text) {
        return text.isEmpty() ? 0 : AROUND + bytes(text);
    }

    /// A text with one letter outside Latin-1 takes two bytes for each of its letters.
    static long bytes(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0xff) {
                return 2L * text.length();
            }
        }
        return text.length();
    }

    private String once(String version) {
        String known = once.get(version);
        if (known != null) {
            return known;
        }
        keep(weight(version));
        if (once.size() < REMEMBERED) {
            once.put(version, version);
        }
        return version;
    }

    /// A part keeps its place while what stands within it is read.
    void replace(int at, String ref, String name, String version, @Nullable String purl, List<String> cpes) {
        parts.set(at, made(ref, name, version, purl, cpes));
    }

    /// This part is what the document describes.
    void subject(int at) {
        subject = parts.get(at);
    }

    void statement(Statement statement) {
        if (statements.size() >= MOST_STATEMENTS) {
            throw Unreadable.large(Text.of("VEX の記述が20万件を超えています。", "It has more than 200,000 VEX statements."));
        }
        keep(AROUND + weight(statement.vulnerabilities()) + weight(statement.detail()) + weight(statement.about()));
        statements.add(statement);
    }

    Remarks remarks() {
        return remarks;
    }

    List<Part> parts() {
        return parts;
    }

    /// @param document its date
    List<Statement> statements(@Nullable Instant document) {
        return statements.stream().map(each -> each.dated(document)).toList();
    }

    @Nullable
    Part described() {
        return subject;
    }

    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
