package tsukasa.kernel.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetReading.Unusable;

/// The parts of an XLSX file, opened only after every one of them was inflated once and counted: what a file says about
/// its own sizes is not believed.
final class XlsxParts implements AutoCloseable {
    static final long MOST_INFLATED = 64L << 20;
    static final int MOST_PARTS = 500;
    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    private XlsxParts(Path file) throws IOException {
        this.file = file;
        this.zip = new ZipFile(file.toFile());
    }

    /// Through a file that goes again: only the directory at the end of a ZIP says reliably where its parts begin.
    static XlsxParts open(byte[] content) throws IOException, Unusable {
        Path file = Files.createTempFile("tsukasa-", ".xlsx");
        try {
            Files.write(file, content);
            XlsxParts book = new XlsxParts(file);
            try {
                book.countEverything();
                book.refuseWhatActs();
                return book;
            } catch (IOException | Unusable | RuntimeException refused) {
                book.close();
                throw refused;
            }
        } catch (IllegalArgumentException | ZipException broken) {
            throw broken();
        } finally {
            // An open file can be read to its end after its name is gone; where it cannot go yet, close() tries again.
            Files.deleteIfExists(file);
        }
    }

    private void countEverything() throws IOException, Unusable {
        long left = MOST_INFLATED;
        byte[] buffer = new byte[1 << 16];
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw bomb();
                    }
                }
            }
            if (parts.put(entry.getName(), entry) != null || parts.size() > MOST_PARTS) {
                throw bomb();
            }
        }
        if (!parts.containsKey("xl/workbook.xml")) {
            throw broken();
        }
    }

    /// A workbook of figures needs none of these, and no reader of ours follows them.
    private void refuseWhatActs() throws Unusable {
        for (String part : parts.keySet()) {
            String name = part.toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
                throw new Unusable(
                        Text.of("マクロの入ったファイルは受け取りません。", "Files with macros are not taken."),
                        Text.of("マクロなしのブック（.xlsx）で保存してください。", "Save it as a workbook without macros (.xlsx)."));
            }
            if (name.startsWith("xl/externallinks/") || name.equals("xl/connections.xml")) {
                throw new Unusable(
                        Text.of("ほかのファイルや外のデータを参照するブックです。", "The workbook refers to other files or outside data."),
                        Text.of("リンクを切り、値だけにして保存してください。", "Break the links and save values only."));
            }
            if (name.startsWith("xl/embeddings/") || name.startsWith("xl/activex/")) {
                throw new Unusable(
                        Text.of("ほかのファイルが埋め込まれたブックです。", "The workbook has other files embedded."),
                        Text.of("表だけのブックにして保存してください。", "Save it with the table alone."));
            }
        }
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /// The part as a stream; the caller closes it.
    InputStream part(String name) throws IOException {
        ZipEntry entry = parts.get(name);
        if (entry == null) {
            throw new IOException("no part " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(file);
    }

    static Unusable broken() {
        return new Unusable(
                Text.of("XLSXとして読めません。", "It cannot be read as XLSX."),
                Text.of(
                        "表計算ソフトで開き、XLSXかCSVで保存し直してください。",
                        "Open it in a spreadsheet and save it again as XLSX or CSV."));
    }

    private static Unusable bomb() {
        return new Unusable(
                Text.of("広げると64 MBを超えるか、部品が多すぎるファイルです。", "Unpacked it is larger than 64 MB, or has too many parts."),
                Text.of("表だけを新しいブックに写してください。", "Copy the table alone into a new workbook."));
    }
}
