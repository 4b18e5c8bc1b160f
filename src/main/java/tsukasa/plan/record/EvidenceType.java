package tsukasa.plan.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The kinds of file that may prove a result, told by their content. The name only tells a table from plain text.
enum EvidenceType {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    CSV("text/csv"),
    TXT("text/plain");

    private static final int TEXT_READ = 65_536;
    private static final byte[] PDF_MAGIC = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final byte[] JPEG_MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private final String mediaType;

    EvidenceType(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /// Empty for anything else, whatever its name says.
    static Optional<EvidenceType> of(Path file, String name) throws IOException {
        byte[] head = head(file);
        if (starts(head, PDF_MAGIC)) {
            return Optional.of(PDF);
        }
        if (starts(head, PNG_MAGIC)) {
            return Optional.of(PNG);
        }
        if (starts(head, JPEG_MAGIC)) {
            return Optional.of(JPEG);
        }
        return starts(head, ZIP_MAGIC) ? office(file) : text(head, name);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TEXT_READ);
        }
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(Arrays.copyOf(head, magic.length), magic);
    }

    /// Office files are archives; only their list of contents is looked at, nothing is unpacked. Macros are refused.
    private static Optional<EvidenceType> office(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            List<String> names =
                    archive.stream().limit(10_000).map(ZipEntry::getName).toList();
            if (!names.contains("[Content_Types].xml") || names.stream().anyMatch(n -> n.endsWith("vbaProject.bin"))) {
                return Optional.empty();
            }
            if (names.contains("xl/workbook.xml")) {
                return Optional.of(XLSX);
            }
            return names.contains("word/document.xml") ? Optional.of(DOCX) : Optional.empty();
        } catch (ZipException notAnArchive) {
            return Optional.empty();
        }
    }

    private static Optional<EvidenceType> text(byte[] head, String name) {
        boolean readable = head.length > 0
                && List.of(StandardCharsets.UTF_8, Charset.forName("Windows-31J")).stream()
                        .anyMatch(charset -> readable(head, charset));
        if (!readable) {
            return Optional.empty();
        }
        String ending = name.toLowerCase(Locale.ROOT);
        return ending.endsWith(".csv")
                ? Optional.of(CSV)
                : ending.endsWith(".txt") ? Optional.of(TXT) : Optional.empty();
    }

    /// The last characters may be cut in the middle, so a fault in the last three bytes is none.
    private static boolean readable(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        for (int cut = 0; cut <= Math.min(3, head.length - 1); cut++) {
            try {
                String words = decoder.decode(ByteBuffer.wrap(head, 0, head.length - cut))
                        .toString();
                return words.chars().noneMatch(c -> c < 32 && c != '\n' && c != '\r' && c != '\t');
            } catch (CharacterCodingException malformed) {
                decoder.reset();
            }
        }
        return false;
    }
}
