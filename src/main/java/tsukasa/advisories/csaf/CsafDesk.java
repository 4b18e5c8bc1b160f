package tsukasa.advisories.csaf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.advisories.CsafDocuments.Edition;
import tsukasa.advisories.Shelf;
import tsukasa.advisories.Shelf.Kept;
import tsukasa.advisories.Told;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.Drafting;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Selections;
import tsukasa.vulnerability.Selections.Revision;
import tsukasa.vulnerability.Selections.Year;

/// A trusted provider in the sense of CSAF 7.2.3. A document is made when it is asked for: it follows from its entry
/// alone, so its hashes and its signature do too. Lists of many documents are kept files.
@Component
class CsafDesk {
    static final int LATEST = 1_000;
    private final Selections catalogue;
    private final Entries entries;
    private final Drafting drafting;
    private final CsafWriter writer;
    private final RolieFeed rolie;
    private final Places places;
    private final OpenPgp signing;
    private final Shelf shelf;
    private final JsonMapper json = JsonMapper.builder().build();

    CsafDesk(
            Selections catalogue,
            Entries entries,
            Drafting drafting,
            CsafWriter writer,
            RolieFeed rolie,
            Places places,
            OpenPgp signing,
            Shelf shelf) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.drafting = drafting;
        this.writer = writer;
        this.rolie = rolie;
        this.places = places;
        this.signing = signing;
        this.shelf = shelf;
    }

    record Document(byte[] bytes, Instant revised) {}

    /// @param year of its folder, which must be its own
    Optional<Document> document(Edition edition, String year, EntryId number) {
        Revision revision = catalogue.revision(number).orElse(null);
        if (revision == null || !year.equals(String.valueOf(Places.year(revision)))) {
            return Optional.empty();
        }
        return entries.find(number)
                .flatMap(entry -> entries.heads(List.of(revision.id())).stream()
                        .findFirst()
                        .map(head -> new Told(head, entry, drafting)))
                .map(told -> new Document(
                        json.writeValueAsBytes(writer.document(told, revision, edition, Language.JA)),
                        revision.revised()));
    }

    List<Year> years() {
        return catalogue.registeredYears();
    }

    private Optional<Year> year(int year) {
        return years().stream().filter(each -> each.year() == year).findFirst();
    }

    Optional<Kept> feed(Edition edition, int year) {
        String name = "feed-tlp-" + Places.folder(edition) + "-" + year;
        return year(year)
                .map(each -> shelf.file(
                        name + ".json",
                        each.mark(),
                        out -> rolie.write(
                                name, edition, latest(year), taker -> catalogue.revisions(year, taker), out)));
    }

    private Instant latest(@Nullable Integer year) {
        Instant[] latest = {Instant.EPOCH};
        catalogue.revisions(year, revision -> {
            if (revision.revised().isAfter(latest[0])) {
                latest[0] = revision.revised();
            }
        });
        return latest[0];
    }

    /// The last documents that changed, of whatever year.
    Kept latestFeed(Edition edition) {
        String name = "feed-tlp-" + Places.folder(edition);
        return shelf.file(name + ".json", entries.mark(), out -> {
            List<Revision> latest = new ArrayList<>();
            catalogue.revisions(null, revision -> {
                if (latest.size() < LATEST) {
                    latest.add(revision);
                }
            });
            Instant updated =
                    latest.isEmpty() ? Instant.EPOCH : latest.getFirst().revised();
            rolie.write(name, edition, updated, latest::forEach, out);
        });
    }

    byte[] service() {
        List<String> names = new ArrayList<>();
        for (Edition edition : Edition.values()) {
            names.add("feed-tlp-" + Places.folder(edition));
            years().forEach(year -> names.add("feed-tlp-" + Places.folder(edition) + "-" + year.year()));
        }
        return rolie.service(names);
    }

    Kept index(Edition edition) {
        return shelf.file(
                "csaf-" + Places.folder(edition) + "-index.txt",
                entries.mark(),
                out -> catalogue.revisions(null, revision -> print(out, Places.path(revision) + "\n")));
    }

    Kept changes(Edition edition) {
        return shelf.file(
                "csaf-" + Places.folder(edition) + "-changes.csv",
                entries.mark(),
                out -> catalogue.revisions(
                        null,
                        revision -> print(
                                out,
                                "\"" + Places.path(revision) + "\",\"" + CsafWriter.written(revision.revised())
                                        + "\"\n")));
    }

    /// What is in the folder of a label, or of a year in it, as a page of links.
    Optional<Kept> listing(Edition edition, @Nullable Integer year) {
        String folder = "/csaf/" + Places.folder(edition) + "/";
        if (year == null) {
            return Optional.of(shelf.file("csaf-" + Places.folder(edition) + ".html", entries.mark(), out -> {
                print(out, begin(folder));
                List.of("changes.csv", "index.txt").forEach(name -> print(out, anchor(name)));
                years().forEach(each -> print(out, anchor(each.year() + "/")));
                print(out, "</ul>\n");
            }));
        }
        return year(year)
                .map(each -> shelf.file("csaf-" + Places.folder(edition) + "-" + year + ".html", each.mark(), out -> {
                    print(out, begin(folder + year + "/"));
                    catalogue.revisions(year, revision -> {
                        String file = Places.path(revision).substring(5);
                        List.of("", ".sha256", ".sha512", ".asc").forEach(more -> print(out, anchor(file + more)));
                    });
                    print(out, "</ul>\n");
                }));
    }

    private static String begin(String folder) {
        return "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>" + folder + "</title>\n<h1>" + folder
                + "</h1>\n<ul>\n";
    }

    private static String anchor(String name) {
        return "<li><a href=\"" + name + "\">" + name + "</a>\n";
    }

    private static void print(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each edition of the format has one of its own.
    byte[] metadata(Edition edition) {
        boolean first = edition == Edition.V2_0;
        ObjectNode about = json.createObjectNode();
        if (!first) {
            about.put("$schema", "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/provider.json");
        }
        about.put(
                "canonical_url",
                first
                        ? places.base() + "/.well-known/csaf/provider-metadata.json"
                        : places.csaf() + "/v2.1/provider-metadata.json");
        List<Year> years = years();
        Instant updated =
                years.stream().map(Year::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
        ArrayNode distributions = about.putArray("distributions");
        String directory = places.csaf() + "/" + Places.folder(edition) + "/";
        if (first) {
            distributions.addObject().put("directory_url", directory);
        } else {
            distributions
                    .addObject()
                    .putObject("directory")
                    .put("tlp_label", edition.label())
                    .put("url", directory);
        }
        if (!years.isEmpty()) {
            feeds(distributions.addObject().putObject("rolie"), edition, years);
        }
        about.put("last_updated", CsafWriter.written(updated))
                .put("list_on_CSAF_aggregators", true)
                .put("metadata_version", edition.version())
                .put("mirror_on_CSAF_aggregators", true);
        about.putArray("public_openpgp_keys")
                .addObject()
                .put("fingerprint", signing.fingerprint())
                .put("url", places.csaf() + "/openpgp.asc");
        about.set("publisher", writer.publisher(Language.EN));
        about.put("role", "csaf_trusted_provider");
        return json.writeValueAsBytes(about);
    }

    private void feeds(ObjectNode rolie, Edition edition, List<Year> years) {
        ArrayNode feeds = rolie.putArray("feeds");
        for (Year year : years) {
            ObjectNode feed = feeds.addObject();
            feed.put("summary", "All advisories first released in " + year.year());
            feed.put("tlp_label", edition.label());
            feed.put("url", places.feed(edition, year.year()));
            if (edition != Edition.V2_0) {
                feed.put("last_updated", CsafWriter.written(year.updated()));
            }
        }
        rolie.putArray("services").add(places.csaf() + "/service.json");
    }

    byte[] publicKey() {
        return signing.publicKey();
    }

    byte[] signature(Document document) {
        return signing.sign(document.bytes(), document.revised());
    }
}
