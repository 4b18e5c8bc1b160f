package tsukasa.exposure.osv;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.exposure.OsvFormat;
import tsukasa.kernel.Language;
import tsukasa.naming.PackageUrls;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.Standing;

/// An entry as a record of the OSV format. Where it has a number that the format knows, that is its number; else its
/// own with `x_` before it.
@Service
class OsvRecords implements OsvFormat {
    private static final String FORMAT = "1.7.0";
    private static final Pattern KNOWN = Pattern.compile(
            "(?:ALPINE|ALSA|BIT|CURL|CVE|DEBIAN|DSA|DLA|GHSA|GO|GSD|HSEC|MAL|MGASA|OESA|OSV|PSF|PYSEC|RHSA|RLSA|RSEC"
                    + "|RUSTSEC|UBUNTU|USN|V8)-.+");
    private static final Set<String> REFERENCE_TYPES = Set.of(
            "ADVISORY",
            "ARTICLE",
            "DETECTION",
            "DISCUSSION",
            "REPORT",
            "FIX",
            "INTRODUCED",
            "GIT",
            "PACKAGE",
            "EVIDENCE",
            "WEB");
    private static final Map<String, String> BY_TAG = Map.of(
            "Patch", "FIX",
            "patch", "FIX",
            "Exploit", "EVIDENCE",
            "exploit", "EVIDENCE",
            "Vendor Advisory", "ADVISORY",
            "vendor-advisory", "ADVISORY",
            "Third Party Advisory", "ADVISORY",
            "third-party-advisory", "ADVISORY",
            "Issue Tracking", "REPORT",
            "issue-tracking", "REPORT");
    private final OsvAffected affected;
    private final CvssReader scores;
    private final JsonMapper json = JsonMapper.builder().build();

    OsvRecords(PackageUrls urls, CvssReader scores) {
        this.affected = new OsvAffected(urls);
        this.scores = scores;
    }

    @Override
    public String id(EntryHead head, @Nullable Entry entry) {
        if (head.cve() != null) {
            return head.cve().toString();
        }
        return Optional.ofNullable(entry).map(Entry::aliases).orElse(List.of()).stream()
                .filter(alias -> KNOWN.matcher(alias).matches() && !alias.startsWith("CVE-"))
                .findFirst()
                .orElse("x_" + head.number());
    }

    @Override
    public ObjectNode record(EntryHead head, Entry entry) {
        return record(head, entry, "");
    }

    @Override
    public Set<String> ecosystems() {
        return Ecosystem.names();
    }

    /// @param asked the number under which it was asked for: its own where the format knows it
    ObjectNode record(EntryHead head, Entry entry, String asked) {
        String id = entry.aliases().stream()
                .filter(alias ->
                        alias.equalsIgnoreCase(asked) && KNOWN.matcher(alias).matches())
                .findFirst()
                .orElseGet(() -> id(head, entry));
        ObjectNode record =
                json.createObjectNode().put("schema_version", FORMAT).put("id", id);
        record.put("modified", head.updated().toString());
        record.put("published", head.published().toString());
        if (head.standing() == Standing.REJECTED) {
            record.put("withdrawn", head.updated().toString());
        }
        aliases(record, head, entry, id);
        text(entry, Passage.Kind.TITLE)
                .ifPresentOrElse(
                        title -> record.put("summary", title),
                        () -> record.put("summary", head.title().en()));
        text(entry, Passage.Kind.OVERVIEW).ifPresent(overview -> record.put("details", overview));
        severity(record, entry);
        affected.write(record, entry);
        references(record, entry);
        if (!entry.credits().isEmpty()) {
            ArrayNode credits = record.putArray("credits");
            entry.credits().forEach(name -> credits.addObject().put("name", name));
        }
        ObjectNode own =
                record.putObject("database_specific").put("jvndb", head.number().toString());
        if (!entry.cwes().isEmpty()) {
            ArrayNode cwes = own.putArray("cwe_ids");
            entry.cwes().forEach(cwes::add);
        }
        return record;
    }

    private static void aliases(ObjectNode record, EntryHead head, Entry entry, String id) {
        Set<String> all = new LinkedHashSet<>(entry.aliases());
        all.add(head.number().toString());
        all.remove(id);
        if (id.startsWith("x_")) {
            all.remove(id.substring(2));
        }
        if (!all.isEmpty()) {
            ArrayNode aliases = record.putArray("aliases");
            all.forEach(aliases::add);
        }
    }

    private static Optional<String> text(Entry entry, Passage.Kind kind) {
        return entry.text(kind, Language.EN).or(() -> entry.text(kind, Language.JA));
    }

    /// The first vector of each version, in the one way it is written.
    private void severity(ObjectNode record, Entry entry) {
        Set<String> types = new LinkedHashSet<>();
        ArrayNode all = json.createArrayNode();
        for (ScoreClaim claim : entry.scores()) {
            if (scores.read(claim.vector()) instanceof CvssReading.Read read) {
                String type = "CVSS_V" + read.vector().version().number().charAt(0);
                if (types.add(type)) {
                    all.addObject().put("type", type).put("score", read.vector().text());
                }
            }
        }
        if (!all.isEmpty()) {
            record.set("severity", all);
        }
    }

    private void references(ObjectNode record, Entry entry) {
        ArrayNode all = json.createArrayNode();
        for (Reference reference : entry.references()) {
            if (address(reference.url())) {
                all.addObject().put("type", type(reference)).put("url", reference.url());
            }
        }
        if (!all.isEmpty()) {
            record.set("references", all);
        }
    }

    private static String type(Reference reference) {
        return reference.tags().stream()
                .map(tag -> REFERENCE_TYPES.contains(tag) ? tag : BY_TAG.getOrDefault(tag, ""))
                .filter(type -> !type.isEmpty())
                .findFirst()
                .orElse("WEB");
    }

    private static boolean address(String url) {
        try {
            URI uri = new URI(url);
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
