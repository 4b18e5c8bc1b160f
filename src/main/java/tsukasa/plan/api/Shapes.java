package tsukasa.plan.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tsukasa.kernel.Fraction;
import tsukasa.plan.Count;
import tsukasa.plan.CountedRow;
import tsukasa.plan.DimensionCount;
import tsukasa.plan.GradingRules;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress.Point;
import tsukasa.plan.PlanVersion;
import tsukasa.plan.TableCheck;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.api.PlanJson.Exact;

/// From the plan as we hold it to the shapes of [PlanJson].
final class Shapes {
    private Shapes() {}

    static PlanJson.Version version(PlanVersion version) {
        return new PlanJson.Version(
                version.number(),
                version.kind().name(),
                version.at(),
                version.reason(),
                version.digest(),
                "/plan/" + version.plan() + "/versions/" + version.number());
    }

    static PlanJson.PlanSummary summary(Plan plan) {
        return new PlanJson.PlanSummary(
                plan.id(), plan.year().year(), plan.title(), plan.agency(), "/api/plan/" + plan.id());
    }

    static PlanJson.WholePlan whole(Plan plan) {
        return new PlanJson.WholePlan(
                plan.id(),
                plan.year().year(),
                plan.title(),
                plan.agency(),
                plan.legalBasis(),
                plan.digest(),
                plan.departments().stream()
                        .map(department -> new PlanJson.Department(department.id(), department.title()))
                        .toList(),
                plan.items().stream().map(item -> item(plan, item)).toList(),
                plan.targets().stream().map(Shapes::target).toList(),
                grading(plan.grading()),
                plan.notes());
    }

    private static PlanJson.Grading grading(GradingRules grading) {
        return new PlanJson.Grading(
                grading.authority(),
                grading.standard(),
                grading.rules().stream()
                        .map(rule -> new PlanJson.Grade(
                                rule.grade(), Exact.of(rule.from()), rule.needsQuality(), rule.meaning()))
                        .toList());
    }

    static PlanJson.PlaceDetail place(Plan plan, PlanItem item, List<ThresholdStanding> standings) {
        Place place = item.place();
        return new PlanJson.PlaceDetail(
                plan.id(),
                item(plan, item),
                Optional.ofNullable(place.parent()).map(Place::value),
                plan.items().stream()
                        .filter(below -> place.equals(below.place().parent()))
                        .map(below -> item(plan, below))
                        .toList(),
                plan.targets().stream()
                        .filter(target -> target.places().contains(place))
                        .map(Shapes::target)
                        .toList(),
                standings.stream()
                        .filter(standing ->
                                item.indicators().contains(standing.indicator().id())
                                        || standing.indicator().place().equals(place))
                        .map(Shapes::standing)
                        .toList());
    }

    private static PlanJson.Item item(Plan plan, PlanItem item) {
        return new PlanJson.Item(
                item.place().value(),
                item.place().slug(),
                item.level().name(),
                item.title(),
                item.department(),
                item.service().map(service -> new PlanJson.Service(service.title(), service.address())),
                item.outcome(),
                item.repeats().map(Place::value),
                item.indicators(),
                item.none(),
                "/plan/" + plan.id() + "/places/" + item.place().slug());
    }

    static PlanJson.Target target(OtherTarget target) {
        return new PlanJson.Target(
                target.id(),
                target.places().stream().map(Place::value).toList(),
                target.title(),
                target.comparator(),
                target.value(),
                target.unit(),
                target.note());
    }

    static PlanJson.Standing standing(ThresholdStanding standing) {
        Threshold threshold = standing.threshold();
        return new PlanJson.Standing(
                threshold.id(),
                standing.indicator().id(),
                threshold.title(),
                threshold.kind().name(),
                threshold.unit().title(),
                threshold.comparator().name(),
                Exact.of(threshold.target()),
                standing.asOf(),
                exact(standing.value()),
                exact(standing.expected()),
                standing.forecast()
                        .map(forecast -> new PlanJson.Forecast(
                                Exact.of(forecast.value()),
                                Exact.of(forecast.low()),
                                Exact.of(forecast.high()),
                                forecast.method())),
                standing.status().name(),
                standing.problem().map(problem -> new PlanJson.Unavailable(problem.what(), problem.next())),
                standing.link());
    }

    static Optional<Exact> exact(Optional<Fraction> value) {
        return value.map(Exact::of);
    }

    static PlanJson.CountedThreshold counted(
            ThresholdStanding standing, Count count, List<DimensionCount> parts, List<Point> history) {
        Threshold threshold = standing.threshold();
        return new PlanJson.CountedThreshold(
                standing(standing),
                new PlanJson.Definition(
                        threshold.query().file(),
                        threshold.query().version(),
                        threshold.query().sql(),
                        threshold.query().sources()),
                threshold.scope(),
                threshold.readings(),
                threshold.pace().reason(),
                count.counted().map(c -> steps(threshold, c)).orElse(List.of()),
                parts.stream()
                        .map(part ->
                                new PlanJson.Part(part.dimension(), part.rows(), part.amount(), part.denominator()))
                        .toList(),
                history.stream()
                        .map(point -> new PlanJson.Month(point.day(), exact(point.value()), exact(point.expected())))
                        .toList());
    }

    private static List<PlanJson.Step> steps(Threshold threshold, Count.Counted counted) {
        return IntStream.range(0, threshold.query().steps().size())
                .mapToObj(i -> new PlanJson.Step(
                        i + 1,
                        threshold.query().steps().get(i),
                        counted.steps().get(i).rows(),
                        counted.steps().get(i).amount(),
                        counted.steps().get(i).denominator()))
                .toList();
    }

    static PlanJson.Row row(CountedRow row) {
        return new PlanJson.Row(
                row.id(),
                Optional.ofNullable(row.subject()),
                Optional.ofNullable(row.occurredOn()),
                Optional.ofNullable(row.dimension()),
                row.amount(),
                Optional.ofNullable(row.denominator()),
                Optional.ofNullable(row.link()),
                Optional.ofNullable(row.recordedAt()));
    }

    static PlanJson.TableSummary summary(Plan plan, MoneyTable table) {
        return new PlanJson.TableSummary(
                table.id(),
                table.kind().name(),
                table.account(),
                table.title(),
                "/api/plan/" + plan.id() + "/tables/" + table.id());
    }

    static PlanJson.Table table(MoneyTable table, List<TableCheck> checks) {
        return new PlanJson.Table(
                table.id(),
                table.kind().name(),
                table.account(),
                table.title(),
                "million yen",
                table.columns().stream()
                        .map(column -> new PlanJson.Column(column.code(), column.title()))
                        .toList(),
                table.rows().stream()
                        .map(row -> new PlanJson.TableRow(
                                row.code(),
                                row.label(),
                                row.depth(),
                                row.cells().stream().map(Shapes::cell).toList()))
                        .toList(),
                checks.stream()
                        .filter(check -> check.table().equals(table.id()))
                        .map(check -> new PlanJson.Check(
                                check.scope().name(),
                                check.row(),
                                check.column(),
                                check.rule(),
                                check.stated(),
                                check.computed(),
                                check.verdict().name()))
                        .toList(),
                table.notes());
    }

    private static PlanJson.Cell cell(Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> new PlanJson.Cell("FIGURE", Optional.of(millions));
            case Cell.Nil nil -> new PlanJson.Cell("NIL", Optional.empty());
            case Cell.Blank blank -> new PlanJson.Cell("BLANK", Optional.empty());
        };
    }
}
