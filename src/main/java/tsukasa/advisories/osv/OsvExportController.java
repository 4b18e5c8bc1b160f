package tsukasa.advisories.osv;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.advisories.Delivery;
import tsukasa.advisories.Shelf;
import tsukasa.exposure.OsvFormat;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Selection;
import tsukasa.vulnerability.Selections;

/// Every entry that concerns packages, as records of the OSV format: all in one archive, and a list of which changed
/// when, the latest first.
@RestController
class OsvExportController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final int AT_A_TIME = 100;
    private final Selections catalogue;
    private final Entries entries;
    private final OsvFormat format;
    private final Shelf shelf;
    private final Delivery delivery;
    private final JsonMapper json = JsonMapper.builder().build();

    OsvExportController(Selections catalogue, Entries entries, OsvFormat format, Shelf shelf, Delivery delivery) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.format = format;
        this.shelf = shelf;
        this.delivery = delivery;
    }

    @GetMapping("/osv/all.zip")
    ResponseEntity<Resource> all() {
        return delivery.whole(shelf.whole("osv-all.zip", entries.mark(), this::archive), ZIP);
    }

    @GetMapping("/osv/modified_id.csv")
    ResponseEntity<Resource> modified(HttpServletRequest request) {
        return delivery.content(shelf.file("osv-modified-id.csv", entries.mark(), this::changes), CSV, request);
    }

    /// Two entries may be known by one number where sources disagree: the first has it.
    private void archive(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Set<String> names = new HashSet<>();
        each((head, entry) -> {
            String id = format.id(head, entry);
            if (names.add(id)) {
                put(zip, id.replace('/', '_') + ".json", json.writeValueAsBytes(format.record(head, entry)));
            }
        });
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] record) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(record);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void changes(OutputStream out) throws IOException {
        List<String> lines = new ArrayList<>();
        each((head, entry) -> lines.add(head.updated() + "," + format.id(head, entry)));
        lines.sort(Comparator.reverseOrder());
        for (String line : lines) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void each(BiConsumer<EntryHead, Entry> taker) {
        long after = 0;
        List<EntryHead> heads = catalogue.after(Selection.OF_PACKAGES, after, AT_A_TIME);
        while (!heads.isEmpty()) {
            Map<EntryId, Entry> whole = new HashMap<>();
            entries.read(heads.stream().map(EntryHead::id).toList()).forEach(entry -> whole.put(entry.id(), entry));
            for (EntryHead head : heads) {
                Entry entry = whole.get(head.number());
                if (entry != null) {
                    taker.accept(head, entry);
                }
            }
            after = heads.getLast().id();
            heads = catalogue.after(Selection.OF_PACKAGES, after, AT_A_TIME);
        }
    }
}
