package tsukasa.advisories.nvd;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.Applicable;
import tsukasa.advisories.CvssObjects;
import tsukasa.advisories.Told;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Exploitation;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.WeaknessClaim;

/// One vulnerability in the shape of NVD's API 2.0.
@Component
class NvdRecord {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Map<String, String> METRICS = new LinkedHashMap<>();
    private static final int LONGEST_ADDRESS = 2000;

    static {
        METRICS.put("4.0", "cvssMetricV40");
        METRICS.put("3.1", "cvssMetricV31");
        METRICS.put("3.0", "cvssMetricV30");
        METRICS.put("2.0", "cvssMetricV2");
    }

    private final Applicable applicable;
    private final CvssObjects scores;
    private final JsonMapper json = JsonMapper.builder().build();

    NvdRecord(Applicable applicable, CvssObjects scores) {
        this.applicable = applicable;
        this.scores = scores;
    }

    static String written(Instant moment) {
        return WRITTEN.format(moment);
    }

    /// @param cve its number
    ObjectNode of(String cve, Told told) {
        Entry entry = told.entry();
        ArrayNode configurations = applicable.configurations(entry);
        ObjectNode whole = json.createObjectNode();
        ObjectNode one = whole.putObject("cve").put("id", cve);
        one.put("sourceIdentifier", source(entry));
        one.put("published", written(told.head().published()));
        one.put("lastModified", written(told.head().updated()));
        one.put("vulnStatus", status(told.head().standing(), !configurations.isEmpty()));
        tags(one, entry);
        entry.exploitation().ifPresent(known -> exploited(one, known));
        ArrayNode texts = one.putArray("descriptions");
        for (Language language : List.of(Language.EN, Language.JA)) {
            texts.addObject().put("lang", language.tag()).put("value", told.overview(language));
        }
        one.set("metrics", metrics(entry));
        weaknesses(one, entry);
        if (!configurations.isEmpty()) {
            one.set("configurations", configurations);
        }
        ArrayNode references = one.putArray("references");
        entry.references().forEach(reference -> reference(references, reference, source(entry)));
        return whole;
    }

    static String source(Entry entry) {
        return entry.records().stream()
                .flatMap(said -> said.passages().stream())
                .map(passage -> passage.by())
                .filter(by -> !by.isBlank())
                .findFirst()
                .orElse("unknown");
    }

    private static String status(Standing standing, boolean analysed) {
        if (standing == Standing.REJECTED) {
            return "Rejected";
        }
        return analysed ? "Analyzed" : "Received";
    }

    private static void tags(ObjectNode one, Entry entry) {
        ArrayNode tags = one.putArray("cveTags");
        String tag = switch (entry.standing()) {
            case DISPUTED -> "disputed";
            case UNSUPPORTED -> "unsupported-when-assigned";
            case PUBLISHED, REJECTED -> "";
        };
        if (!tag.isEmpty()) {
            tags.addObject()
                    .put("sourceIdentifier", source(entry))
                    .putArray("tags")
                    .add(tag);
        }
    }

    private static void exploited(ObjectNode one, Exploitation known) {
        one.put("cisaExploitAdd", known.added().toString());
        if (known.due() != null) {
            one.put("cisaActionDue", known.due().toString());
        }
        if (!known.action().isEmpty()) {
            one.put("cisaRequiredAction", known.action());
        }
    }

    private ObjectNode metrics(Entry entry) {
        ObjectNode metrics = json.createObjectNode();
        METRICS.forEach((version, name) -> {
            ArrayNode all = json.createArrayNode();
            entry.scores().stream()
                    .filter(claim -> claim.version().equals(version))
                    .forEach(claim -> metric(all, claim));
            if (!all.isEmpty()) {
                metrics.set(name, all);
            }
        });
        return metrics;
    }

    private void metric(ArrayNode all, ScoreClaim claim) {
        scores.of(claim).ifPresent(scored -> {
            ObjectNode one = all.addObject()
                    .put("source", claim.by().isBlank() ? "unknown" : claim.by())
                    .put("type", claim.primary() ? "Primary" : "Secondary");
            one.set("cvssData", scored.json());
            if (scored.version().equals("2.0")) {
                one.put("baseSeverity", scored.severity());
            }
            Subscores.of(scored.version(), scored.json().path("vectorString").asString())
                    .ifPresent(parts -> one.put("exploitabilityScore", parts.exploitability())
                            .put("impactScore", parts.impact()));
        });
    }

    private static void weaknesses(ObjectNode one, Entry entry) {
        Map<String, Set<String>> each = new LinkedHashMap<>();
        for (SourceRecord said : entry.records()) {
            for (WeaknessClaim claim : said.weaknesses()) {
                each.computeIfAbsent(claim.by(), _ -> new TreeSet<>()).add(claim.cwe());
            }
        }
        if (each.isEmpty()) {
            return;
        }
        ArrayNode weaknesses = one.putArray("weaknesses");
        boolean[] first = {true};
        each.forEach((by, cwes) -> {
            ArrayNode descriptions = weaknesses
                    .addObject()
                    .put("source", by.isBlank() ? "unknown" : by)
                    .put("type", first[0] ? "Primary" : "Secondary")
                    .putArray("description");
            first[0] = false;
            cwes.forEach(cwe -> descriptions.addObject().put("lang", "en").put("value", cwe));
        });
    }

    private static void reference(ArrayNode references, Reference told, String source) {
        if (told.url().isBlank() || told.url().length() > LONGEST_ADDRESS) {
            return;
        }
        ObjectNode one = references.addObject().put("url", told.url().strip()).put("source", source);
        if (!told.tags().isEmpty()) {
            ArrayNode tags = one.putArray("tags");
            told.tags().forEach(tags::add);
        }
    }
}
