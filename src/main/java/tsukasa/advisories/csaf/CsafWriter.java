package tsukasa.advisories.csaf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.CsafDocuments;
import tsukasa.advisories.Told;
import tsukasa.kernel.Language;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryChange;
import tsukasa.vulnerability.Selections.Revision;
import tsukasa.vulnerability.Standing;

/// An entry as an advisory of CSAF 2.0 or 2.1. It is a security advisory where affected products are told, else
/// the plain document: this database tells of other people's products and never more of them than its sources do.
@Component
class CsafWriter implements CsafDocuments {
    private static final Text FIRST = Text.of("初版", "First release");
    private static final Text LATER = Text.of("情報源の更新を反映", "Sources said something new");
    private final Settings settings;
    private final Places places;
    private final Entries entries;
    private final Leaves leaves;
    private final CsafVulnerability vulnerability;
    private final JsonMapper json = JsonMapper.builder().build();

    CsafWriter(Settings settings, Places places, Entries entries, Leaves leaves, CsafVulnerability vulnerability) {
        this.settings = settings;
        this.places = places;
        this.entries = entries;
        this.leaves = leaves;
        this.vulnerability = vulnerability;
    }

    @Override
    public ObjectNode document(Told told, Revision revision, Edition edition, Language language) {
        ProductTree tree = revision.standing() == Standing.REJECTED ? new ProductTree() : leaves.tree(told.entry());
        ObjectNode whole = json.createObjectNode();
        if (edition == Edition.V2_1) {
            whole.put("$schema", "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json");
        }
        ObjectNode document = whole.putObject("document");
        document.put("category", tree.affected().isEmpty() ? "csaf_base" : "csaf_security_advisory");
        document.put("csaf_version", edition.version());
        document.putObject("distribution")
                .putObject("tlp")
                .put("label", edition.label())
                .put("url", "https://www.first.org/tlp/");
        document.put("lang", language.tag());
        notes(document, told, language);
        document.set("publisher", publisher(language));
        references(document, revision, edition, language);
        document.put("title", title(told, language));
        tracking(document, revision, language);
        if (!tree.isEmpty()) {
            whole.set("product_tree", tree.json(edition));
        }
        whole.set("vulnerabilities", vulnerability.all(told, tree, edition, language));
        return whole;
    }

    private static String title(Told told, Language language) {
        String title = told.title(language).strip();
        return title.isEmpty() ? told.head().number().toString() : title;
    }

    /// In the language of the document, and in the other one.
    private static void notes(ObjectNode document, Told told, Language language) {
        ArrayNode notes = document.putArray("notes");
        Language other = language == Language.JA ? Language.EN : Language.JA;
        notes.addObject()
                .put("category", "summary")
                .put("title", Text.of("概要", "Summary").in(language))
                .put("text", told.overview(language));
        notes.addObject()
                .put("category", "general")
                .put("title", Text.of("概要", "Summary").in(other))
                .put("text", told.title(other) + "\n\n" + told.overview(other));
    }

    ObjectNode publisher(Language language) {
        return json.createObjectNode()
                .put("category", "coordinator")
                .put("name", settings.agency().title().in(language))
                .put("namespace", places.base());
    }

    private void references(ObjectNode document, Revision revision, Edition edition, Language language) {
        ArrayNode references = document.putArray("references");
        references
                .addObject()
                .put("category", "self")
                .put("summary", Text.of("この文書", "This document").in(language))
                .put("url", places.of(revision, edition));
        references
                .addObject()
                .put("category", "self")
                .put("summary", Text.of("この文書のページ", "The page of this document").in(language))
                .put("url", places.page(revision.number()));
    }

    /// The first release is the day of registration; each later change of what sources say is a release of its own.
    private void tracking(ObjectNode document, Revision revision, Language language) {
        Instant first = revision.registered();
        TreeSet<Instant> releases = new TreeSet<>();
        entries.history(revision.number()).stream()
                .map(EntryChange::at)
                .filter(at -> at.isAfter(first) && !at.isAfter(revision.revised()))
                .forEach(releases::add);
        if (revision.revised().isAfter(first)) {
            releases.add(revision.revised());
        }
        ObjectNode tracking = document.putObject("tracking");
        tracking.put("current_release_date", written(revision.revised()));
        tracking.putObject("generator").putObject("engine").put("name", "Tsukasa");
        tracking.put("id", revision.number().toString());
        tracking.put("initial_release_date", written(first));
        ArrayNode history = tracking.putArray("revision_history");
        release(history, first, FIRST.in(language));
        for (Instant release : List.copyOf(releases)) {
            release(history, release, LATER.in(language));
        }
        tracking.put("status", "final");
        tracking.put("version", String.valueOf(history.size()));
    }

    private static void release(ArrayNode history, Instant at, String summary) {
        history.addObject()
                .put("date", written(at))
                .put("number", String.valueOf(history.size()))
                .put("summary", summary);
    }

    static String written(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
