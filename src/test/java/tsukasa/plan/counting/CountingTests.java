package tsukasa.plan.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tsukasa.kernel.Fraction;
import tsukasa.plan.Count;
import tsukasa.plan.Count.Step;
import tsukasa.plan.Count.Uncountable;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.DimensionCount;
import tsukasa.plan.PlanExamples;
import tsukasa.plan.RowSelection;
import tsukasa.plan.RowSelection.Order;
import tsukasa.testing.ModuleDatabase;

class CountingTests {
    private static final Instant NOW = Instant.parse("2021-12-31T12:00:00Z");
    private static final LocalDate DECEMBER = LocalDate.of(2021, 12, 31);
    private static final CountingQuery REGISTER =
            PlanExamples.query("""
            -- How many companies are in the register on a day?
            select entry_id as row_id, subject_name as subject, valid_from as occurred_on, prefecture as dimension,
                   1::bigint as amount, null::bigint as denominator, link, recorded_from as recorded_at,
                   case when not (valid_from <= :as_of and (valid_to is null or valid_to > :as_of)) then 1
                        when not sme then 2 else 3 end as passed
            from scheme.pub_register_v1
            where recorded_from <= :known_at and (recorded_to is null or recorded_to > :known_at)
              and register = 'it''s; a :register' or false -- a ; in words :ends nothing
            """, List.of("scheme.pub_register_v1"), "all", "valid", "small");
    private final DataSource source = ModuleDatabase.with("plan");
    private final JdbcClient database = JdbcClient.create(source);
    private final CountingDesk counting = new CountingDesk(
            new CountStore(database, new DataSourceTransactionManager(source)),
            new SourceStamps(new SourceStore(database)),
            new CountMemory(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void a_register() {
        for (String statement : List.of(
                "create schema scheme",
                "create table scheme.entry (register text, entry_id text, subject_name text, prefecture text,"
                        + " sme boolean, valid_from date, valid_to date, recorded_from timestamptz,"
                        + " recorded_to timestamptz, link text)",
                "create view scheme.pub_register_v1 as select * from scheme.entry")) {
            database.sql(statement).update();
        }
    }

    private void enter(String id, String prefecture, boolean sme, String from, String recorded) {
        database.sql("insert into scheme.entry values ('it''s; a :register', ?, ?, ?, ?, ?::date, null,"
                        + " ?::timestamptz, null, '/x/' || ?)")
                .params(id, "Company " + id, prefecture, sme, from, recorded, id)
                .update();
    }

    private void some_companies() {
        enter("SA-1", "01", true, "2021-05-01", "2021-05-01T10:00:00Z");
        enter("SA-2", "34", true, "2021-06-01", "2021-06-01T10:00:00Z");
        enter("SA-3", "34", false, "2021-07-01", "2021-07-03T10:00:00Z");
        enter("SA-4", "34", true, "2022-01-01", "2021-12-20T10:00:00Z");
    }

    private static CountRequest at(LocalDate day) {
        return new CountRequest(REGISTER, PlanExamples.FIRST, day, Optional.empty());
    }

    private Fraction value(CountRequest request) {
        return counting.count(request).value().orElse(Fraction.ZERO);
    }

    @Test
    void every_step_lets_fewer_rows_through_and_the_last_makes_the_value() {
        some_companies();
        Count.Counted counted = counting.count(at(DECEMBER)).counted().orElseThrow();
        assertThat(counted.steps()).extracting(Step::rows).containsExactly(4L, 3L, 2L);
        assertThat(counted.value()).contains(Fraction.of(2));
    }

    @Test
    void the_rows_of_every_step_are_as_many_as_the_step_says() {
        some_companies();
        Count.Counted counted = counting.count(at(DECEMBER)).counted().orElseThrow();
        for (int step = 1; step <= 3; step++) {
            long said = counted.steps().get(step - 1).rows();
            assertThat(counting.rows(at(DECEMBER), RowSelection.ofStep(step), 0, 100)
                            .total())
                    .isEqualTo(said);
            List<CountedRow> streamed = new ArrayList<>();
            counting.stream(at(DECEMBER), RowSelection.ofStep(step), streamed::add);
            assertThat(streamed).hasSize((int) said).allMatch(row -> row.link() != null);
        }
    }

    @Test
    void the_number_moves_with_the_next_declaration() {
        some_companies();
        assertThat(value(at(DECEMBER))).isEqualTo(Fraction.of(2));
        assertThat(value(at(DECEMBER))).isEqualTo(Fraction.of(2));
        enter("SA-5", "01", true, "2021-12-30", "2021-12-31T11:00:00Z");
        assertThat(value(at(DECEMBER))).isEqualTo(Fraction.of(3));
        database.sql("update scheme.entry set recorded_to = '2021-12-31T11:30:00Z' where entry_id = 'SA-1'")
                .update();
        assertThat(value(at(DECEMBER))).isEqualTo(Fraction.of(2));
    }

    @Test
    void a_record_that_was_in_the_making_while_others_were_counted_is_counted_when_it_is_made() throws Exception {
        some_companies();
        try (var other = source.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("insert into scheme.entry select register, 'SA-9', subject_name, prefecture, sme,"
                    + " valid_from, valid_to, recorded_from, recorded_to, link from scheme.entry"
                    + " where entry_id = 'SA-1'");
            assertThat(value(at(DECEMBER))).isEqualTo(Fraction.of(2));
            other.commit();
        }
        assertThat(value(at(DECEMBER))).isEqualTo(Fraction.of(3));
    }

    @Test
    void a_backdated_record_counts_only_for_those_who_could_know_it() {
        some_companies();
        enter("SA-6", "20", true, "2021-09-15", "2021-10-05T01:00:00Z");
        LocalDate september = LocalDate.of(2021, 9, 30);
        CountRequest atTheTime = new CountRequest(
                REGISTER, PlanExamples.FIRST, september, Optional.of(Instant.parse("2021-09-30T15:00:00Z")));
        assertThat(value(atTheTime)).isEqualTo(Fraction.of(2));
        assertThat(value(at(september))).isEqualTo(Fraction.of(3));
    }

    @Test
    void a_row_recorded_in_the_future_is_never_remembered_as_absent() {
        some_companies();
        enter("SA-7", "01", true, "2021-12-01", "2021-12-31T12:00:01Z");
        assertThat(value(at(DECEMBER))).isEqualTo(Fraction.of(2));
        CountRequest later = new CountRequest(REGISTER, PlanExamples.FIRST, DECEMBER, Optional.of(NOW.plusSeconds(2)));
        assertThat(value(later)).isEqualTo(Fraction.of(3));
    }

    @Test
    void rows_are_found_by_subject_dimension_and_number_whatever_signs_they_hold() {
        some_companies();
        enter("SA-8", "01", true, "2021-05-02", "2021-05-02T10:00:00Z");
        database.sql("update scheme.entry set subject_name = '100%_O''Neil' where entry_id = 'SA-8'")
                .update();
        assertThat(found("100%_o'", Optional.empty())).containsExactly("SA-8");
        assertThat(found("%", Optional.empty())).containsExactly("SA-8");
        assertThat(found("sa-2", Optional.empty())).containsExactly("SA-2");
        assertThat(found("'; drop table scheme.entry; --", Optional.empty())).isEmpty();
        assertThat(found("company", Optional.of("34"))).containsExactly("SA-2");
        assertThat(found("company", Optional.of("' or true --"))).isEmpty();
    }

    private List<String> found(String search, Optional<String> dimension) {
        RowSelection selection = new RowSelection(3, Optional.of(search), dimension, Order.ID, false);
        return counting.rows(at(DECEMBER), selection, 0, 10).rows().stream()
                .map(CountedRow::id)
                .toList();
    }

    @Test
    void prefectures_add_up_to_the_value_and_show_the_month_before() {
        some_companies();
        enter("SA-5", "34", true, "2021-12-10", "2021-12-10T10:00:00Z");
        List<DimensionCount> parts = counting.byDimension(at(DECEMBER));
        assertThat(parts).extracting(DimensionCount::rows).containsExactly(2L, 1L);
        assertThat(parts.getFirst().dimension()).contains("34");
        assertThat(parts.getFirst().before()).isEqualTo(java.math.BigInteger.ONE);
    }

    @Test
    void rows_tell_how_late_they_were_recorded() {
        some_companies();
        assertThat(counting.facts(at(DECEMBER)).longestDelay()).contains(0);
        enter("SA-6", "20", true, "2021-09-15", "2021-10-05T01:00:00Z");
        assertThat(counting.facts(at(DECEMBER)).longestDelay()).contains(20);
        assertThat(counting.facts(at(DECEMBER)).repeated()).isZero();
    }

    @Test
    void a_share_is_an_exact_fraction_and_a_share_of_nothing_is_none() {
        CountingQuery share = PlanExamples.query(
                "select 'a' || n as row_id, 'b' as subject, :as_of::date as occurred_on, null as dimension,"
                        + " 2::bigint as amount, 3::bigint as denominator, null as link, 1 as passed,"
                        + " :known_at::timestamptz as recorded_at from generate_series(1, 1000) as n"
                        + " where :from::date < :as_of;  -- done;",
                List.of("plan.pub_record_v1"),
                "answers");
        CountRequest request = new CountRequest(share, PlanExamples.FIRST, DECEMBER, Optional.empty());
        assertThat(counting.count(request).value()).contains(Fraction.of(2, 3));
        CountRequest empty = request.asOf(PlanExamples.FIRST);
        assertThat(counting.count(empty).value()).isEmpty();
    }

    @Test
    void a_definition_that_cannot_be_run_says_why_and_leaves_the_others_alone() {
        some_companies();
        CountRequest missing = broken("select * from scheme.pub_gone_v1", "scheme.pub_gone_v1");
        CountRequest nonsense = broken("selekt", "scheme.pub_register_v1");
        CountRequest writes = broken(
                "with gone as (delete from scheme.entry returning 1) select 1 as passed", "scheme.pub_register_v1");
        CountRequest calls = broken(
                "select 1 as passed, setval('plan.record_number_seq', 99) as amount, null::bigint as denominator",
                "scheme.pub_register_v1");
        CountRequest escapes = broken(
                "select 1) x; commit; drop table scheme.entry; select * from (select 1", "scheme.pub_register_v1");
        CountRequest unknown = broken("select :secret as passed", "scheme.pub_register_v1");
        var counts = counting.counts(List.of(missing, nonsense, writes, calls, escapes, unknown, at(DECEMBER)));
        assertThat(List.of(missing, nonsense, writes, calls, escapes, unknown))
                .allMatch(request -> counts.get(request) instanceof Uncountable);
        assertThat(((Uncountable) java.util.Objects.requireNonNull(counts.get(missing)))
                        .what()
                        .en())
                .contains("scheme.pub_gone_v1");
        assertThat(value(at(DECEMBER))).isEqualTo(Fraction.of(2));
    }

    private static CountRequest broken(String sql, String source) {
        return new CountRequest(
                PlanExamples.query(sql, List.of(source), "one"), PlanExamples.FIRST, DECEMBER, Optional.empty());
    }
}
