package tsukasa.advisories.osv;

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
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.exposure.OsvFormat;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Selection;
import tsukasa.vulnerability.Selections;

/// Writes what is told of packages into archives and lists, for all ecosystems or for one.
@Component
class OsvArchives {
    /// Stands for all ecosystems.
    static final String ALL = "";

    /// The folder of records that tell of no package of an ecosystem.
    private static final String NONE = "[EMPTY]";

    private static final int AT_A_TIME = 100;
    private final Selections catalogue;
    private final Entries entries;
    private final OsvFormat format;
    private final JsonMapper json = JsonMapper.builder().build();

    OsvArchives(Selections catalogue, Entries entries, OsvFormat format) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.format = format;
    }

    private record Told(String id, ObjectNode record) {
        /// Those of its packages, without releases.
        Set<String> ecosystems() {
            Set<String> all = new TreeSet<>();
            for (JsonNode affected : record.path("affected")) {
                String name = affected.path("package").path("ecosystem").asString("");
                int release = name.indexOf(':');
                all.add(release < 0 ? name : name.substring(0, release));
            }
            return all;
        }

        boolean of(String ecosystem) {
            return ecosystem.equals(ALL) || ecosystems().contains(ecosystem);
        }
    }

    /// Two entries may be known by one number where sources disagree: the first has it.
    void archive(String ecosystem, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Set<String> names = new HashSet<>();
        each(told -> {
            if (told.of(ecosystem) && names.add(told.id())) {
                put(zip, told.id().replace('/', '_') + ".json", json.writeValueAsBytes(told.record()));
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

    /// When which record changed, the latest first; in the list of all, with the folder of each of its ecosystems.
    void changes(String ecosystem, OutputStream out) throws IOException {
        List<String> lines = new ArrayList<>();
        each(told -> {
            String modified = told.record().path("modified").asString();
            if (!ecosystem.equals(ALL)) {
                if (told.of(ecosystem)) {
                    lines.add(modified + "," + told.id());
                }
                return;
            }
            Set<String> folders = told.ecosystems();
            (folders.isEmpty() ? Set.of(NONE) : folders)
                    .forEach(folder -> lines.add(modified + "," + folder + "/" + told.id()));
        });
        lines.sort(Comparator.reverseOrder());
        write(lines, out);
    }

    /// Of which there are records, a name a line.
    void ecosystems(OutputStream out) throws IOException {
        Set<String> held = new TreeSet<>();
        each(told -> held.addAll(told.ecosystems()));
        write(held, out);
    }

    private static void write(Iterable<String> lines, OutputStream out) throws IOException {
        for (String line : lines) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void each(Consumer<Told> taker) {
        long after = 0;
        List<EntryHead> heads = catalogue.after(Selection.OF_PACKAGES, after, AT_A_TIME);
        while (!heads.isEmpty()) {
            Map<EntryId, Entry> whole = new HashMap<>();
            entries.read(heads.stream().map(EntryHead::id).toList()).forEach(entry -> whole.put(entry.id(), entry));
            for (EntryHead head : heads) {
                Entry entry = whole.get(head.number());
                if (entry != null) {
                    taker.accept(new Told(format.id(head, entry), format.record(head, entry)));
                }
            }
            after = heads.getLast().id();
            heads = catalogue.after(Selection.OF_PACKAGES, after, AT_A_TIME);
        }
    }
}
