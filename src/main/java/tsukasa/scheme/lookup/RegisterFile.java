package tsukasa.scheme.lookup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Prefecture;

/// CSV as the rules for machine-readable administrative data ask for it (RFC 4180, UTF-8, codes beside names, ISO
/// dates). Words that a spreadsheet would run as a formula get an apostrophe in front.
final class RegisterFile {
    private static final int FULL = 1 << 16;
    private static final Map<String, String> PREFECTURES = prefectures();
    private final Writer out;
    private final StringBuilder lines = new StringBuilder(FULL + 1_000);

    RegisterFile(OutputStream stream, boolean byteOrderMark) {
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        if (byteOrderMark) {
            lines.append('\uFEFF');
        }
    }

    private static Map<String, String> prefectures() {
        Map<String, String> names = new HashMap<>();
        for (Prefecture prefecture : Prefecture.values()) {
            names.put(prefecture.code(), prefecture.title().ja());
        }
        return Map.copyOf(names);
    }

    void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                lines.append(',');
            }
            cell(cells.get(i));
        }
        end();
    }

    void head() {
        row(List.of(
                "number",
                "corporate_number",
                "name",
                "kana",
                "name_en",
                "prefecture_code",
                "prefecture",
                "industry_code",
                "industry",
                "level_code",
                "level",
                "valid_from"));
    }

    void entry(Listed entry, Names names) {
        cell(entry.number());
        next(entry.subject());
        next(entry.name());
        next(entry.kana());
        next(entry.english());
        next(entry.prefecture());
        next(PREFECTURES.get(entry.prefecture()));
        next(entry.industry());
        next(entry.industry().isEmpty() ? "" : names.industry(entry.industry()).ja());
        next(entry.level());
        next(names.level(entry.level()).ja());
        next(entry.validFrom().toString());
        end();
    }

    private void next(@Nullable String value) {
        lines.append(',');
        cell(value);
    }

    private void cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        boolean quoted = quoted(value);
        if (quoted) {
            lines.append('"');
        }
        if ("=+-@\t\r".indexOf(value.charAt(0)) >= 0) {
            lines.append('\'');
        }
        lines.append(quoted ? value.replace("\"", "\"\"") : value);
        if (quoted) {
            lines.append('"');
        }
    }

    private static boolean quoted(String value) {
        for (int i = 0; i < value.length(); i++) {
            char sign = value.charAt(i);
            if (sign == ',' || sign == '"' || sign == '\n' || sign == '\r') {
                return true;
            }
        }
        return false;
    }

    private void end() {
        lines.append("\r\n");
        if (lines.length() >= FULL) {
            write();
        }
    }

    private void write() {
        try {
            out.append(lines);
            lines.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        write();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
