package tsukasa.exposure.osv;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.kept.KeptAnswers;
import tsukasa.kernel.kept.Packed;
import tsukasa.naming.PackageUrls;
import tsukasa.vulnerability.Freshness;
import tsukasa.vulnerability.Freshness.AsOf;

/// The addresses of OSV. Clients send JSON as whatever type of content: the body is read as it comes.
@RestController
class OsvController {
    private static final Logger LOG = LoggerFactory.getLogger(OsvController.class);
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int MOST_QUERIES = 1000;

    /// Ten times what so many questions need: small things take much more memory than their bytes.
    private static final long MOST_TOKENS = 200_000;
    private static final int LONGEST_NUMBER = 100;
    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private final OsvDesk desk;
    private final PackageUrls urls;
    private final Freshness freshness;
    private final KeptAnswers<Asked> kept = new KeptAnswers<>(MOST_BYTES);
    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .build();

    OsvController(OsvDesk desk, PackageUrls urls, Freshness freshness) {
        this.desk = desk;
        this.urls = urls;
        this.freshness = freshness;
    }

    private record Asked(AsOf asOf, String id) {}

    @PostMapping(path = "/v1/query", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> query(HttpServletRequest request) throws IOException {
        return answer(desk.query(Query.read(body(request), urls).sound()));
    }

    @PostMapping(path = "/v1/querybatch", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> batch(HttpServletRequest request) throws IOException {
        JsonNode asked = body(request).path("queries");
        if (!asked.isArray()) {
            throw Refusal.invalid("Invalid query: queries is not a list.");
        }
        if (asked.size() > MOST_QUERIES) {
            throw Refusal.invalid("Too many queries.");
        }
        List<Query> queries = new ArrayList<>(asked.size());
        // Scanners send ecosystems that are younger than this program: of these nothing is known, and the rest is
        // answered.
        for (JsonNode each : asked) {
            queries.add(Query.read(each, urls));
        }
        return answer(desk.batch(queries));
    }

    @GetMapping(path = "/v1/vulns/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    void vulnerability(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (id.length() > LONGEST_NUMBER) {
            throw Refusal.unknown();
        }
        AsOf asOf = freshness.now();
        Packed packed =
                kept.packed(new Asked(asOf, id), () -> Packed.of(json.writeValueAsBytes(desk.vulnerability(id)), null));
        packed.send(MediaType.APPLICATION_JSON_VALUE, () -> freshness.still(asOf), request, response);
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw Refusal.large();
        }
        try {
            JsonNode read = json.readTree(body);
            if (!read.isObject()) {
                throw Refusal.invalid("Invalid JSON: an object is expected.");
            }
            return read;
        } catch (JacksonException e) {
            throw Refusal.invalid("Invalid JSON.");
        }
    }

    private static ResponseEntity<ObjectNode> answer(ObjectNode body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(Exception failure) {
        Refusal refusal = failure instanceof Refusal told ? told : Refusal.failed();
        if (refusal.status() >= 500) {
            LOG.error("a question in the format of OSV failed", failure);
        }
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(refusal.body());
    }
}
