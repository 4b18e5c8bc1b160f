package tsukasa.advisories.osv;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.advisories.Delivery;
import tsukasa.advisories.Shelf;
import tsukasa.exposure.OsvFormat;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Entries;

/// Every entry that concerns packages, as records of the OSV format: in one archive, in one for each ecosystem, and
/// lists of which changed when. Files lie where scanners that work without a network look for them.
@RestController
class OsvExportController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private final OsvArchives archives;
    private final OsvFormat format;
    private final Entries entries;
    private final Shelf shelf;
    private final Delivery delivery;

    OsvExportController(OsvArchives archives, OsvFormat format, Entries entries, Shelf shelf, Delivery delivery) {
        this.archives = archives;
        this.format = format;
        this.entries = entries;
        this.shelf = shelf;
        this.delivery = delivery;
    }

    @GetMapping("/osv/all.zip")
    ResponseEntity<Resource> all() {
        return archive("osv-all.zip", OsvArchives.ALL);
    }

    @GetMapping("/osv/modified_id.csv")
    ResponseEntity<Resource> modified(HttpServletRequest request) {
        return changes("osv-modified-id.csv", OsvArchives.ALL, request);
    }

    @GetMapping("/osv/ecosystems.txt")
    ResponseEntity<Resource> ecosystems(HttpServletRequest request) {
        return delivery.content(shelf.file("osv-ecosystems.txt", entries.mark(), archives::ecosystems), TEXT, request);
    }

    /// @param ecosystem as the format writes it, without a release: `Red Hat`
    @GetMapping("/osv/{ecosystem}/all.zip")
    ResponseEntity<Resource> allOf(@PathVariable String ecosystem) {
        return archive("osv-" + named(ecosystem) + "-all.zip", ecosystem);
    }

    @GetMapping("/osv/{ecosystem}/modified_id.csv")
    ResponseEntity<Resource> modifiedOf(@PathVariable String ecosystem, HttpServletRequest request) {
        return changes("osv-" + named(ecosystem) + "-modified-id.csv", ecosystem, request);
    }

    private ResponseEntity<Resource> archive(String file, String ecosystem) {
        return delivery.whole(shelf.whole(file, entries.mark(), out -> archives.archive(ecosystem, out)), ZIP);
    }

    private ResponseEntity<Resource> changes(String file, String ecosystem, HttpServletRequest request) {
        return delivery.content(
                shelf.file(file, entries.mark(), out -> archives.changes(ecosystem, out)), CSV, request);
    }

    /// As a part of the name of a file.
    private String named(String ecosystem) {
        return Optional.of(ecosystem)
                .filter(format.ecosystems()::contains)
                .map(name -> name.replace(' ', '-'))
                .orElseThrow(
                        () -> Problem.notFound(Text.of("この名前のエコシステムはありません。", "There is no ecosystem of this name.")));
    }
}
