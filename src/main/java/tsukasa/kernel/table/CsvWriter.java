package tsukasa.kernel.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read Japanese. Words that a
/// spreadsheet would run as a formula get an apostrophe in front; numbers never do.
public final class CsvWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /// Full-width ones as well: a Japanese spreadsheet takes them for the plain signs.
    private static final String STARTS = "=+@\t\r＝＋－＠";
    private final Writer out;

    public CsvWriter(OutputStream stream) {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
        write("\uFEFF");
    }

    public void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            cell(cells.get(i), i == 0);
        }
        end();
    }

    /// One cell of words; null is an empty one.
    public CsvWriter cell(@Nullable String value, boolean first) {
        if (!first) {
            write(",");
        }
        if (value != null && !value.isEmpty()) {
            write(safe(value));
        }
        return this;
    }

    /// One cell of a number or a date, as it is.
    public CsvWriter plain(@Nullable Object value, boolean first) {
        if (!first) {
            write(",");
        }
        if (value != null) {
            write(value.toString());
        }
        return this;
    }

    public void end() {
        write("\r\n");
    }

    private static String safe(String value) {
        char c = value.charAt(0);
        boolean formula = STARTS.indexOf(c) >= 0 || (c == '-' && !number(value));
        String guarded = formula ? "'" + value : value;
        for (int i = 0; i < guarded.length(); i++) {
            char sign = guarded.charAt(i);
            if (sign == ',' || sign == '"' || sign == '\n' || sign == '\r') {
                return '"' + guarded.replace("\"", "\"\"") + '"';
            }
        }
        return guarded;
    }

    /// Without the apostrophe that was put in front of it.
    static String unguarded(String value) {
        boolean guarded = value.length() > 1
                && value.charAt(0) == '\''
                && (STARTS.indexOf(value.charAt(1)) >= 0 || value.charAt(1) == '-');
        return guarded ? value.substring(1) : value;
    }

    private static boolean number(String value) {
        return value.length() > 1 && value.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
