package tsukasa.plan.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsukasa.plan.counting.FreezingExample.CLOSING;
import static tsukasa.plan.counting.FreezingExample.HALF;
import static tsukasa.plan.counting.FreezingExample.REGISTER;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
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

/// What a closed number was counted from stays, and what has become of it since is told row by row.
class FrozenCountsTests {
    private final FreezingExample example = new FreezingExample();
    private final JdbcClient database = example.database;

    @BeforeEach
    void a_register() {
        example.enter("1", 3, "2021-05-01", "2021-05-01T10:00:00Z");
        example.enter("2", 5, "2021-06-01", "2021-06-02T10:00:00Z");
        example.enter("3", 7, "2021-11-01", "2021-09-02T10:00:00Z");
    }

    private List<Difference> different(FrozenCount frozen) {
        Comparison found =
                example.desk(CLOSING.plusSeconds(90 * 86_400)).compare(frozen, REGISTER, Knowledge.OF_NOW, 100);
        return ((Comparison.Different) found).rows();
    }

    @Test
    void the_rows_are_kept_and_give_the_number_again() {
        FrozenCount frozen = example.frozen();
        assertThat(frozen.value()).contains(Fraction.of(8));
        assertThat(frozen.rows()).isEqualTo(2);
        assertThat(example.rows(frozen)).extracting(CountedRow::id).containsExactly("1", "2");
        assertThat(example.desk(CLOSING).intact(frozen.id())).isTrue();
        assertThat(example.frozen().digest()).isEqualTo(frozen.digest());
    }

    @Test
    void counting_again_by_what_was_known_then_finds_no_difference_whatever_came_since() {
        FrozenCount frozen = example.frozen();
        example.enter("4", 11, "2021-09-15", "2021-12-01T10:00:00Z");
        database.sql("update scheme.entry set recorded_to = '2021-11-11T00:00:00Z' where entry_id = '1'")
                .update();
        assertThat(example.desk(CLOSING.plusSeconds(1)).compare(frozen, REGISTER, Knowledge.OF_THEN, 100))
                .isEqualTo(new Comparison.Same());
    }

    @Test
    void a_late_record_is_named_as_late() {
        FrozenCount frozen = example.frozen();
        example.enter("4", 11, "2021-09-15", "2021-12-01T10:00:00Z");
        Difference late = different(frozen).getFirst();
        assertThat(late.why()).isEqualTo(Why.RECORDED_LATE);
        assertThat(late.either().id()).isEqualTo("4");
    }

    @Test
    void what_was_taken_back_and_what_was_changed_are_told_apart() {
        FrozenCount frozen = example.frozen();
        database.sql("update scheme.entry set recorded_to = '2021-11-11T00:00:00Z' where entry_id = '1'")
                .update();
        database.sql("update scheme.entry set amount = 6 where entry_id = '2'").update();
        example.enter("5", 1, "2021-07-01", "2021-07-01T10:00:00Z");
        Comparison.Different found = (Comparison.Different)
                example.desk(CLOSING.plusSeconds(90 * 86_400)).compare(frozen, REGISTER, Knowledge.OF_NOW, 100);
        assertThat(found.rows().stream().map(row -> row.either().id() + " " + row.why()))
                .containsExactlyInAnyOrder("1 NO_LONGER_COUNTED", "2 CHANGED", "5 UNEXPLAINED");
        assertThat(List.of(found.added(), found.gone(), found.other())).containsExactly(1L, 1L, 1L);
        assertThat(found.now().amount()).isEqualTo(BigInteger.valueOf(7));
    }

    @Test
    void only_as_many_rows_are_given_as_asked_for_and_all_are_counted() {
        FrozenCount frozen = example.frozen();
        for (int i = 10; i < 30; i++) {
            example.enter("late" + i, 1, "2021-08-01", "2021-11-01T10:00:00Z");
        }
        Comparison.Different found = (Comparison.Different)
                example.desk(CLOSING.plusSeconds(90 * 86_400)).compare(frozen, REGISTER, Knowledge.OF_NOW, 5);
        assertThat(found.rows()).hasSize(5);
        assertThat(found.added()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update plan.frozen_block set amounts[1] = 4",
                "delete from plan.frozen_block",
                "truncate plan.frozen_block",
                "insert into plan.frozen_block select count_id, 1, row_count, amount, denominator, digest, row_ids,"
                        + " subjects, days, dimensions, amounts, denominators, links, recorded from plan.frozen_block",
                "update plan.frozen_single_row set amount = amount + 1",
                "delete from plan.frozen_single_row",
                "truncate plan.frozen_single_row",
                "insert into plan.frozen_single_row select * from plan.frozen_row",
                "update plan.frozen_count set amount = 1",
                "delete from plan.frozen_count"
            })
    void nothing_that_is_frozen_can_be_changed(String attempt) {
        example.frozen();
        assertThatThrownBy(() -> database.sql(attempt).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("what is frozen is not");
    }

    private static Stream<String> changes() {
        return Stream.of(
                "update plan.frozen_block set row_ids[1] = row_ids[1] || 'x'",
                "update plan.frozen_block set subjects[1] = 'Someone else'",
                "update plan.frozen_block set days[1] = days[1] + 1",
                "update plan.frozen_block set dimensions[1] = null",
                "update plan.frozen_block set amounts[1] = 4",
                "update plan.frozen_block set denominators[1] = 1",
                "update plan.frozen_block set links[1] = ''",
                "update plan.frozen_block set recorded[1] = recorded[1] + interval '1 microsecond'",
                "update plan.frozen_block set subjects[1] = subjects[2], subjects[2] = subjects[1]",
                "update plan.frozen_block set (row_count, row_ids, subjects, days, dimensions, amounts, denominators,"
                        + " links, recorded) = (select 1, row_ids[:1], subjects[:1], days[:1], dimensions[:1],"
                        + " amounts[:1], denominators[:1], links[:1], recorded[:1])",
                "update plan.frozen_block set amount = 9",
                "update plan.frozen_block set digest = sha256('')",
                "delete from plan.frozen_block",
                "update plan.frozen_count set amount = 9",
                "update plan.frozen_count set digest = sha256('')");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("changes")
    void whoever_gets_past_the_lock_is_found_out(String change) {
        FrozenCount frozen = example.frozen();
        example.past_the_lock(change);
        assertThat(example.desk(CLOSING).intact(frozen.id())).isFalse();
    }

    @Test
    void a_definition_that_cannot_be_counted_freezes_nothing() {
        CountingQuery broken =
                PlanExamples.query("select * from scheme.pub_gone_v1", List.of("scheme.pub_gone_v1"), "all");
        Freezing freezing = example.desk(CLOSING)
                .freeze(new CountRequest(broken, PlanExamples.FIRST, HALF, Optional.empty()), CLOSING);
        assertThat(freezing).isInstanceOf(Freezing.NotCounted.class);
        assertThat(database.sql("select count(*) from plan.frozen_count")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
