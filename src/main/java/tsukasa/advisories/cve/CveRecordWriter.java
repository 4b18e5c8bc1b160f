package tsukasa.advisories.cve;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.Applicable;
import tsukasa.advisories.CvssObjects;
import tsukasa.advisories.Told;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.Weakness;
import tsukasa.vulnerability.Weaknesses;

/// An entry as a CVE record of format 5.1. It speaks in the name of this database: whoever assigned the number and what
/// they wrote stand in the CVE list itself.
@Component
class CveRecordWriter {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_ADDRESS = 2048;
    private static final int LONGEST_NAME = 500;
    private static final Set<String> TAGS = Set.of(
            "broken-link",
            "customer-entitlement",
            "exploit",
            "government-resource",
            "issue-tracking",
            "mailing-list",
            "mitigation",
            "not-applicable",
            "patch",
            "permissions-required",
            "media-coverage",
            "product",
            "related",
            "release-notes",
            "signature",
            "technical-description",
            "third-party-advisory",
            "vendor-advisory",
            "vdb-entry");
    private static final Map<String, String> SCORES =
            Map.of("4.0", "cvssV4_0", "3.1", "cvssV3_1", "3.0", "cvssV3_0", "2.0", "cvssV2_0");
    private static final Pattern CWE = Pattern.compile("CWE-[1-9][0-9]{0,4}");
    private final PublicAddress address;
    private final Settings settings;
    private final CveProducts products;
    private final Applicable applicable;
    private final CvssObjects scores;
    private final Weaknesses weaknesses;
    private final JsonMapper json = JsonMapper.builder().build();

    CveRecordWriter(
            PublicAddress address,
            Settings settings,
            CveProducts products,
            Applicable applicable,
            CvssObjects scores,
            Weaknesses weaknesses) {
        this.address = address;
        this.settings = settings;
        this.products = products;
        this.applicable = applicable;
        this.scores = scores;
        this.weaknesses = weaknesses;
    }

    ObjectNode record(String cve, Told told) {
        boolean rejected = told.head().standing() == Standing.REJECTED;
        String updated = told.head().updated().toString();
        ObjectNode record =
                json.createObjectNode().put("dataType", "CVE_RECORD").put("dataVersion", "5.1");
        ObjectNode about = record.putObject("cveMetadata")
                .put("cveId", cve)
                .put("assignerOrgId", self())
                .put("assignerShortName", shortName())
                .put("state", rejected ? "REJECTED" : "PUBLISHED")
                .put("datePublished", told.head().published().toString())
                .put("dateUpdated", updated);
        ObjectNode cna = record.putObject("containers").putObject("cna");
        cna.putObject("providerMetadata")
                .put("orgId", self())
                .put("shortName", shortName())
                .put("dateUpdated", updated);
        if (rejected) {
            about.put("dateRejected", updated);
            texts(cna, "rejectedReasons", told);
        } else {
            published(cna, told);
        }
        return record;
    }

    private void published(ObjectNode cna, Told told) {
        Entry entry = told.entry();
        cna.put("datePublic", told.head().published().toString());
        cna.put("title", cut(told.title(Language.EN), LONGEST_TITLE));
        texts(cna, "descriptions", told);
        cna.set("affected", products.affected(entry));
        ArrayNode configurations = applicable.configurations(entry);
        if (!configurations.isEmpty()) {
            cna.set("cpeApplicability", configurations);
        }
        problems(cna, entry);
        scores(cna, entry);
        advice(cna, "solutions", Kind.SOLUTION, entry);
        advice(cna, "workarounds", Kind.WORKAROUND, entry);
        advice(cna, "exploits", Kind.EXPLOIT, entry);
        advice(cna, "credits", Kind.CREDIT, entry);
        references(cna, told);
        tags(cna, told.head().standing());
    }

    private void texts(ObjectNode cna, String name, Told told) {
        ArrayNode texts = cna.putArray(name);
        for (Language language : List.of(Language.EN, Language.JA)) {
            texts.addObject().put("lang", language.tag()).put("value", cut(told.overview(language), LONGEST_TEXT));
        }
    }

