package tsukasa.myjvn.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// Files at the addresses where clients have been fetching them for years.
@RestController
class FeedController {
    private final Shelf shelf;

    FeedController(Shelf shelf) {
        this.shelf = shelf;
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
        "/en/feed/product/{file}",
        "/ja/feed/checksum.txt",
        "/en/feed/checksum.txt"
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
        return new Serving(
                kept,
                shelf.file(kept),
                type(kept.path()),
                () -> shelf.find(kept.path())
                        .filter(now -> now.file().equals(kept.file()))
                        .isPresent());
    }

    private static String type(String path) {
        if (path.endsWith(".txt")) {
            return "text/plain;charset=UTF-8";
        }
        boolean rss = path.contains("/rss/") || path.contains("/overview/");
        return rss ? "application/rdf+xml;charset=UTF-8" : "text/xml;charset=UTF-8";
    }

    private static Problem notFound() {
        return Problem.notFound(Text.of("このファイルはありません。", "There is no such file."));
    }
}
