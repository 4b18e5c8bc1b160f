package tsukasa.exposure.bom;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.BoundedStream;
import tsukasa.kernel.Text;

/// A document as it is, or what is packed in it: by what it holds, not by its name. Packed once, and no larger than any
/// honest document: a bomb ends here.
final class Opened {
    /// A million components take about a third of it.
    static final long MOST = 512L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private final BufferedInputStream in;
    private final @Nullable ZipInputStream zip;

    private Opened(BufferedInputStream in, @Nullable ZipInputStream zip) {
        this.in = in;
        this.zip = zip;
    }

    static Opened of(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(new BoundedStream(raw, MOST), BUFFER);
        byte[] head = head(in, 4);
        try {
            if (head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
                return inner(new GZIPInputStream(in, BUFFER), null);
            }
            if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
                ZipInputStream zip = new ZipInputStream(in);
                if (document(zip) == null) {
                    throw Unreadable.unknown(
                            Text.of("ZIP の中にファイルがありません。", "There is no file in the ZIP archive."), ONE);
                }
                return inner(zip, zip);
            }
        } catch (ZipException | EOFException e) {
            throw failed(e, Place.UNKNOWN);
        }
        return new Opened(in, null);
    }

    private static final Text ONE = Text.of("SBOM を1つだけ入れてください。", "Put exactly one SBOM into it, or send it as it is.");

    private static Opened inner(InputStream packed, @Nullable ZipInputStream zip) throws IOException {
        BufferedInputStream in = new BufferedInputStream(new BoundedStream(packed, MOST), BUFFER);
        byte[] head = head(in, 4);
        if (head.length > 1 && (head[0] == 0x1F && head[1] == (byte) 0x8B || head[0] == 'P' && head[1] == 'K')) {
            throw Unreadable.unknown(
                    Text.of("圧縮したファイルの中に、圧縮したファイルがあります。", "There is another archive within the archive."), ONE);
        }
        return new Opened(in, zip);
    }

    private static @Nullable ZipEntry document(ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                return entry;
            }
        }
        return null;
    }

    BufferedInputStream in() {
        return in;
    }

    /// Once the document was read: nothing else is packed beside it.
    void finish() throws IOException {
        try {
            if (zip != null && document(zip) != null) {
                throw Unreadable.unknown(
                        Text.of("ZIP の中に、ファイルが2つ以上あります。", "There is more than one file in the ZIP archive."), ONE);
            }
        } catch (ZipException | EOFException e) {
            throw failed(e, Place.UNKNOWN);
        }
    }

    static byte[] head(BufferedInputStream in, int length) throws IOException {
        in.mark(length);
        byte[] head = in.readNBytes(length);
        in.reset();
        return head;
    }

    /// What a failure while reading means for the one who sent the document.
    static RuntimeException failed(Throwable cause, Place place) {
        return switch (cause) {
            case BoundedStream.TooMuch _ ->
                Unreadable.large(Text.of("展開した大きさが 512 MB を超えています。", "It is larger than 512 MB, unpacked."));
            case Markup.TooLong _ -> Cursor.longText(place);
            case CharacterCodingException _ ->
                Unreadable.wrong(
                        Text.of("文字コードが正しくないところがあります。", "Some bytes are no characters of its encoding."),
                        place,
                        Text.of("UTF-8 で保存し直してください。", "Save it as UTF-8."));
            case ZipException _ ->
                Unreadable.broken(Text.of("圧縮したファイルが壊れているか、暗号化されています。", "The archive is damaged or encrypted."), place);
            case EOFException _ ->
                Unreadable.broken(Text.of("ファイルが途中で終わっています。", "The file ends in the middle."), place);
            case IOException io -> new UncheckedIOException(io);
            default -> new IllegalStateException("reading failed", cause);
        };
    }
}
