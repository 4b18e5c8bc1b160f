package tsukasa.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// A small plan for fiscal year 2021, and the parts it is made of.
public final class PlanExamples {
    public static final LocalDate FIRST = LocalDate.of(2021, 4, 1);
    public static final LocalDate LAST = LocalDate.of(2022, 3, 31);
    public static final Unit COMPANIES = new Unit("company", Text.of("社", "companies"), false);
    public static final Unit SHARE = new Unit("share", Text.of("割合", "share"), true);
    /// Equal steps, April first.
    public static final List<Integer> EVEN = List.of(8, 17, 25, 33, 42, 50, 58, 67, 75, 83, 92, 100);

    private PlanExamples() {}

    public static CountingQuery query(String sql, List<String> sources, String... steps) {
        return new CountingQuery(
                "indicators/example.sql",
                1,
                sql,
                List.of(steps).stream().map(Text::same).toList(),
                sources);
    }

    /// Approved and not withdrawn records of one threshold, as entered results are counted.
    public static CountingQuery records(String threshold) {
        return query("""
                -- Approved records of the period.
                select record_id as row_id, subject, occurred_on, dimension, amount, denominator, link, recorded_at,
                       case when approved_at is null or approved_at > :known_at then 1
                            when withdrawn_at <= :known_at then 2
                            else 3 end as passed
                from plan.pub_record_v1
                where threshold = '%s' and occurred_on between :from and :as_of and recorded_at <= :known_at
                """.formatted(threshold), List.of("plan.pub_record_v1"), "entered", "approved", "not withdrawn");
    }

    public static Threshold threshold(String id, Threshold.Kind kind, Unit unit, String target, CountingQuery query) {
        List<Integer> pace =
                unit.ratio() ? IntStream.range(0, 12).mapToObj(i -> 100).toList() : EVEN;
        return new Threshold(
                id,
                Text.same(id),
                kind,
                unit,
                Threshold.Comparator.AT_LEAST,
                Fraction.parse(target),
                FIRST,
                LAST,
                List.of(),
                List.of(),
                new Threshold.Pace(pace, Optional.empty(), Text.same("even")),
                query);
    }

    public static Indicator indicator(String id, Threshold... thresholds) {
        Text nothing = Text.same("–");
        return new Indicator(
                id,
                new Place("Ⅰ-1-KPI-①"),
                new Place("Ⅰ-1"),
                Text.same("Indicator " + id),
                Text.same("What " + id + " counts"),
                Optional.of("security"),
                Set.of(Indicator.Flag.CORE_GOAL),
                List.of(thresholds),
                List.of(),
                new Indicator.QualityCard(nothing, nothing, nothing, nothing, nothing));
    }

    public static Plan plan(Indicator... indicators) {
        return new Plan(
                "fy2021",
                new FiscalYear(2021),
                Text.of("令和3年度計画", "Plan 2021"),
                Text.same("Agency"),
                Text.same("Act"),
                "digest",
                List.of(new Plan.Department("security", Text.of("セキュリティ", "Security"))),
                List.of(),
                List.of(indicators),
                List.of(),
                List.of(),
                Accounts.none(),
                new GradingRules(Text.same("Minister"), "B", List.of()),
                List.of());
    }

    /// A shelf with these plans only.
    public static PlanShelf shelf(Plan... plans) {
        return new PlanShelf() {
            @Override
            public List<Plan> plans() {
                return List.of(plans);
            }

            @Override
            public Optional<Plan> plan(String id) {
                return plans().stream().filter(plan -> plan.id().equals(id)).findFirst();
            }

            @Override
            public List<PackageReading.Rejected> rejected() {
                return List.of();
            }

            @Override
            public void refresh() {}
        };
    }
}