    private void problems(ObjectNode cna, Entry entry) {
        ArrayNode all = json.createArrayNode();
        for (String cwe : entry.cwes()) {
            if (CWE.matcher(cwe).matches()) {
                all.addObject()
                        .putArray("descriptions")
                        .addObject()
                        .put("lang", "en")
                        .put("cweId", cwe)
                        .put("type", "CWE")
                        .put(
                                "description",
                                weaknesses
                                        .find(cwe)
                                        .map(Weakness::name)
                                        .map(name -> cwe + " " + name.en())
                                        .orElse(cwe));
            }
        }
        if (!all.isEmpty()) {
            cna.set("problemTypes", all);
        }
    }

    private void scores(ObjectNode cna, Entry entry) {
        Set<ObjectNode> all = new LinkedHashSet<>();
        entry.scores()
                .forEach(claim -> scores.of(claim).ifPresent(scored -> {
                    ObjectNode metric = json.createObjectNode().put("format", "CVSS");
                    metric.set(SCORES.get(scored.version()), scored.json());
                    all.add(metric);
                }));
        if (!all.isEmpty()) {
            cna.putArray("metrics").addAll(all);
        }
    }

    private void advice(ObjectNode cna, String name, Kind kind, Entry entry) {
        Set<ObjectNode> all = new LinkedHashSet<>();
        for (Language language : List.of(Language.EN, Language.JA)) {
            entry.passages(kind, language)
                    .forEach(passage -> all.add(json.createObjectNode()
                            .put("lang", language.tag())
                            .put("value", cut(passage.text(), LONGEST_TEXT))));
        }
        all.removeIf(text -> text.path("value").asString().isBlank());
        if (!all.isEmpty()) {
            cna.putArray(name).addAll(all);
        }
    }

    /// The page here is one of them, so that there is always one.
    private void references(ObjectNode cna, Told told) {
        ArrayNode all = cna.putArray("references");
        String page = address.base() + "/vulnerabilities/" + told.head().number();
        all.addObject()
                .put("url", page)
                .put("name", told.head().number().toString())
                .putArray("tags")
                .add("vdb-entry");
        told.entry().references().stream()
                .filter(reference ->
                        address(reference.url()) && !reference.url().equals(page))
                .limit(LONGEST_NAME)
                .forEach(reference -> reference(all.addObject(), reference));
    }

    private static void reference(ObjectNode one, Reference told) {
        one.put("url", told.url().strip());
        if (!told.name().isBlank()) {
            one.put("name", cut(told.name(), LONGEST_NAME));
        }
        Set<String> tags = new LinkedHashSet<>();
        told.tags().stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .filter(TAGS::contains)
                .forEach(tags::add);
        if (!tags.isEmpty()) {
            ArrayNode list = one.putArray("tags");
            tags.forEach(list::add);
        }
    }

    private static void tags(ObjectNode cna, Standing standing) {
        switch (standing) {
            case DISPUTED -> cna.putArray("tags").add("disputed");
            case UNSUPPORTED -> cna.putArray("tags").add("unsupported-when-assigned");
            case PUBLISHED, REJECTED -> {}
        }
    }

    static boolean address(String url) {
        try {
            URI uri = new URI(url.strip());
            return uri.getScheme() != null
                    && Set.of("http", "https", "ftp").contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && url.length() <= LONGEST_ADDRESS;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private String shortName() {
        String name = settings.agency().en().strip();
        return name.length() < 2 ? "tsukasa" : cut(name, 32);
    }

    /// The number of this database as an organisation: the same for the same address, in the form of a random one.
    private String self() {
        UUID named = UUID.nameUUIDFromBytes(address.base().getBytes(StandardCharsets.UTF_8));
        return new UUID(named.getMostSignificantBits() & ~0xF000L | 0x4000L, named.getLeastSignificantBits())
                .toString();
    }
}
