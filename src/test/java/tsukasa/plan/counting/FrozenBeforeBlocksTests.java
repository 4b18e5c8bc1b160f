package tsukasa.plan.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsukasa.plan.CountedRow;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts.Comparison;
import tsukasa.plan.FrozenCounts.Integrity;
import tsukasa.plan.FrozenCounts.Knowledge;

/// What was frozen before rows were kept in blocks bears the digest that was printed then, and is proved by it.
class FrozenBeforeBlocksTests {
    private static final String PRINTED_THEN = "59b2789cc15ff99655a993e50043b944f4d735048ac24357ee4e0b582ed619f6";
    private final FreezingExample example = new FreezingExample(source -> Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/migration/plan")
            .table("flyway_schema_history_plan")
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .target("20")
            .load()
            .migrate());
    private FrozenCount frozen;

    @BeforeEach
    void frozen_row_by_row_and_brought_to_this_version() {
        example.database.sql("""
                insert into plan.frozen_count (definition, version, counted_from, as_of, known_at, row_count, amount, frozen_at)
                values ('indicators/example.sql', 1, '2021-04-01', '2021-09-30', '2021-10-05T00:00:00Z', 0, 0, now())
                """).update();
        example.database.sql("""
                insert into plan.frozen_row values
                  (1, '1', '会社 "1", {é}', '2021-05-01', 'x', 3, null, '/x/1', '2021-05-01T10:00:00Z'),
                  (1, '2', null, null, '', 5, 8, null, '2021-06-02T10:00:00.000001Z')
                """).update();
        example.database
                .sql(
                        "update plan.frozen_count set (row_count, amount, denominator, digest) = (2, 8, 8, decode(?, 'hex'))")
                .param(PRINTED_THEN)
                .update();
        example.migrated();
        frozen = example.desk(FreezingExample.CLOSING).find(1).orElseThrow();
    }

    @Test
    void it_is_whole_and_its_rows_can_be_read() {
        FreezingDesk desk = example.desk(FreezingExample.CLOSING);
        assertThat(frozen.digest()).isEqualTo(PRINTED_THEN);
        assertThat(desk.check(1)).isEqualTo(new Integrity.Intact());
        assertThat(example.rows(frozen))
                .isEqualTo(List.of(
                        new CountedRow(
                                "1",
                                "会社 \"1\", {é}",
                                LocalDate.of(2021, 5, 1),
                                "x",
                                3,
                                null,
                                "/x/1",
                                0,
                                Instant.parse("2021-05-01T10:00:00Z")),
                        new CountedRow(
                                "2", null, null, "", 5, 8L, null, 0, Instant.parse("2021-06-02T10:00:00.000001Z"))));
    }

    @Test
    void a_changed_byte_of_it_is_found() {
        example.past_the_lock("update plan.frozen_single_row set subject = '会社 \"1\", {e}' where row_id = '1'");
        assertThat(example.desk(FreezingExample.CLOSING).check(1)).isEqualTo(new Integrity.Tampered(List.of()));
    }

    @Test
    void it_is_compared_with_what_is_counted_now() {
        example.enter("1", 3, "2021-05-01", "2021-05-01T10:00:00Z");
        Comparison.Different found = (Comparison.Different)
                example.desk(FreezingExample.CLOSING).compare(frozen, FreezingExample.REGISTER, Knowledge.OF_THEN, 10);
        assertThat(List.of(found.added(), found.gone(), found.other())).containsExactly(0L, 1L, 0L);
    }

    @Test
    void what_is_frozen_now_stands_beside_it() {
        example.enter("1", 3, "2021-05-01", "2021-05-01T10:00:00Z");
        FrozenCount now = example.frozen();
        FreezingDesk desk = example.desk(FreezingExample.CLOSING);
        assertThat(desk.check(now.id())).isEqualTo(new Integrity.Intact());
        assertThat(desk.check(frozen.id())).isEqualTo(new Integrity.Intact());
        assertThat(example.rows(now)).hasSize(1);
    }
}
