package tsukasa.myjvn.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.myjvn.FeedDocuments;
import tsukasa.myjvn.FeedDocuments.Shape;
import tsukasa.myjvn.FeedDocuments.Sheet;
import tsukasa.myjvn.feeds.Batch.Place;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryLists;
import tsukasa.vulnerability.EntryLists.Numbered;

/// Makes again what is no longer as the database has it. While an import is under way the database changes all the
/// time,
/// so that a change is waited out, though not for ever.
@Component
class FeedMaking {
    /// Another way of writing, other files.
    private static final String FORMAT = "4";
    private static final int LAST = 500;
    private static final int MOST_WAITS = 30;
    private final Shelf shelf;
    private final FeedDocuments documents;
    private final Entries entries;
    private final EntryLists lists;
    private final PublicAddress address;
    private final Checksums checksums;
    private final Clock clock;
    private String seen = "";
    private int waited;

    FeedMaking(
            Shelf shelf,
            FeedDocuments documents,
            Entries entries,
            EntryLists lists,
            PublicAddress address,
            Checksums checksums,
            Clock clock) {
        this.checksums = checksums;
        this.shelf = shelf;
        this.documents = documents;
        this.entries = entries;
        this.lists = lists;
        this.address = address;
        this.clock = clock;
    }

    synchronized void look(BooleanSupplier goesOn) throws IOException {
        boolean writer = shelf.open();
        if (writer && !listed()) {
            put(List.of());
        }
        long mark = entries.mark();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        String stamp = String.join(" ", FORMAT, address.base(), month(today), Long.toString(mark));
        if (!writer || stamp.equals(shelf.stamp())) {
            return;
        }
        boolean still = mark == 0 || stamp.equals(seen) || ++waited > MOST_WAITS;
        seen = stamp;
        if (still && make(today, goesOn)) {
            waited = 0;
            shelf.upToDate(stamp);
        }
    }

    /// Whether it came to the end.
    private boolean make(LocalDate today, BooleanSupplier goesOn) throws IOException {
        String mark = Long.toString(entries.mark());
        last("/rss/jvndb_new.rdf", "overview_new", Text.of("新着の脆弱性対策情報", "New entries"), mark, lists::registeredLast);
        last("/rss/jvndb.rdf", "overview", Text.of("更新された脆弱性対策情報", "Updated entries"), mark, lists::updatedLast);
        List<EntryLists.Year> years = lists.years();
        for (Batch batch : Batch.all(today.getYear())) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            List<Place> places = stale(batch.places(), batch.madeOf(years));
            if (!places.isEmpty()) {
                write(places, lists.published(batch.span()), batch.madeOf(years));
            }
        }
        catalogues(today, mark);
        return true;
    }

    private void last(String former, String overview, Text title, String mark, IntFunction<List<Numbered>> which)
            throws IOException {
        List<Place> places = new ArrayList<>();
        for (Language language : Language.values()) {
            String root = "/" + language.tag();
            places.add(new Place(Shape.FORMER, language, root + former, title));
            places.add(new Place(Shape.OVERVIEW, language, root + "/feed/overview/jvndb_" + overview + ".rdf", title));
        }
        List<Place> stale = stale(places, mark);
        if (!stale.isEmpty()) {
            write(stale, which.apply(LAST), mark);
        }
    }

    private List<Place> stale(List<Place> places, String madeOf) {
        return places.stream().filter(place -> stale(place.path(), madeOf)).toList();
    }

    private boolean stale(String path, String madeOf) {
        return shelf.find(path)
                .filter(kept -> kept.madeOf().equals(whole(madeOf)))
                .isEmpty();
    }

    private String whole(String madeOf) {
        return String.join(" ", FORMAT, address.base(), madeOf);
    }

    private void write(List<Place> places, List<Numbered> numbers, String madeOf) throws IOException {
        List<FreshFile> files = new ArrayList<>();
        try {
            List<Sheet> sheets = new ArrayList<>();
            for (Place place : places) {
                FreshFile file = new FreshFile(shelf.folder(), place.path());
                files.add(file);
                sheets.add(new Sheet(
                        place.shape(), place.language(), address.base() + place.path(), place.title(), file.out()));
            }
            documents.entries(numbers, sheets);
            List<Kept> kept = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                kept.add(files.get(i).keep(places.get(i).path(), whole(madeOf), clock.instant()));
            }
            put(kept);
        } finally {
            for (FreshFile file : files) {
                file.close();
            }
        }
    }

    /// Whether the lists of checksums tell what is there: somebody may have deleted a file.
    private boolean listed() {
        return Stream.of(Language.values())
                .allMatch(language -> shelf.find(Checksums.path(language))
                        .map(Kept::sha256)
                        .filter(Sha256.hex(checksums.of(language, shelf.all()).text())::equals)
                        .isPresent());
    }

    /// With the lists that tell of them, so that neither is ever seen without the other.
    private void put(Collection<Kept> fresh) throws IOException {
        Map<String, Kept> all = new TreeMap<>();
        shelf.all().forEach(kept -> all.put(kept.path(), kept));
        fresh.forEach(kept -> all.put(kept.path(), kept));
        List<Kept> together = new ArrayList<>(fresh);
        for (Language language : Language.values()) {
            Checksums.Sheet sheet = checksums.of(language, all.values());
            String path = Checksums.path(language);
            try (FreshFile file = new FreshFile(shelf.folder(), path)) {
                file.out().write(sheet.text());
                together.add(file.keep(path, "", sheet.modified().orElseGet(clock::instant)));
            }
        }
        shelf.put(together);
    }

    /// Those of former months stay as they were.
    private void catalogues(LocalDate today, String mark) throws IOException {
        for (Language language : Language.values()) {
            String root = "/" + language.tag() + "/feed/";
            catalogue(
                    root + "vendor/myjvn_vendor_" + month(today) + ".rdf",
                    mark,
                    out -> documents.vendors(language, out));
            catalogue(
                    root + "product/myjvn_product_" + month(today) + ".rdf",
                    mark,
                    out -> documents.products(language, out));
        }
    }

    private void catalogue(String path, String mark, Consumer<OutputStream> document) throws IOException {
        if (!stale(path, mark)) {
            return;
        }
        try (FreshFile file = new FreshFile(shelf.folder(), path)) {
            document.accept(file.out());
            Kept fresh = file.keep(path, whole(mark), clock.instant());
            Optional<Kept> before = shelf.find(path).filter(kept -> kept.file().equals(fresh.file()));
            put(List.of(before.map(kept -> kept.of(whole(mark))).orElse(fresh)));
        }
    }

    private static String month(LocalDate day) {
        return "%04d%02d".formatted(day.getYear(), day.getMonthValue());
    }
}
