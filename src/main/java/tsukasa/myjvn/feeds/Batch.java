package tsukasa.myjvn.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.myjvn.FeedDocuments.Shape;
import tsukasa.vulnerability.EntryLists.Year;
import tsukasa.vulnerability.EntryQuestion.Span;

/// Documents of the same entries: those that became public in some years.
///
/// @param from  the first year; null for all before
/// @param until the last year; null for all after
record Batch(@Nullable Integer from, @Nullable Integer until, List<Place> places) {
    /// What is older stands in the file of this year, as it always did.
    static final int FIRST_OVERVIEW = 2002;
    static final int FIRST_DETAIL = 1998;

    /// Where a document is found, and what it is called.
    record Place(Shape shape, Language language, String path, Text title) {}

    /// The newest years first. What is dated later than now stands in the file of now.
    static List<Batch> all(int now) {
        List<Batch> batches = new ArrayList<>();
        for (int year = now; year > FIRST_OVERVIEW; year--) {
            batches.add(new Batch(year, year == now ? null : year, places(year, Shape.values())));
        }
        batches.add(new Batch(null, FIRST_OVERVIEW, places(FIRST_OVERVIEW, Shape.FORMER, Shape.OVERVIEW)));
        for (int year = FIRST_OVERVIEW; year >= FIRST_DETAIL; year--) {
            batches.add(new Batch(year == FIRST_DETAIL ? null : year, year, places(year, Shape.DETAIL)));
        }
        return batches;
    }

    private static List<Place> places(int year, Shape... shapes) {
        List<Place> places = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Shape shape : shapes) {
                places.add(new Place(
                        shape,
                        language,
                        "/" + language.tag() + path(shape, year),
                        Text.of(
                                year + "年に公開された脆弱性対策情報",
                                "Vulnerability countermeasure information published in " + year)));
            }
        }
        return places;
    }

    private static String path(Shape shape, int year) {
        return switch (shape) {
            case FORMER -> "/rss/years/jvndb_" + year + ".rdf";
            case OVERVIEW -> "/feed/overview/jvndb_overview_" + year + ".rdf";
            case DETAIL -> "/feed/detail/jvndb_detail_" + year + ".rdf";
        };
    }

    /// Midnights in Japan.
    Span span() {
        return new Span(from == null ? null : start(from), until == null ? null : start(until + 1));
    }

    private static Instant start(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(Writing.JAPAN).toInstant();
    }

    /// What of the database the documents are made of.
    String madeOf(List<Year> years) {
        long entries = 0;
        long mark = 0;
        for (Year year : years) {
            boolean within = (from == null || year.year() >= from) && (until == null || year.year() <= until);
            entries += within ? year.entries() : 0;
            mark = within ? Math.max(mark, year.mark()) : mark;
        }
        return entries + "-" + mark + "-" + from + "-" + until;
    }
}
