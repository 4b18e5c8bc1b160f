package tsukasa.files.keeping;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import tsukasa.files.FileType;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeepOutcome.Refused;
import tsukasa.files.NewFile;

/// Tells the type of a content, whatever its name says, and what speaks against keeping it.
final class Inspection {
    private static final int HEAD = 65_536;
    private static final long MOST_UNPACKED = 300L * 1024 * 1024;
    private static final int MOST_PARTS = 20_000;

    /// A sheet of equal rows is packed a hundred times; nothing that people write is packed five hundred times.
    private static final long MOST_TIMES = 500;

    private static final long SURELY_HARMLESS = 20L * 1024 * 1024;
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final int ZIP_FLAGS = 6;

    private Inspection() {}

    /// What was found: a type, or why it is not kept.
    sealed interface Found {
        record Type(FileType type) implements Found {}

        record Not(Refused why) implements Found {}
    }

    static Found of(NewFile.Content content, String name) throws IOException {
        return of(content, name, false);
    }

    /// @param archives whether an archive that is no document is kept, too
    static Found of(NewFile.Content content, String name, boolean archives) throws IOException {
        byte[] head = head(content);
        Found all = byContent(content, head, name);
        Found found = all instanceof Found.Type(FileType type) && type == FileType.ZIP && !archives
                ? not(new KeepOutcome.RefusedType())
                : all;
        return found instanceof Found.Type(FileType type) && !type.fits(name)
                ? not(new KeepOutcome.OtherThanItsName(type))
                : found;
    }

    private static Found byContent(NewFile.Content content, byte[] head, String name) throws IOException {
        if (starts(head, PDF)) {
            return pdf(content);
        }
        if (starts(head, PNG)) {
            return new Found.Type(FileType.PNG);
        }
        if (starts(head, JPEG)) {
            return new Found.Type(FileType.JPEG);
        }
        if (starts(head, ZIP)) {
            return archive(content, head);
        }
        return starts(head, OLD_OFFICE) ? oldOffice(content) : text(head, name);
    }

    private static Found not(Refused why) {
        return new Found.Not(why);
    }

    private static byte[] head(NewFile.Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(Arrays.copyOf(head, magic.length), magic);
    }

    private static Found pdf(NewFile.Content content) throws IOException {
        try (InputStream in = content.open()) {
            return PdfPassword.asked(in.readAllBytes())
                    ? not(new KeepOutcome.Encrypted())
                    : new Found.Type(FileType.PDF);
        }
    }

    /// Office documents are archives. All of it is unpacked to nowhere, since what a list of contents says may be a
    /// lie.
    private static Found archive(NewFile.Content content, byte[] head) throws IOException {
        if (head.length > ZIP_FLAGS && (head[ZIP_FLAGS] & 1) != 0) {
            return not(new KeepOutcome.Encrypted());
        }
        try (InputStream in = content.open()) {
            return office(parts(in));
        } catch (ZipException | EOFException | Overflow e) {
            boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
            return not(encrypted ? new KeepOutcome.Encrypted() : new KeepOutcome.Unsound());
        } catch (IllegalArgumentException unreadableName) {
            return not(new KeepOutcome.Unsound());
        }
    }

    private static Set<String> parts(InputStream in) throws IOException {
        Set<String> names = new HashSet<>();
        CountedInput packed = new CountedInput(in);
        ZipInputStream archive = new ZipInputStream(packed);
        byte[] buffer = new byte[65_536];
        long unpacked = 0;
        for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
            names.add(part.getName().toLowerCase(Locale.ROOT));
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                unpacked += read;
                if (names.size() > MOST_PARTS
                        || unpacked > MOST_UNPACKED
                        || unpacked > SURELY_HARMLESS && unpacked > packed.count() * MOST_TIMES) {
                    throw new Overflow();
                }
            }
        }
        return names;
    }

    private static final class Overflow extends IOException {}

    private static final class CountedInput extends java.io.FilterInputStream {
        private long count;

        CountedInput(InputStream in) {
            super(in);
        }

        long count() {
            return Math.max(1, count);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private static Found office(Set<String> names) {
        if (!names.contains("[content_types].xml")) {
            return names.isEmpty() ? not(new KeepOutcome.RefusedType()) : new Found.Type(FileType.ZIP);
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.contains("/activex/"))) {
            return not(new KeepOutcome.WithMacros());
        }
        if (names.contains("xl/workbook.xml")) {
            return new Found.Type(FileType.XLSX);
        }
        if (names.contains("ppt/presentation.xml")) {
            return new Found.Type(FileType.PPTX);
        }
        return names.contains("word/document.xml") ? new Found.Type(FileType.DOCX) : not(new KeepOutcome.RefusedType());
    }

    /// A new document with a password is hidden inside a container of the old format.
    private static Found oldOffice(NewFile.Content content) throws IOException {
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        try (InputStream in = content.open()) {
            String all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return not(
                    all.contains(new String(mark, StandardCharsets.ISO_8859_1))
                            ? new KeepOutcome.Encrypted()
                            : new KeepOutcome.RefusedType());
        }
    }

    /// Only the name tells a table from plain text.
    private static Found text(byte[] head, String name) {
        boolean readable = head.length > 0
                && List.of(StandardCharsets.UTF_8, Charset.forName("Windows-31J")).stream()
                        .anyMatch(charset -> readable(head, charset));
        if (!readable) {
            return not(new KeepOutcome.RefusedType());
        }
        return new Found.Type(
                Optional.of(FileType.CSV).filter(type -> type.fits(name)).orElse(FileType.TXT));
    }

    /// The last characters may be cut in the middle, so a fault in the last three bytes is none.
    private static boolean readable(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int most = head.length < HEAD ? 0 : 3;
        for (int cut = 0; cut <= most; cut++) {
            try {
                String words = decoder.decode(ByteBuffer.wrap(head, 0, head.length - cut))
                        .toString();
                return words.chars().noneMatch(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f');
            } catch (CharacterCodingException malformed) {
                decoder.reset();
            }
        }
        return false;
    }
}
