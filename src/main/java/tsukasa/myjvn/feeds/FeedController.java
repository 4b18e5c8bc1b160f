package tsukasa.myjvn.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// Files at the addresses where clients have been fetching them for years.
@RestController
class FeedController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private final Shelf shelf;
    private final Checksums checksums;

    FeedController(Shelf shelf, Checksums checksums) {
        this.shelf = shelf;
        this.checksums = checksums;
    }

    @GetMapping({
        "/ja/rss/{file}",
        "/en/rss/{file}",
        "/ja/rss/years/{file}",
        "/en/rss/years/{file}",
        "/ja/feed/overview/{file}",
        "/en/feed/overview/{file}",
        "/ja/feed/detail/{file}",
        "/en/feed/detail/{file}",
        "/ja/feed/vendor/{file}",
        "/en/feed/vendor/{file}",
        "/ja/feed/product/{file}",
        "/en/feed/product/{file}"
    })
    void file(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<Kept> kept = shelf.find(path);
        if (kept.isEmpty() && shelf.stamp().isEmpty()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Kept there = kept.orElseThrow(FeedController::notFound);
        try {
            serving(there).send(request, response);
        } catch (NoSuchFileException replaced) {
            serving(shelf.find(path).orElseThrow(FeedController::notFound)).send(request, response);
        }
    }

    private Serving serving(Kept kept) {
        boolean rss = kept.path().contains("/rss/") || kept.path().contains("/overview/");
        return new Serving(
                kept,
                shelf.file(kept),
                rss ? "application/rdf+xml;charset=UTF-8" : "text/xml;charset=UTF-8",
                () -> shelf.find(kept.path())
                        .filter(now -> now.file().equals(kept.file()))
                        .isPresent());
    }

    private static Problem notFound() {
        return Problem.notFound(Text.of("このファイルはありません。", "There is no such file."));
    }

    @GetMapping("/ja/feed/checksum.txt")
    ResponseEntity<byte[]> japanese(HttpServletRequest request) {
        return checksum(Language.JA, request);
    }

    @GetMapping("/en/feed/checksum.txt")
    ResponseEntity<byte[]> english(HttpServletRequest request) {
        return checksum(Language.EN, request);
    }

    private ResponseEntity<byte[]> checksum(Language language, HttpServletRequest request) {
        byte[] text = checksums.of(language).getBytes(StandardCharsets.UTF_8);
        String tag = "W/\"" + Integer.toHexString(Arrays.hashCode(text)) + "-" + text.length + "\"";
        if (new ServletWebRequest(request).checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).build();
        }
        return ResponseEntity.ok().contentType(TEXT).eTag(tag).body(text);
    }
}
