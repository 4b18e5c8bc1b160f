package tsukasa.plan.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.plan.counting.FreezingExample.CLOSING;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tsukasa.Covers;
import tsukasa.plan.CountedRow;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts.Comparison;
import tsukasa.plan.FrozenCounts.Integrity;
import tsukasa.plan.FrozenCounts.Knowledge;
import tsukasa.plan.FrozenCounts.Span;

/// Many rows are kept in blocks of five hundred; whoever changes one is found, and so is the block.
@Covers("Ⅱ-1-(1)-②.s2")
class FrozenBlocksTests {
    private static final int MANY = 1_203;
    private final FreezingExample example = new FreezingExample();

    private FrozenCount frozen() {
        enter("order by n");
        return example.frozen();
    }

    /// Named `r0001` and on, with letters of one to three bytes, and without a subject here and there.
    private void enter(String order) {
        example.database
                .sql("insert into scheme.entry select 'r' || lpad(n::text, 4, '0'),"
                        + " case when n % 7 = 0 then null else '会社é ' || n || ' {\"a\",\\b}' end,"
                        + " date '2021-04-01' + n % 100, n, timestamptz '2021-09-01T00:00:00.000001Z'"
                        + " + n * interval '1 minute', null from generate_series(1, " + MANY + ") n " + order)
                .update();
    }

    private Integrity check(FrozenCount frozen) {
        return example.desk(CLOSING).check(frozen.id());
    }

    @Test
    void rows_come_back_one_by_one_in_the_order_of_their_ids() {
        FrozenCount frozen = frozen();
        assertThat(frozen.rows()).isEqualTo(MANY);
        assertThat(frozen.amount()).isEqualTo(MANY * (MANY + 1) / 2);
        List<CountedRow> rows = example.rows(frozen);
        assertThat(rows).hasSize(MANY).isSortedAccordingTo(java.util.Comparator.comparing(CountedRow::id));
        assertThat(rows.get(699))
                .isEqualTo(new CountedRow(
                        "r0700",
                        null,
                        LocalDate.of(2021, 4, 1),
                        "x",
                        700,
                        null,
                        "/x/r0700",
                        0,
                        Instant.parse("2021-09-01T11:40:00.000001Z")));
        assertThat(check(frozen)).isEqualTo(new Integrity.Intact());
        assertThat(example.desk(CLOSING).compare(frozen, FreezingExample.REGISTER, Knowledge.OF_THEN, 1))
                .isEqualTo(new Comparison.Same());
    }

    @Test
    void the_same_rows_have_the_same_digest_in_whatever_order_they_were_entered_and_though_ids_repeat() {
        enter("order by n desc");
        example.enter("r0500", 1, "2021-05-01", "2021-05-01T10:00:00Z");
        example.enter("r0500", 2, "2021-05-01", "2021-05-01T10:00:00Z");
        FrozenCount first = example.frozen();
        example.database.sql("delete from scheme.entry").update();
        example.enter("r0500", 2, "2021-05-01", "2021-05-01T10:00:00Z");
        enter("order by md5(n::text)");
        example.enter("r0500", 1, "2021-05-01", "2021-05-01T10:00:00Z");
        FrozenCount second = example.frozen();
        assertThat(second.rows()).isEqualTo(MANY + 2);
        assertThat(second.digest()).isEqualTo(first.digest());
    }

    /// What decision 23 writes down is enough for whoever holds the rows and no database.
    @Test
    void the_digest_can_be_made_from_the_rows_without_the_database() throws Exception {
        FrozenCount frozen = frozen();
        List<CountedRow> rows = example.rows(frozen);
        MessageDigest whole = sha256();
        for (int from = 0; from < rows.size(); from += 500) {
            List<CountedRow> block = rows.subList(from, Math.min(rows.size(), from + 500));
            MessageDigest digest = sha256();
            digest.update(array(block, 25, row -> utf8(row.id())));
            digest.update(array(block, 25, row -> utf8(row.subject())));
            digest.update(array(block, 1082, row -> day(row.occurredOn())));
            digest.update(array(block, 25, row -> utf8(row.dimension())));
            digest.update(array(block, 20, row -> number(row.amount())));
            digest.update(array(block, 20, row -> number(row.denominator())));
            digest.update(array(block, 25, row -> utf8(row.link())));
            digest.update(array(block, 1184, row -> instant(row.recordedAt())));
            whole.update(digest.digest());
        }
        assertThat(HexFormat.of().formatHex(whole.digest())).isEqualTo(frozen.digest());
    }

    private static byte[] array(List<CountedRow> rows, int type, Function<CountedRow, byte @Nullable []> print)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(1);
        out.writeInt(rows.stream().map(print).anyMatch(Objects::isNull) ? 1 : 0);
        out.writeInt(type);
        out.writeInt(rows.size());
        out.writeInt(1);
        for (CountedRow row : rows) {
            byte[] value = print.apply(row);
            out.writeInt(value == null ? -1 : value.length);
            out.write(value == null ? new byte[0] : value);
        }
        return bytes.toByteArray();
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] day(@Nullable LocalDate day) {
        return day == null
                ? null
                : java.nio.ByteBuffer.allocate(4)
                        .putInt((int) ChronoUnit.DAYS.between(LocalDate.of(2000, 1, 1), day))
                        .array();
    }

    private static byte @Nullable [] number(@Nullable Long number) {
        return number == null
                ? null
                : java.nio.ByteBuffer.allocate(8).putLong(number).array();
    }

    private static byte @Nullable [] instant(@Nullable Instant instant) {
        Instant epoch = LocalDate.of(2000, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return instant == null ? null : number(ChronoUnit.MICROS.between(epoch, instant));
    }

    private static MessageDigest sha256() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }

    @Test
    void one_changed_letter_is_found_and_named_by_the_rows_it_lies_among() {
        FrozenCount frozen = frozen();
        example.past_the_lock(
                "update plan.frozen_block set subjects[201] = replace(subjects[201], '会社', '合社') where position = 1");
        assertThat(check(frozen)).isEqualTo(new Integrity.Tampered(List.of(new Span("r0501", "r1000", 500))));
    }

    @Test
    void whoever_makes_the_digest_of_a_block_anew_as_well_or_removes_it_is_found_by_that_of_the_whole() {
        FrozenCount changed = frozen();
        FrozenCount removed = example.frozen();
        assertThat(removed.digest()).isEqualTo(changed.digest());
        example.past_the_lock(
                "update plan.frozen_block set links[1] = '' where position = 1 and count_id = " + changed.id());
        example.past_the_lock("update plan.frozen_block set digest = sha256(array_send(row_ids) || array_send(subjects)"
                + " || array_send(days) || array_send(dimensions) || array_send(amounts) || array_send(denominators)"
                + " || array_send(links) || array_send(recorded)) where position = 1 and count_id = " + changed.id());
        assertThat(check(changed)).isEqualTo(new Integrity.Tampered(List.of()));
        example.past_the_lock("delete from plan.frozen_block where position = 2 and count_id = " + removed.id());
        assertThat(check(removed)).isEqualTo(new Integrity.Tampered(List.of()));
    }

    @Test
    void a_number_of_no_rows_is_frozen_too() {
        FrozenCount frozen = example.frozen();
        assertThat(frozen.rows()).isZero();
        assertThat(frozen.digest()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(check(frozen)).isEqualTo(new Integrity.Intact());
    }
}
