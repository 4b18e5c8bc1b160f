package tsukasa.plan.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.Threshold;
import tsukasa.plan.Threshold.Comparator;
import tsukasa.plan.Threshold.Kind;
import tsukasa.plan.Threshold.Pace;
import tsukasa.plan.Unit;

/// Reads one target value with its pace and its query.
final class ThresholdReader {
    private static final Map<String, Kind> KINDS = Map.of(
            "stock", Kind.STOCK,
            "flow", Kind.FLOW,
            "stock-increase", Kind.STOCK_INCREASE,
            "ratio", Kind.RATIO,
            "survey-share", Kind.SURVEY_SHARE,
            "manual", Kind.MANUAL);
    private static final Map<String, Comparator> COMPARATORS =
            Map.of(">=", Comparator.AT_LEAST, "<=", Comparator.AT_MOST, "=", Comparator.EQUAL);
    private static final List<Integer> EVEN = List.of(8, 17, 25, 33, 42, 50, 58, 67, 75, 83, 92, 100);
    private static final List<Integer> FLAT =
            IntStream.generate(() -> 100).limit(12).boxed().toList();
    private static final Text EVEN_REASON = Text.of("月ごとに均等に割り振っています。", "Spread evenly over the months.");
    private static final Text FLAT_REASON = Text.of("割合なので、年間を通じて目標と同じです。", "A share: it should hold all year.");

    private final Names names;
    private final QueryReader queries;

    ThresholdReader(Names names, QueryReader queries) {
        this.names = names;
        this.queries = queries;
    }

    Threshold read(Entry entry, Function<Entry, String> ids) {
        Fields fields = entry.fields(
                "id",
                "title",
                "kind",
                "unit",
                "comparator",
                "target",
                "from",
                "as-of",
                "scope",
                "readings",
                "pace",
                "query");
        Kind kind = fields.oneOf("kind", KINDS, Kind.MANUAL);
        LocalDate first = names.year().first();
        LocalDate last = names.year().last();
        Threshold threshold = new Threshold(
                fields.entry("id").map(ids).orElse("?"),
                fields.words("title"),
                kind,
                names.unit(fields),
                fields.oneOf("comparator", COMPARATORS, Comparator.AT_LEAST),
                fields.entry("target").map(Numbers::fraction).orElse(Fraction.ZERO),
                fields.ifAny("from").map(date -> Numbers.date(date, first)).orElse(first),
                fields.ifAny("as-of").map(date -> Numbers.date(date, last)).orElse(last),
                fields.wordsList("scope"),
                fields.wordsList("readings"),
                fields.ifAny("pace").map(this::pace).orElseGet(() -> usualPace(kind)),
                fields.entry("query")
                        .map(query -> queries.read(query, periodic(kind)))
                        .orElse(new CountingQuery("?", 1, "", List.of(), List.of())));
        checkShare(threshold, fields, entry.problems());
        checkPeriod(threshold, fields, entry.problems());
        return threshold;
    }

    static boolean periodic(Kind kind) {
        return kind == Kind.FLOW || kind == Kind.STOCK_INCREASE;
    }

    private static boolean share(Kind kind) {
        return kind == Kind.RATIO || kind == Kind.SURVEY_SHARE;
    }

    private static Pace usualPace(Kind kind) {
        return share(kind)
                ? new Pace(FLAT, Optional.empty(), FLAT_REASON)
                : new Pace(EVEN, Optional.empty(), EVEN_REASON);
    }

    private Pace pace(Entry entry) {
        Fields fields = entry.fields("by-month", "start", "reason");
        List<Integer> months = fields.list("by-month").stream()
                .map(percent -> (int) percent.whole(0, 100))
                .toList();
        if (fields.ifAny("by-month").isPresent() && !complete(months)) {
            entry.problems()
                    .add(
                            fields.spot("by-month"),
                            "a pace has twelve months, never falls and ends at 100",
                            "write twelve cumulative percentages, April first");
        }
        return new Pace(
                months, fields.ifAny("start").map(start -> start.whole(0, 999_999_999_999L)), fields.words("reason"));
    }

    private static boolean complete(List<Integer> months) {
        return months.size() == 12
                && months.getLast() == 100
                && IntStream.range(1, 12).allMatch(i -> months.get(i) >= months.get(i - 1));
    }

    /// A share of 70 % is 0.7; written as 70 it could never be met.
    private static void checkShare(Threshold threshold, Fields fields, Problems problems) {
        Unit unit = threshold.unit();
        if (share(threshold.kind()) && (threshold.target().compareTo(Fraction.ONE) > 0 || !unit.ratio())) {
            problems.add(
                    fields.spot("target"),
                    "the target of a share lies between 0 and 1 and its unit is a ratio",
                    "write 2/3, 0.7 or 70%, and a unit with `ratio: true`");
        } else if (!share(threshold.kind()) && unit.ratio()) {
            problems.add(
                    fields.spot("unit"),
                    "the unit is a share, the kind is not",
                    "choose the kind ratio or survey-share, or another unit");
        }
    }

    private void checkPeriod(Threshold threshold, Fields fields, Problems problems) {
        if (threshold.from().isAfter(threshold.asOf()) || !names.year().contains(threshold.asOf())) {
            problems.add(
                    fields.spot("as-of"),
                    "the period from " + threshold.from() + " to " + threshold.asOf()
                            + " does not end in the plan's year",
                    "end it between " + names.year().first() + " and "
                            + names.year().last() + ", not before it begins");
        }
    }
}
