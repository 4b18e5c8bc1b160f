package tsukasa.advisories.csaf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.advisories.CsafDocuments.Edition;
import tsukasa.advisories.Delivery;
import tsukasa.advisories.Shelf.Kept;
import tsukasa.advisories.csaf.CsafDesk.Document;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.kept.Packed;
import tsukasa.vulnerability.EntryId;

/// The addresses of a trusted provider of CSAF documents.
@RestController
class CsafController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType KEY = MediaType.parseMediaType("application/pgp-keys");
    private static final MediaType SIGNATURE = MediaType.parseMediaType("application/pgp-signature");
    private static final Pattern FEED = Pattern.compile("feed-tlp-(white|clear)(?:-([0-9]{4}))?\\.json");
    private static final Pattern BESIDE = Pattern.compile("(.+\\.json)(?:\\.(sha256|sha512|asc))?");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private final CsafDesk desk;
    private final Delivery delivery;

    CsafController(CsafDesk desk, Delivery delivery) {
        this.desk = desk;
        this.delivery = delivery;
    }

    @GetMapping("/.well-known/csaf/provider-metadata.json")
    ResponseEntity<byte[]> metadata() {
        return delivery.document(desk.metadata(Edition.V2_0), MediaType.APPLICATION_JSON, null);
    }

    @GetMapping("/csaf/v2.1/provider-metadata.json")
    ResponseEntity<byte[]> metadataOf21() {
        return delivery.document(desk.metadata(Edition.V2_1), MediaType.APPLICATION_JSON, null);
    }

    @GetMapping("/csaf/{file}")
    ResponseEntity<?> file(@PathVariable String file, HttpServletRequest request) {
        if (file.equals("service.json")) {
            return delivery.document(desk.service(), MediaType.APPLICATION_JSON, null);
        }
        if (file.equals("openpgp.asc")) {
            return delivery.document(desk.publicKey(), KEY, null);
        }
        Matcher feed = FEED.matcher(file);
        if (!feed.matches()) {
            throw unknown();
        }
        Edition edition = edition(feed.group(1));
        Kept kept = feed.group(2) == null
                ? desk.latestFeed(edition)
                : desk.feed(edition, Integer.parseInt(feed.group(2))).orElseThrow(CsafController::unknown);
        return delivery.content(kept, MediaType.APPLICATION_JSON, request);
    }

    @GetMapping("/csaf/{label}/")
    ResponseEntity<?> folder(@PathVariable String label, HttpServletRequest request) {
        return listing(desk.listing(edition(label), null), request);
    }

    @GetMapping("/csaf/{label}/{file}")
    ResponseEntity<?> list(@PathVariable String label, @PathVariable String file, HttpServletRequest request) {
        Edition edition = edition(label);
        return switch (file) {
            case "index.txt" -> delivery.content(desk.index(edition), TEXT, request);
            case "changes.csv" -> delivery.content(desk.changes(edition), CSV, request);
            default -> throw unknown();
        };
    }

    @GetMapping("/csaf/{label}/{year}/")
    ResponseEntity<?> year(@PathVariable String label, @PathVariable String year, HttpServletRequest request) {
        return YEAR.matcher(year).matches()
                ? listing(desk.listing(edition(label), Integer.valueOf(year)), request)
                : listing(Optional.empty(), request);
    }

    private ResponseEntity<?> listing(Optional<Kept> kept, HttpServletRequest request) {
        return delivery.content(kept.orElseThrow(CsafController::unknown), HTML, request);
    }

    @GetMapping("/csaf/{label}/{year}/{file}")
    void document(
            @PathVariable String label,
            @PathVariable String year,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Edition edition = edition(label);
        Matcher name = BESIDE.matcher(file);
        if (!name.matches()) {
            throw unknown();
        }
        String beside = Objects.requireNonNullElse(name.group(2), "");
        MediaType type = switch (beside) {
            case "" -> MediaType.APPLICATION_JSON;
            case "asc" -> SIGNATURE;
            default -> TEXT;
        };
        EntryId number = Places.number(name.group(1)).orElseThrow(CsafController::unknown);
        String asked = "csaf " + edition + " " + year + " " + file;
        delivery.kept(asked, type, () -> made(edition, year, number, name.group(1), beside), request, response);
    }

    private Packed made(Edition edition, String year, EntryId number, String name, String beside) {
        Document document = desk.document(edition, year, number).orElseThrow(CsafController::unknown);
        byte[] bytes = switch (beside) {
            case "" -> document.bytes();
            case "asc" -> desk.signature(document);
            case "sha256" -> hash("SHA-256", name, document);
            default -> hash("SHA-512", name, document);
        };
        return Packed.of(bytes, document.revised());
    }

    private static byte[] hash(String algorithm, String file, Document document) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(document.bytes()));
            return (digest + "  " + file + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Edition edition(String label) {
        return Places.edition(label).orElseThrow(CsafController::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound(Text.of("この名前の文書はありません。", "There is no document of this name."));
    }
}
