package tsukasa.plan.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.kernel.Fraction;
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
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanProgress.Point;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.PlanVersions;
import tsukasa.plan.RowSelection;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.ThresholdStanding.Status;
import tsukasa.plan.Viewpoint;

/// The plan, its indicators with their rows, and its money tables for machines.
@RestController
class PlanApi {
    private static final int LARGEST_PAGE = 1_000;
    private final PlanShelf shelf;
    private final PlanProgress progress;
    private final Counting counting;
    private final TableAuditor auditor;
    private final PlanVersions versions;

    PlanApi(PlanShelf shelf, PlanProgress progress, Counting counting, TableAuditor auditor, PlanVersions versions) {
        this.shelf = shelf;
        this.progress = progress;
        this.counting = counting;
        this.auditor = auditor;
        this.versions = versions;
    }

    @GetMapping("/api/plan")
    @Described("All annual plans, newest first")
    List<PlanJson.PlanSummary> plans() {
        return shelf.plans().stream().map(Shapes::summary).toList();
    }

    @GetMapping("/api/plan/{plan}")
    @Described("One annual plan: every place with its department and the service that fulfils it")
    ResponseEntity<PlanJson.WholePlan> plan(@PathVariable String plan) {
        Plan found = known(plan);
        return unchanging(found, Shapes.whole(found));
    }

    /// What the package alone says changes only with the package: whoever has it need not fetch it again.
    private static <T> ResponseEntity<T> unchanging(Plan plan, T answer) {
        return ResponseEntity.ok()
                .eTag(plan.digest())
                .cacheControl(CacheControl.noCache())
                .body(answer);
    }

    @GetMapping("/api/plan/{plan}/targets")
    @Described("The numeric and dated targets of a plan that are no evaluation indicators")
    ResponseEntity<List<PlanJson.Target>> targets(@PathVariable String plan) {
        Plan found = known(plan);
        return unchanging(found, found.targets().stream().map(Shapes::target).toList());
    }

    @GetMapping("/api/plan/{plan}/versions")
    @Described("Every version of a plan, newest first, with the reason of each change")
    List<PlanJson.Version> versions(@PathVariable String plan) {
        return versions.of(known(plan).id()).stream().map(Shapes::version).toList();
    }

    @GetMapping("/api/plan/{plan}/places/{place}")
    @Described("One place of a plan with what stands below it, its targets and its numbers")
    PlanJson.PlaceDetail place(@PathVariable String plan, @PathVariable String place) {
        Plan found = known(plan);
        PlanItem item = found.itemAt(place)
                .orElseThrow(() -> Problem.notFound(Text.of("計画にその場所はありません。", "The plan has no such place.")));
        return Shapes.place(found, item, progress.standings(found.id()));
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
                progress.standings(found, Viewpoint.of(day)).stream()
                        .map(Shapes::standing)
                        .toList());
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
        List<ThresholdStanding> standings = progress.standings(found, one, viewpoint);
        Map<String, List<Point>> histories = progress.histories(one.thresholds(), viewpoint);
        List<PlanJson.CountedThreshold> thresholds = standings.stream()
                .map(standing -> {
                    CountRequest request = viewpoint.request(standing.threshold());
                    Count count = counting.count(request);
                    return Shapes.counted(
                            standing,
                            count,
                            count.counted().isPresent() ? counting.byDimension(request) : List.of(),
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
                one.flags().stream().map(Enum::name).sorted().toList(),
                thresholds,
                one.references().stream()
                        .map(reference -> reference(reference, one.thresholds().getFirst(), viewpoint))
                        .toList(),
                quality(one));
    }

    private PlanJson.Reference reference(Indicator.Reference reference, Threshold threshold, Viewpoint viewpoint) {
        LocalDate day = viewpoint.request(threshold).asOf();
        Optional<Fraction> counted = reference
                .query()
                .flatMap(query -> counting.count(new CountRequest(query, threshold.from(), day, viewpoint.knownAt()))
                        .value());
        return new PlanJson.Reference(
                reference.id(),
                reference.title(),
                reference.unit().title(),
                Shapes.exact(counted.or(() -> reference.baseline().map(Fraction::of))),
                reference.query().isPresent());
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
        Paging wanted = paging(page, size);
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

    /// Said, not silently corrected: a machine would take page 1 for page 0 and the first rows twice.
    private static Paging paging(int page, int size) {
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            throw Problem.invalid(
                    Text.of("pageかsizeが範囲の外です。", "page or size is out of range."),
                    Text.of(
                            "pageは1から、sizeは1から" + LARGEST_PAGE + "までにしてください。",
                            "page starts at 1, size goes from 1 to " + LARGEST_PAGE + "."));
        }
        return new Paging(page, size, Long.MAX_VALUE / 2000);
    }

    private static Threshold threshold(Indicator indicator, String id) {
        return indicator.thresholds().stream()
                .filter(threshold -> id.isBlank() || threshold.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("その目標はありません。", "There is no such threshold.")));
    }

    @GetMapping("/api/plan/{plan}/tables")
    @Described("All money tables of a plan")
    ResponseEntity<List<PlanJson.TableSummary>> tables(@PathVariable String plan) {
        Plan found = known(plan);
        return unchanging(
                found,
                found.tables().stream()
                        .map(table -> Shapes.summary(found, table))
                        .toList());
    }

    @GetMapping("/api/plan/{plan}/tables/{table}")
    @Described("One money table with every check of its sums")
    ResponseEntity<PlanJson.Table> table(@PathVariable String plan, @PathVariable String table) {
        Plan found = known(plan);
        MoneyTable one = found.table(table)
                .orElseThrow(() -> Problem.notFound(Text.of("その表はありません。", "There is no such table.")));
        return unchanging(found, Shapes.table(one, auditor.check(found.tables())));
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
