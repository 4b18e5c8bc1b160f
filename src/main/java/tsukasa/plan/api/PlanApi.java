package tsukasa.plan.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.openapi.Described;
import tsukasa.kernel.page.Paging;
import tsukasa.plan.Count;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRows;
import tsukasa.plan.Counting;
import tsukasa.plan.Indicator;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanProgress.Point;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.RowSelection;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.ThresholdStanding.Status;
import tsukasa.plan.Viewpoint;

/// The plan, its indicators with their rows, and its money tables for machines.
@RestController
class PlanApi {
    private final PlanShelf shelf;
    private final PlanProgress progress;
    private final Counting counting;
    private final TableAuditor auditor;

    PlanApi(PlanShelf shelf, PlanProgress progress, Counting counting, TableAuditor auditor) {
        this.shelf = shelf;
        this.progress = progress;
        this.counting = counting;
        this.auditor = auditor;
    }

    @GetMapping("/api/plan")
    @Described("All annual plans, newest first")
    List<PlanJson.PlanSummary> plans() {
        return shelf.plans().stream().map(Shapes::summary).toList();
    }

    @GetMapping("/api/plan/{plan}")
    @Described("One annual plan: every place with its department and the service that fulfils it")
    PlanJson.WholePlan plan(@PathVariable String plan) {
        return Shapes.whole(known(plan));
    }

    @GetMapping("/api/plan/{plan}/indicators")
    @Described("Where every threshold stands as of a day: value, target, pace, forecast, status")
    PlanJson.Standings indicators(
            @PathVariable String plan, @RequestParam(name = "as_of", defaultValue = "") String asOf) {
        Plan found = known(plan);
        LocalDate day = viewpoint(found, asOf, "").asOf();
        return new PlanJson.Standings(
                found.id(),
                day,
                progress.standings(found, day).stream().map(Shapes::standing).toList());
    }

    @GetMapping("/api/plan/{plan}/indicators/{indicator}")
    @Described("One indicator: definition, counting steps, months, data quality")
    PlanJson.IndicatorDetail indicator(
            @PathVariable String plan,
            @PathVariable String indicator,
            @RequestParam(name = "as_of", defaultValue = "") String asOf,
            @RequestParam(name = "known_at", defaultValue = "") String knownAt) {
        Plan found = known(plan);
        Indicator one = known(found, indicator);
        Viewpoint viewpoint = viewpoint(found, asOf, knownAt);
        List<ThresholdStanding> standings = progress.standings(found, viewpoint.asOf()).stream()
                .filter(standing -> standing.indicator().equals(one))
                .toList();
        Map<String, List<Point>> histories = progress.histories(one.thresholds(), viewpoint.asOf());
        List<PlanJson.CountedThreshold> thresholds = standings.stream()
                .map(standing -> {
                    CountRequest request = viewpoint.request(standing.threshold());
                    Count count = counting.count(request);
                    return Shapes.counted(
                            standing,
                            count,
                            histories.getOrDefault(standing.threshold().id(), List.of()));
                })
                .toList();
        return new PlanJson.IndicatorDetail(
                one.id(),
                one.place().value(),
                one.title(),
                one.definition(),
                Status.together(standings.stream()
                                .map(ThresholdStanding::status)
                                .toList())
                        .name(),
                viewpoint.asOf(),
                viewpoint.knownAt(),
                thresholds,
                quality(one));
    }

    private static PlanJson.Quality quality(Indicator indicator) {
        Indicator.QualityCard card = indicator.quality();
        return new PlanJson.Quality(
                card.verified(), card.sources(), card.accuracy(), card.limitations(), card.compensation());
    }

    @GetMapping("/api/plan/{plan}/indicators/{indicator}/rows")
    @Described("The rows a number was counted from, filtered, sorted and paged")
    PlanJson.Rows rows(
            @PathVariable String plan,
            @PathVariable String indicator,
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(name = "q", defaultValue = "") String search,
            @RequestParam(defaultValue = "") String dimension,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(name = "as_of", defaultValue = "") String asOf,
            @RequestParam(name = "known_at", defaultValue = "") String knownAt) {
        Plan found = known(plan);
        Threshold counted = threshold(known(found, indicator), threshold);
        CountRequest request = viewpoint(found, asOf, knownAt).request(counted);
        RowSelection selection = RowSelection.parse(
                step, search, dimension, sort, counted.query().steps().size());
        Paging wanted = new Paging(page, size, Long.MAX_VALUE / 2000);
        CountedRows rows = counting.rows(request, selection, wanted.offset(), wanted.size());
        return new PlanJson.Rows(
                counted.id(),
                selection.step(),
                request.asOf(),
                wanted.page(),
                wanted.size(),
                rows.total(),
                rows.rows().stream().map(Shapes::row).toList());
    }

    private static Threshold threshold(Indicator indicator, String id) {
        return indicator.thresholds().stream()
                .filter(threshold -> id.isBlank() || threshold.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("その目標はありません。", "There is no such threshold.")));
    }

    @GetMapping("/api/plan/{plan}/tables")
    @Described("All money tables of a plan")
    List<PlanJson.TableSummary> tables(@PathVariable String plan) {
        Plan found = known(plan);
        return found.tables().stream()
                .map(table -> Shapes.summary(found, table))
                .toList();
    }

    @GetMapping("/api/plan/{plan}/tables/{table}")
    @Described("One money table with every check of its sums")
    PlanJson.Table table(@PathVariable String plan, @PathVariable String table) {
        Plan found = known(plan);
        MoneyTable one = found.table(table)
                .orElseThrow(() -> Problem.notFound(Text.of("その表はありません。", "There is no such table.")));
        return Shapes.table(one, auditor.check(found.tables()));
    }

    private Plan known(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }

    private static Indicator known(Plan plan, String id) {
        return plan.indicator(id)
                .orElseThrow(() -> Problem.notFound(Text.of("その指標はありません。", "There is no such indicator.")));
    }

    private Viewpoint viewpoint(Plan plan, String asOf, String knownAt) {
        return Viewpoint.parse(asOf, knownAt, plan, progress.today(plan));
    }
}
