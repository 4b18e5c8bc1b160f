package tsukasa.plan.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.table.CsvWriter;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.Counting;
import tsukasa.plan.Indicator;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.RowSelection;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.ThresholdStanding.Status;
import tsukasa.plan.Viewpoint;

@Controller
class IndicatorController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private final PlanShelf shelf;
    private final PlanProgress progress;
    private final Counting counting;
    private final IndicatorsDesk all;
    private final IndicatorDesk one;

    IndicatorController(
            PlanShelf shelf, PlanProgress progress, Counting counting, IndicatorsDesk all, IndicatorDesk one) {
        this.shelf = shelf;
        this.progress = progress;
        this.counting = counting;
        this.all = all;
        this.one = one;
    }

    @GetMapping("/plan/{plan}/indicators")
    IndicatorsPage indicators(
            Frame frame,
            @PathVariable String plan,
            @RequestParam(name = "as_of", defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String status) {
        Plan found = plan(plan);
        return all.page(frame, found, viewpoint(found, asOf, "").asOf(), status(status));
    }

    private static Optional<Status> status(String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    @GetMapping("/plan/{plan}/indicators.csv")
    ResponseEntity<StreamingResponseBody> table(
            @PathVariable String plan, @RequestParam(name = "as_of", defaultValue = "") String asOf) {
        Plan found = plan(plan);
        LocalDate day = viewpoint(found, asOf, "").asOf();
        List<ThresholdStanding> standings = progress.standings(found, Viewpoint.of(day));
        return file(found.id() + "-indicators-" + day + ".csv", out -> {
            try (CsvWriter csv = new CsvWriter(out)) {
                csv.row(List.of(
                        "threshold",
                        "title_ja",
                        "title_en",
                        "as_of",
                        "value",
                        "target",
                        "expected",
                        "forecast",
                        "status",
                        "unit"));
                standings.forEach(standing -> line(csv, standing));
            }
        });
    }

    /// Exact fractions: `2/3`, never a rounded share.
    private static void line(CsvWriter csv, ThresholdStanding standing) {
        csv.cell(standing.threshold().id(), true)
                .cell(standing.threshold().title().ja(), false)
                .cell(standing.threshold().title().en(), false)
                .plain(standing.asOf(), false)
                .plain(standing.value().orElse(null), false)
                .plain(standing.target(), false)
                .plain(standing.expected().orElse(null), false)
                .plain(
                        standing.forecast()
                                .map(ThresholdStanding.Forecast::value)
                                .orElse(null),
                        false)
                .cell(standing.status().name(), false)
                .cell(standing.unit().code(), false)
                .end();
    }

    @GetMapping("/plan/{plan}/indicators/{indicator}")
    IndicatorPage indicator(
            Frame frame,
            @PathVariable String plan,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(name = "as_of", defaultValue = "") String asOf,
            @RequestParam(name = "known_at", defaultValue = "") String knownAt,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "") String dimension,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String parts,
            @RequestParam(defaultValue = "") String map,
            @RequestParam(defaultValue = "1") int page) {
        Plan found = plan(plan);
        Indicator wanted = indicator(found, indicator);
        Threshold counted = threshold(wanted, threshold);
        return one.page(
                frame,
                new IndicatorDesk.Asked(
                        found,
                        wanted,
                        counted,
                        viewpoint(found, asOf, knownAt),
                        selection(counted, step, search, dimension, sort),
                        Math.max(1, page),
                        parts.equals("all"),
                        map.equals("share")));
    }

    @GetMapping("/plan/{plan}/indicators/{indicator}/rows.csv")
    ResponseEntity<StreamingResponseBody> rows(
            @PathVariable String plan,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(name = "as_of", defaultValue = "") String asOf,
            @RequestParam(name = "known_at", defaultValue = "") String knownAt,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "") String dimension,
            @RequestParam(defaultValue = "") String sort) {
        Plan found = plan(plan);
        Threshold counted = threshold(indicator(found, indicator), threshold);
        CountRequest request = viewpoint(found, asOf, knownAt).request(counted);
        RowSelection selection = selection(counted, step, search, dimension, sort);
        counting.rows(request, selection, 0, 1);
        return file(counted.id() + "-" + request.asOf() + ".csv", out -> {
            try (CsvWriter csv = new CsvWriter(out)) {
                csv.row(List.of(
                        "row_id",
                        "subject",
                        "occurred_on",
                        "dimension",
                        "amount",
                        "denominator",
                        "link",
                        "recorded_at"));
                counting.stream(request, selection, row -> line(csv, row));
            }
        });
    }

    private static void line(CsvWriter csv, CountedRow row) {
        csv.cell(row.id(), true)
                .cell(row.subject(), false)
                .plain(row.occurredOn(), false)
                .cell(row.dimension(), false)
                .plain(row.amount(), false)
                .plain(row.denominator(), false)
                .cell(row.link(), false)
                .plain(row.recordedAt(), false)
                .end();
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    private static RowSelection selection(
            Threshold threshold, String step, String search, String dimension, String sort) {
        return RowSelection.parse(
                step, search, dimension, sort, threshold.query().steps().size());
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }

    private static Indicator indicator(Plan plan, String id) {
        return plan.indicator(id)
                .orElseThrow(() -> Problem.notFound(Text.of("その指標はありません。", "There is no such indicator.")));
    }

    private static Threshold threshold(Indicator indicator, String id) {
        return indicator.thresholds().stream()
                .filter(threshold -> id.isBlank() || threshold.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("その目標はありません。", "There is no such threshold.")));
    }

    private Viewpoint viewpoint(Plan plan, String asOf, String knownAt) {
        return Viewpoint.parse(asOf, knownAt, plan, progress.today(plan));
    }
}
