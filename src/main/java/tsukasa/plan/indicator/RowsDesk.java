package tsukasa.plan.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountedRows;
import tsukasa.plan.Counting;
import tsukasa.plan.DimensionCount;
import tsukasa.plan.Plan;
import tsukasa.plan.Provenance;
import tsukasa.plan.Results;
import tsukasa.plan.RowSelection;
import tsukasa.plan.Threshold;
import tsukasa.plan.indicator.IndicatorPage.Row;
import tsukasa.plan.indicator.IndicatorPage.Rows;

/// Prepares the table of rows under an indicator.
@Component
class RowsDesk {
    static final String ENTERED = "plan.pub_record_v1";
    private static final int SIZE = 20;
    private final Counting counting;
    private final Results results;

    RowsDesk(Counting counting, Results results) {
        this.counting = counting;
        this.results = results;
    }

    Rows rows(
            Frame frame,
            Plan plan,
            Threshold threshold,
            CountRequest request,
            RowSelection selection,
            List<DimensionCount> dimensions,
            int page) {
        CountedRows probe = counting.rows(request, selection, (long) (Math.clamp(page, 1, 100_000) - 1) * SIZE, SIZE);
        Paging paging = new Paging(page, SIZE, probe.total());
        CountedRows rows = paging.page() == page ? probe : counting.rows(request, selection, paging.offset(), SIZE);
        boolean evidence = request.query().sources().contains(ENTERED);
        Map<String, Provenance> provenance = evidence
                ? results.provenance(rows.rows().stream().map(CountedRow::id).toList())
                : Map.of();
        List<Text> steps = request.query().steps();
        return new Rows(
                selection.step(),
                steps.isEmpty() ? "" : frame.say(steps.get(selection.step() - 1)),
                filters(frame, selection, dimensions, steps),
                chips(frame, selection, steps.size()),
                new SortedBy(selection.order().parameter(), selection.descending()),
                paging,
                threshold.unit().ratio(),
                evidence,
                rows.rows().stream()
                        .map(row -> row(frame, plan, row, Optional.ofNullable(provenance.get(row.id()))))
                        .toList(),
                csv(frame),
                frame.writing().number(rows.total()));
    }

    /// The same selection as a file.
    private static String csv(Frame frame) {
        String query = frame.query().isEmpty() ? "" : "?" + frame.query();
        return frame.path() + "/rows.csv" + query;
    }

    private static List<Field> filters(
            Frame frame, RowSelection selection, List<DimensionCount> dimensions, List<Text> steps) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.search("q", frame.say("対象・番号", "Subject or number"))
                .value(selection.search().orElse(null))
                .maxLength(200));
        List<Option> options = dimensions.stream()
                .flatMap(count -> count.dimension().stream())
                .sorted(Comparator.naturalOrder())
                .limit(200)
                .map(dimension -> Option.of(dimension, PartsDesk.name(frame, dimension)))
                .toList();
        if (!options.isEmpty()) {
            List<Option> all = new ArrayList<>(List.of(Option.of("", frame.say("すべて", "All"))));
            all.addAll(options);
            fields.add(Field.select("dimension", frame.say("区分", "Category"), all)
                    .value(selection.dimension().orElse(null)));
        }
        List<Option> stages = new ArrayList<>();
        for (int step = 1; step <= steps.size(); step++) {
            stages.add(Option.of(String.valueOf(step), step + "　" + frame.say(steps.get(step - 1))));
        }
        fields.add(Field.select("step", frame.say("数え方の段階", "Counting step"), stages)
                .value(String.valueOf(selection.step())));
        return fields;
    }

    private static List<Chip> chips(Frame frame, RowSelection selection, int steps) {
        List<Chip> chips = new ArrayList<>();
        selection
                .search()
                .ifPresent(q -> chips.add(Chip.inForce("「" + q + "」", frame.withoutParameter("q") + "#rows")));
        selection
                .dimension()
                .ifPresent(d -> chips.add(
                        Chip.inForce(PartsDesk.name(frame, d), frame.withoutParameter("dimension") + "#rows")));
        if (selection.step() != steps) {
            chips.add(Chip.inForce(
                    frame.say("段階" + selection.step(), "Step " + selection.step()),
                    frame.withoutParameter("step") + "#rows"));
        }
        return chips;
    }

    private static Row row(Frame frame, Plan plan, CountedRow row, Optional<Provenance> provenance) {
        Instant recorded = row.recordedAt();
        Long denominator = row.denominator();
        return new Row(
                number(row),
                local(row.link()),
                row.subject() == null ? "" : row.subject(),
                row.occurredOn() == null ? "" : row.occurredOn().toString(),
                row.dimension() == null ? "" : PartsDesk.name(frame, row.dimension()),
                frame.writing().number(row.amount()),
                denominator == null ? "" : frame.writing().number(denominator),
                recorded == null ? "" : frame.writing().minute(recorded),
                provenance.map(p -> proof(frame, plan, p)).orElse(null));
    }

    /// A register keeps one number over several spans; the day they begin stands in a column of its own.
    private static String number(CountedRow row) {
        String day = "@" + row.occurredOn();
        return row.id().endsWith(day) ? row.id().substring(0, row.id().length() - day.length()) : row.id();
    }

    /// Only paths of this platform: what a view publishes never sends a reader elsewhere.
    private static @Nullable String local(@Nullable String link) {
        return link != null && link.startsWith("/") && !link.startsWith("//") && !link.startsWith("/\\") ? link : null;
    }

    private static String proof(Frame frame, Plan plan, Provenance provenance) {
        String department = plan.department(provenance.department())
                .map(d -> frame.say(d.title()))
                .orElse(provenance.department());
        String files = provenance.proofs().isEmpty()
                ? frame.say("証拠なし", "no evidence")
                : provenance.proofs().getFirst().name()
                        + (provenance.proofs().size() > 1
                                ? frame.say("ほか", " and ")
                                        + (provenance.proofs().size() - 1)
                                        + frame.say("件", " more")
                                : "");
        return department + "　" + files;
    }
}
