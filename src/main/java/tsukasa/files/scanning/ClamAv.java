package tsukasa.files.scanning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tsukasa.files.FileSettings;
import tsukasa.files.ScanVerdict;
import tsukasa.files.VirusScanner;

/// Hands a content to clamd in its own protocol: `zINSTREAM`, pieces with their length before them, an empty piece, one
/// line back.
@Component
class ClamAv implements VirusScanner {
    private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
    private static final int PIECE = 65_536;
    private final @Nullable String where;
    private volatile boolean away;

    ClamAv(FileSettings settings) {
        String given = settings.clamav();
        this.where = given == null || given.isBlank() ? null : given.strip();
    }

    @Override
    public boolean configured() {
        return where != null;
    }

    @Override
    public ScanVerdict scan(Supplier<InputStream> content) {
        ScanVerdict verdict = where == null ? new ScanVerdict.NotScanned("none is set up") : asked(where, content);
        if (where != null) {
            tell(verdict);
        }
        return verdict;
    }

    private static ScanVerdict asked(String where, Supplier<InputStream> content) {
        try (Conversation clamd = Conversation.with(where);
                InputStream in = content.get()) {
            return understood(handedOver(clamd, in));
        } catch (IOException | UnresolvedAddressException e) {
            return new ScanVerdict.NotScanned(String.valueOf(e.getMessage()));
        }
    }

    /// clamd may have heard enough before everything is sent: it says so and hangs up.
    private static String handedOver(Conversation clamd, InputStream in) throws IOException {
        try {
            send(clamd, in);
        } catch (IOException e) {
            String answer = clamd.answer();
            if (answer.isEmpty()) {
                throw e;
            }
            return answer;
        }
        return clamd.answer();
    }

    private static void send(Conversation clamd, InputStream in) throws IOException {
        clamd.send(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            if (read > 0) {
                clamd.sendPiece(piece, read);
            }
        }
        clamd.sendPiece(piece, 0);
    }

    private static ScanVerdict understood(String answer) {
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new ScanVerdict.Infected(found.group(1));
        }
        return answer.equals("stream: OK")
                ? new ScanVerdict.Clean()
                : new ScanVerdict.NotScanned(answer.isEmpty() ? "clamd hung up" : "clamd said: " + answer);
    }

    /// Trouble is told once, and once more when it is over.
    private void tell(ScanVerdict verdict) {
        if (verdict instanceof ScanVerdict.NotScanned(String why)) {
            if (!away) {
                LOG.warn("files cannot be scanned at the moment: {}", why);
            }
            away = true;
        } else {
            if (away) {
                LOG.info("files are scanned again");
            }
            away = false;
        }
    }
}
