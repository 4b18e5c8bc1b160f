package tsukasa.plan.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.kernel.Fraction;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts.Comparison;
import tsukasa.plan.FrozenCounts.Difference;
import tsukasa.plan.FrozenCounts.Freezing;
import tsukasa.plan.FrozenCounts.Knowledge;
import tsukasa.plan.FrozenCounts.Why;
import tsukasa.plan.PlanExamples;
import tsukasa.testing.ModuleDatabase;
import tsukasa.testing.SharedPostgres;

/// What a closed number was counted from stays, and what has become of it since is told row by row.
class FrozenCountsTests {
    private static final Instant CLOSING = Instant.parse("2021-10-05T00:00:00Z");
    private static final LocalDate HALF = LocalDate.of(2021, 9, 30);
    private static final CountingQuery REGISTER =
            PlanExamples.query("""
            -- How much is in the register on a day?
            select entry_id as row_id, subject, occurred_on, 'x' as dimension, amount, null::bigint as denominator,
                   '/x/' || entry_id as link, recorded_from as recorded_at,
                   case when occurred_on > :as_of then 1 else 2 end as passed
            from scheme.pub_register_v1
            where recorded_from <= :known_at and (recorded_to is null or recorded_to > :known_at)
            """, List.of("scheme.pub_register_v1"), "all", "by the day");
    private final DataSource source = SharedPostgres.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    private final CountingDesk counting = new CountingDesk(
            new CountStore(database, transactions),
            new SourceStamps(new SourceStore(database)),
            new CountMemory(),
            Clock.fixed(CLOSING, ZoneOffset.UTC));

    private FreezingDesk desk(Instant now) {
        return new FreezingDesk(new FrozenStore(database), counting, transactions, Clock.fixed(now, ZoneOffset.UTC));
    }

    @BeforeEach
    void a_register() {
        ModuleDatabase.migrate(source, "plan");
        for (String statement : List.of(
                "create schema scheme",
                "create table scheme.entry (entry_id text, subject text, occurred_on date, amount bigint,"
                        + " recorded_from timestamptz, recorded_to timestamptz)",
                "create view scheme.pub_register_v1 as select * from scheme.entry")) {
            database.sql(statement).update();
        }
        enter("1", 3, "2021-05-01", "2021-05-01T10:00:00Z");
        enter("2", 5, "2021-06-01", "2021-06-02T10:00:00Z");
        enter("3", 7, "2021-11-01", "2021-09-02T10:00:00Z");
    }

    private void enter(String id, long amount, String on, String recorded) {
        database.sql("insert into scheme.entry values (?, ?, ?::date, ?, ?::timestamptz, null)")
                .params(id, "Company, \"" + id + "\"", on, amount, recorded)
                .update();
    }

    private FrozenCount frozen() {
        Freezing freezing = new TransactionTemplate(transactions)
                .execute(status -> desk(CLOSING).freeze(request(), CLOSING));
        return ((Freezing.Frozen) java.util.Objects.requireNonNull(freezing)).count();
    }

    private static CountRequest request() {
        return new CountRequest(REGISTER, PlanExamples.FIRST, HALF, Optional.empty());
    }

    private List<Difference> different(FrozenCount frozen) {
        Comparison found = desk(CLOSING.plusSeconds(90 * 86_400)).compare(frozen, REGISTER, Knowledge.OF_NOW, 100);
        return ((Comparison.Different) found).rows();
    }

    @Test
    void the_rows_are_kept_and_give_the_number_again() {
        FrozenCount frozen = frozen();
        assertThat(frozen.value()).contains(Fraction.of(8));
        assertThat(frozen.rows()).isEqualTo(2);
        List<CountedRow> rows = new ArrayList<>();
        desk(CLOSING).stream(frozen.id(), rows::add);
        assertThat(rows).extracting(CountedRow::id).containsExactly("1", "2");
        assertThat(desk(CLOSING).intact(frozen.id())).isTrue();
        assertThat(frozen().digest()).isEqualTo(frozen.digest());
    }

    @Test
    void counting_again_by_what_was_known_then_finds_no_difference_whatever_came_since() {
        FrozenCount frozen = frozen();
        enter("4", 11, "2021-09-15", "2021-12-01T10:00:00Z");
        database.sql("update scheme.entry set recorded_to = '2021-11-11T00:00:00Z' where entry_id = '1'")
                .update();
        assertThat(desk(CLOSING.plusSeconds(1)).compare(frozen, REGISTER, Knowledge.OF_THEN, 100))
                .isEqualTo(new Comparison.Same());
    }

