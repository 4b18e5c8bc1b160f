package tsukasa.advisories.keeping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Delivery;
import tsukasa.advisories.Shelf.Kept;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.kept.Gzip;
import tsukasa.kernel.kept.KeptAnswers;
import tsukasa.kernel.kept.Packed;
import tsukasa.vulnerability.Freshness;
import tsukasa.vulnerability.Freshness.AsOf;

/// The marks of documents are made of what they say, so that the same words have the same mark on every node.
@Component
class HttpDelivery implements Delivery {
    private static final MediaType GZIP = MediaType.parseMediaType("application/gzip");
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int LONGEST_KEPT = 2_000;
    private final KeptAnswers<Question> kept = new KeptAnswers<>(MOST_BYTES);
    private final Freshness freshness;

    HttpDelivery(Freshness freshness) {
        this.freshness = freshness;
    }

    private record Question(AsOf asOf, String asked) {}

    @Override
    public void kept(
            String asked,
            MediaType type,
            Supplier<Packed> made,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AsOf asOf = freshness.now();
        Packed packed = asked.length() > LONGEST_KEPT ? made.get() : kept.packed(new Question(asOf, asked), made);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(FRESH).cachePublic().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        packed.send(type.toString(), () -> freshness.still(asOf), request, response);
    }

    @Override
    public ResponseEntity<byte[]> document(byte[] body, MediaType type, @Nullable Instant modified) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .eTag("W/\"" + digest(body) + "\"");
        if (modified != null) {
            answer.lastModified(modified);
        }
        return answer.body(body);
    }

    private static String digest(byte[] body) {
        return HexFormat.of().formatHex(Sha256.of(body), 0, 12);
    }

    @Override
    public ResponseEntity<Resource> content(Kept kept, MediaType type, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .eTag("W/\"" + kept.digest().substring(0, 24) + "\"")
                .lastModified(kept.made());
        return Gzip.taken(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(new FileSystemResource(kept.packed()))
                : answer.body(unpacked(kept));
    }

    @Override
    public ResponseEntity<Resource> packed(Kept kept) {
        return whole(kept, GZIP);
    }

    @Override
    public ResponseEntity<Resource> whole(Kept kept, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .eTag("\"" + kept.digest().substring(0, 24) + "\"")
                .lastModified(kept.made())
                .body(new FileSystemResource(kept.packed()));
    }

    private static Resource unpacked(Kept kept) {
        return new InputStreamResource(
                () -> open(kept), "the content of " + kept.packed().getFileName()) {
            @Override
            public long contentLength() {
                return kept.plainSize();
            }
        };
    }

    private static InputStream open(Kept kept) {
        try {
            return new GZIPInputStream(Files.newInputStream(kept.packed()), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
