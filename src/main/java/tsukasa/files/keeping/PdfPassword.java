package tsukasa.files.keeping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;
import org.apache.pdfbox.pdmodel.encryption.StandardSecurityHandler;

/// Whether a PDF asks for a password before it opens. Many are encrypted only so that printing or changing them is
/// restricted; those open for everybody, with the empty password (ISO 32000-2, 7.6.4).
///
/// Only what says how it is encrypted is read, which lies in it in the clear. Nothing is unpacked: whatever a file does
/// to programs that open it, it does not do here.
final class PdfPassword {
    private static final Pattern ELSEWHERE = Pattern.compile("/Encrypt\\s+(\\d{1,10})\\s+(\\d{1,5})\\s+R");
    private static final Pattern HERE = Pattern.compile("/Encrypt\\s*(?=<<)");
    private static final Pattern ID = Pattern.compile("/ID\\s*(?=\\[)");
    private static final int OLDEST_KEY = 5;
    private static final int USUAL_KEY = 16;

    private PdfPassword() {}

    /// What cannot be made out counts as one that asks: nobody could look inside.
    static boolean asked(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (!text.contains("/Encrypt")) {
            return false;
        }
        try {
            Optional<COSDictionary> how = how(text);
            return how.isPresent() && !opensForEverybody(how.get(), id(text));
        } catch (IOException | RuntimeException unreadable) {
            return true;
        }
    }

    /// By the last version of the file; empty when the word only stands in a text.
    private static Optional<COSDictionary> how(String text) throws IOException {
        Matcher elsewhere = last(ELSEWHERE, text);
        if (elsewhere.hasMatch()) {
            Matcher object = last(
                    Pattern.compile(
                            "(?<!\\d)" + elsewhere.group(1) + "\\s+" + elsewhere.group(2) + "\\s+obj\\s*(?=<<)"),
                    text);
            return Optional.of((COSDictionary) parsed(text, object.end()));
        }
        Matcher here = last(HERE, text);
        return here.hasMatch() ? Optional.of((COSDictionary) parsed(text, here.end())) : Optional.empty();
    }

    private static Matcher last(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        int start = -1;
        while (found.find()) {
            start = found.start();
        }
        if (start >= 0) {
            found.find(start);
        }
        return found;
    }

    private static COSBase parsed(String text, int start) throws IOException {
        String rest = text.substring(start, Math.min(text.length(), start + 8_192));
        return (COSBase) new PDFStreamParser(rest.getBytes(StandardCharsets.ISO_8859_1)).parseNextToken();
    }

    private static byte[] id(String text) throws IOException {
        Matcher id = last(ID, text);
        return id.hasMatch() && ((COSArray) parsed(text, id.end())).get(0) instanceof COSString half
                ? half.getBytes()
                : new byte[0];
    }

    private static boolean opensForEverybody(COSDictionary dictionary, byte[] id) throws IOException {
        if (!"Standard".equals(dictionary.getNameAsString(COSName.FILTER))) {
            return false;
        }
        PDEncryption how = new PDEncryption(dictionary);
        for (int length : new TreeSet<>(List.of(OLDEST_KEY, USUAL_KEY, how.getLength() / 8))) {
            if (new StandardSecurityHandler()
                    .isUserPassword(
                            new byte[0],
                            how.getUserKey(),
                            how.getOwnerKey(),
                            how.getPermissions(),
                            id,
                            how.getRevision(),
                            length,
                            how.isEncryptMetaData())) {
                return true;
            }
        }
        return false;
    }
}
