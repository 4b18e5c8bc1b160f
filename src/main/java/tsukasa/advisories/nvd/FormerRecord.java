package tsukasa.advisories.nvd;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.Applicable;
import tsukasa.advisories.CvssObjects;
import tsukasa.advisories.Told;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;

/// One vulnerability in the shape of NVD's JSON feed 1.1, which ended in 2023 and many tools still read. It has one
/// score of version 3 and one of version 2, and tells what stands in doubt by the first words of its text.
@Component
class FormerRecord {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String VERSION = "4.0";
    private static final int LONGEST_ADDRESS = 500;
    private final Applicable applicable;
    private final CvssObjects scores;
    private final JsonMapper json = JsonMapper.builder().build();

    FormerRecord(Applicable applicable, CvssObjects scores) {
        this.applicable = applicable;
        this.scores = scores;
    }

    static String written(Instant moment) {
        return WRITTEN.format(moment);
    }

    ObjectNode of(String number, Told told) {
        Entry entry = told.entry();
        ObjectNode item = json.createObjectNode();
        ObjectNode cve = item.putObject("cve")
                .put("data_type", "CVE")
                .put("data_format", "MITRE")
                .put("data_version", VERSION);
        cve.putObject("CVE_data_meta").put("ID", number).put("ASSIGNER", NvdRecord.source(entry));
        weaknesses(cve.putObject("problemtype").putArray("problemtype_data"), entry);
        references(cve.putObject("references").putArray("reference_data"), entry);
        texts(cve.putObject("description").putArray("description_data"), told);
        ObjectNode configurations = item.putObject("configurations").put("CVE_data_version", VERSION);
        nodes(configurations.putArray("nodes"), applicable.configurations(entry));
        ObjectNode impact = item.putObject("impact");
        metric(impact, entry, "3");
        metric(impact, entry, "2");
        item.put("publishedDate", written(told.head().published()));
        item.put("lastModifiedDate", written(told.head().updated()));
        return item;
    }

    private static void weaknesses(ArrayNode types, Entry entry) {
        Set<String> cwes = new LinkedHashSet<>();
        for (SourceRecord said : entry.records()) {
            said.weaknesses().forEach(claim -> cwes.add(claim.cwe()));
        }
        ArrayNode descriptions = types.addObject().putArray("description");
        cwes.forEach(cwe -> descriptions.addObject().put("lang", "en").put("value", cwe));
    }

    private static void references(ArrayNode references, Entry entry) {
        for (Reference told : entry.references()) {
            String url = told.url().strip();
            if (url.isEmpty() || url.length() > LONGEST_ADDRESS) {
                continue;
            }
            ArrayNode tags = references
                    .addObject()
                    .put("url", url)
                    .put("name", told.name().isBlank() ? url : told.name())
                    .put("refsource", "MISC")
                    .putArray("tags");
            told.tags().forEach(tags::add);
        }
    }

    private static void texts(ArrayNode texts, Told told) {
        String mark = mark(told.head().standing());
        String english = told.overview(Language.EN);
        boolean marked = english.startsWith("** ") || english.startsWith("Rejected reason:");
        texts.addObject().put("lang", "en").put("value", mark.isEmpty() || marked ? english : mark + " " + english);
        texts.addObject().put("lang", "ja").put("value", told.overview(Language.JA));
    }

    private static String mark(Standing standing) {
        return switch (standing) {
            case PUBLISHED -> "";
            case REJECTED -> "** REJECT **";
            case DISPUTED -> "** DISPUTED **";
            case UNSUPPORTED -> "** UNSUPPORTED WHEN ASSIGNED **";
        };
    }

    /// What joins nodes is a node itself here, with the others as its children.
    private static void nodes(ArrayNode nodes, ArrayNode configurations) {
        for (JsonNode configuration : configurations) {
            JsonNode below = configuration.path("nodes");
            if (below.size() == 1 && !configuration.path("negate").asBoolean(false)) {
                node(nodes.addObject(), below.get(0));
                continue;
            }
            ObjectNode joint = nodes.addObject()
                    .put("operator", configuration.path("operator").asString("OR"));
            if (configuration.path("negate").asBoolean(false)) {
                joint.put("negate", true);
            }
            ArrayNode children = joint.putArray("children");
            joint.putArray("cpe_match");
            below.forEach(each -> node(children.addObject(), each));
        }
    }

    private static void node(ObjectNode node, JsonNode told) {
        node.put("operator", told.path("operator").asString("OR"));
        if (told.path("negate").asBoolean(false)) {
            node.put("negate", true);
        }
        node.putArray("children");
        ArrayNode rows = node.putArray("cpe_match");
        for (JsonNode match : told.path("cpeMatch")) {
            ObjectNode row = rows.addObject()
                    .put("vulnerable", match.path("vulnerable").asBoolean())
                    .put("cpe23Uri", match.path("criteria").asString());
            for (String bound : List.of(
                    "versionStartIncluding", "versionStartExcluding", "versionEndIncluding", "versionEndExcluding")) {
                if (match.has(bound)) {
                    row.put(bound, match.path(bound).asString());
                }
            }
            row.putArray("cpe_name");
        }
    }

    private void metric(ObjectNode impact, Entry entry, String version) {
        Optional<CvssObjects.Scored> counts = entry.score(version).flatMap(scores::of);
        counts.ifPresent(scored -> {
            ObjectNode metric = impact.putObject("baseMetricV" + version);
            metric.set("cvssV" + version, scored.json());
            if (version.equals("2")) {
                metric.put("severity", scored.severity());
            }
            Subscores.of(scored.version(), scored.json().path("vectorString").asString())
                    .ifPresent(parts -> metric.put("exploitabilityScore", parts.exploitability())
                            .put("impactScore", parts.impact()));
        });
    }
}
