package tsukasa.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;

/// Files as people bring them.
public final class FileExamples {
    public static final FileHolder REPORT = new FileHolder("test-report", "R-1");
    public static final Visitor STAFF =
            new Visitor(UUID.randomUUID(), "山田 花子", "hanako@example.jp", Set.of(Role.STAFF), null);

    private FileExamples() {}

    public static KeptFile fail() {
        throw new AssertionError("the file was not kept");
    }

    public static byte[] pdf(String text) {
        return ("%PDF-1.7\n" + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    public static NewFile open(String name, byte[] content) {
        return file(name, content, Confidentiality.OPEN);
    }

    public static NewFile confidential(String name, byte[] content) {
        return file(name, content, Confidentiality.CONFIDENTIAL);
    }

    private static NewFile file(String name, byte[] content, Confidentiality confidentiality) {
        return new NewFile(
                name, () -> new ByteArrayInputStream(content), REPORT, confidentiality, Retention.FIVE_YEARS);
    }

    /// An archive of these parts, one word each.
    public static byte[] archive(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                archive.putNextEntry(new ZipEntry(part));
                archive.write("content".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A spreadsheet that unpacks to this many megabytes of nothing.
    public static byte[] bomb(int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("[Content_Types].xml"));
            archive.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                archive.write(nothing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