    @Test
    void a_late_record_is_named_as_late() {
        FrozenCount frozen = frozen();
        enter("4", 11, "2021-09-15", "2021-12-01T10:00:00Z");
        Difference late = different(frozen).getFirst();
        assertThat(late.why()).isEqualTo(Why.RECORDED_LATE);
        assertThat(late.either().id()).isEqualTo("4");
    }

    @Test
    void what_was_taken_back_and_what_was_changed_are_told_apart() {
        FrozenCount frozen = frozen();
        database.sql("update scheme.entry set recorded_to = '2021-11-11T00:00:00Z' where entry_id = '1'")
                .update();
        database.sql("update scheme.entry set amount = 6 where entry_id = '2'").update();
        enter("5", 1, "2021-07-01", "2021-07-01T10:00:00Z");
        Comparison.Different found = (Comparison.Different)
                desk(CLOSING.plusSeconds(90 * 86_400)).compare(frozen, REGISTER, Knowledge.OF_NOW, 100);
        assertThat(found.rows().stream().map(row -> row.either().id() + " " + row.why()))
                .containsExactlyInAnyOrder("1 NO_LONGER_COUNTED", "2 CHANGED", "5 UNEXPLAINED");
        assertThat(List.of(found.added(), found.gone(), found.other())).containsExactly(1L, 1L, 1L);
        assertThat(found.now().amount()).isEqualTo(BigInteger.valueOf(7));
    }

    @Test
    void only_as_many_rows_are_given_as_asked_for_and_all_are_counted() {
        FrozenCount frozen = frozen();
        for (int i = 10; i < 30; i++) {
            enter("late" + i, 1, "2021-08-01", "2021-11-01T10:00:00Z");
        }
        Comparison.Different found = (Comparison.Different)
                desk(CLOSING.plusSeconds(90 * 86_400)).compare(frozen, REGISTER, Knowledge.OF_NOW, 5);
        assertThat(found.rows()).hasSize(5);
        assertThat(found.added()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update plan.frozen_row set amount = amount + 1",
                "delete from plan.frozen_row",
                "truncate plan.frozen_row",
                "update plan.frozen_count set amount = 1",
                "delete from plan.frozen_count"
            })
    void nothing_that_is_frozen_can_be_changed(String attempt) {
        frozen();
        assertThatThrownBy(() -> database.sql(attempt).update()).isInstanceOf(DataAccessException.class);
    }

    private static Stream<String> changes() {
        return Stream.of(
                "update plan.frozen_row set row_id = row_id || 'x' where row_id = '1'",
                "update plan.frozen_row set subject = 'Someone else' where row_id = '1'",
                "update plan.frozen_row set occurred_on = occurred_on + 1 where row_id = '1'",
                "update plan.frozen_row set dimension = null where row_id = '1'",
                "update plan.frozen_row set amount = 4 where row_id = '1'",
                "update plan.frozen_row set denominator = 1 where row_id = '1'",
                "update plan.frozen_row set link = '' where row_id = '1'",
                "update plan.frozen_row set recorded_at = recorded_at + interval '1 microsecond' where row_id = '1'",
                "delete from plan.frozen_row where row_id = '2'",
                "update plan.frozen_count set amount = 9",
                "update plan.frozen_count set digest = sha256('')");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("changes")
    void whoever_gets_past_the_lock_is_found_out(String change) {
        FrozenCount frozen = frozen();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.sql("set local session_replication_role = replica").update();
            database.sql(change).update();
        });
        assertThat(desk(CLOSING).intact(frozen.id())).isFalse();
    }

    @Test
    void a_definition_that_cannot_be_counted_freezes_nothing() {
        CountingQuery broken =
                PlanExamples.query("select * from scheme.pub_gone_v1", List.of("scheme.pub_gone_v1"), "all");
        Freezing freezing =
                desk(CLOSING).freeze(new CountRequest(broken, PlanExamples.FIRST, HALF, Optional.empty()), CLOSING);
        assertThat(freezing).isInstanceOf(Freezing.NotCounted.class);
        assertThat(database.sql("select count(*) from plan.frozen_count")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
