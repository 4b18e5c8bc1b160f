package tsukasa.plan.counting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts.Span;

/// Keeps rows inside the database: half a million never leave it. They are kept in blocks of their order, a block one
/// row of the table with an array for each column: what costs by the row (keys, indexes, the journal) is paid by the
/// block. Numbers frozen before that have single rows, which are only read.
@Repository
class FrozenStore {
    static final int BLOCK = 500;
    private static final int FETCHED_AT_ONCE = 5_000;
    private static final int SINGLE_ROWS = 1;

    /// Half a million rows are put in order without a file.
    private static final String SORTING_MEMORY = "128MB";

    /// Of the first form. Unambiguous: PostgreSQL quotes what stands in a row; days and times are numbers, whatever the
    /// session's settings.
    private static final String PRINT_OF_ROW = "sha256(convert_to((row_id, subject,"
            + " coalesce((occurred_on - date '2000-01-01')::text, ''), dimension, amount, denominator, link,"
            + " extract(epoch from recorded_at))::text, 'UTF8'))";

    /// Of a block. The binary form of an array says how many elements follow and how long each is, and knows nothing of
    /// the session's settings but the encoding, which is always UTF-8 from here.
    private static final String PRINT_OF_BLOCK =
            "sha256(array_send(row_ids) || array_send(subjects) || array_send(days)"
                    + " || array_send(dimensions) || array_send(amounts) || array_send(denominators) || array_send(links)"
                    + " || array_send(recorded))";

    private static final String SUMMED_SINGLE_ROWS = "select count(*), coalesce(sum(amount), 0), sum(denominator),"
            + " sha256(coalesce(string_agg(" + PRINT_OF_ROW + ", ''::bytea order by row_id, " + PRINT_OF_ROW
            + "), ''::bytea)), true from plan.frozen_single_row where count_id = :id";

    /// By what each block says of itself.
    private static final String SUMMED_AS_KEPT =
            "select coalesce(sum(row_count), 0), coalesce(sum(amount), 0), sum(denominator),"
                    + " sha256(coalesce(string_agg(digest, ''::bytea order by position), ''::bytea))"
                    + " from plan.frozen_block where count_id = :id";

    /// What a block holds, counted and printed anew, and whether that is what it says of itself.
    private static final String MADE_ANEW = "(select made.*, (digest, held, amount, denominator) is not distinct from"
            + " (kept_digest, row_count, kept_amount, kept_denominator) as true_to_itself from (select position,"
            + " digest as kept_digest, row_count, amount as kept_amount, denominator as kept_denominator,"
            + " row_ids[1] as first, row_ids[row_count] as last, cardinality(amounts) as held,"
            + " (select coalesce(sum(a), 0) from unnest(amounts) a) as amount,"
            + " (select sum(d) from unnest(denominators) d) as denominator, " + PRINT_OF_BLOCK + " as digest"
            + " from plan.frozen_block where count_id = :id offset 0) as made) as block";

    private static final String SUMMED_BLOCKS = "select coalesce(sum(held), 0), coalesce(sum(amount), 0),"
            + " sum(denominator), sha256(coalesce(string_agg(digest, ''::bytea order by position), ''::bytea)),"
            + " coalesce(bool_and(true_to_itself), true) from " + MADE_ANEW;

    private final JdbcClient database;

    FrozenStore(JdbcClient database) {
        this.database = database;
    }

    /// Within the transaction of the caller. The definition is known to read only, since its package was accepted.
    FrozenCount freeze(CountRequest request, Instant knownAt, Instant now) {
        database.sql("set local plan_cache_mode = force_custom_plan").update();
        database.sql("set local work_mem = '" + SORTING_MEMORY + "'").update();
        long id = database.sql("""
                insert into plan.frozen_count
                  (definition, version, counted_from, as_of, known_at, row_count, amount, frozen_at, form)
                values (:definition, :version, :from, :as_of, :known_at, 0, 0, :now, 2)
                returning id
                """)
                .param("definition", request.query().file())
                .param("version", request.query().version())
                .param("from", request.from())
                .param("as_of", request.asOf())
                .param("known_at", knownAt.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        database.sql(blocks(request.query()))
                .param("count_id", id)
                .param("row_step", steps(request.query()))
                .param("from", request.from())
                .param("as_of", request.asOf())
                .param("known_at", knownAt.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("update plan.frozen_count set (row_count, amount, denominator, digest) = (" + SUMMED_AS_KEPT
                        + ") where id = :id")
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }

    /// The order is the same in every database: by bytes, and by all columns where a definition repeats an id.
    private static String blocks(CountingQuery query) {
        return """
                insert into plan.frozen_block (count_id, position, row_count, amount, denominator, digest,
                  row_ids, subjects, days, dimensions, amounts, denominators, links, recorded)
                select :count_id, position, row_count, amount, denominator, %s,
                  row_ids, subjects, days, dimensions, amounts, denominators, links, recorded
                from (
                  select cast((number - 1) / %d as int) as position, count(*) as row_count,
                    coalesce(sum(amount), 0) as amount, sum(denominator) as denominator,
                    array_agg(row_id order by number) as row_ids,
                    array_agg(subject order by number) as subjects,
                    array_agg(occurred_on order by number) as days,
                    array_agg(dimension order by number) as dimensions,
                    array_agg(amount order by number) as amounts,
                    array_agg(denominator order by number) as denominators,
                    array_agg(link order by number) as links,
                    array_agg(recorded_at order by number) as recorded
                  from (
                    select *, row_number() over
                      (order by row_id, subject, occurred_on, dimension, amount, denominator, link, recorded_at) as number
                    from (
                      select cast(row_id as text) collate "C" as row_id, cast(subject as text) collate "C" as subject,
                        cast(occurred_on as date) as occurred_on, cast(dimension as text) collate "C" as dimension,
                        cast(amount as bigint) as amount, cast(denominator as bigint) as denominator,
                        cast(link as text) collate "C" as link, cast(recorded_at as timestamptz) as recorded_at
                      from (""".formatted(PRINT_OF_BLOCK, BLOCK)
                + Statements.single(query)
                + "\n) as candidate where passed >= :row_step) as chosen) as numbered group by 1) as block";
    }

    static int steps(CountingQuery query) {
        return Math.max(1, query.steps().size());
    }

    Optional<FrozenCount> find(long id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<FrozenCount> find(Collection<Long> ids) {
        return database.sql("""
                select id, definition, version, counted_from, as_of, known_at, row_count, amount, denominator, digest, frozen_at
                from plan.frozen_count where id = any (:ids::bigint[])
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query(FrozenStore::count)
                .list();
    }

    private static FrozenCount count(ResultSet row, int number) throws SQLException {
        BigDecimal denominator = row.getBigDecimal("denominator");
        return new FrozenCount(
                row.getLong("id"),
                row.getString("definition"),
                row.getInt("version"),
                row.getObject("counted_from", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                row.getLong("row_count"),
                row.getBigDecimal("amount").toBigIntegerExact(),
                Optional.ofNullable(denominator).map(BigDecimal::toBigIntegerExact),
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant());
    }

    /// Whether counting and printing all that is kept anew gives what was written down when it was frozen.
    boolean intact(long id) {
        return database.sql("select (c.row_count, c.amount, c.denominator, c.digest, true) is not distinct from"
                        + " (s.rows, s.amount, s.denominator, s.digest, s.even) from plan.frozen_count c, ("
                        + (singleRows(id) ? SUMMED_SINGLE_ROWS : SUMMED_BLOCKS)
                        + ") as s (rows, amount, denominator, digest, even) where c.id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private boolean singleRows(long id) {
        return database.sql("select form = :single from plan.frozen_count where id = :id")
                .param("single", SINGLE_ROWS)
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// The blocks that are not as they were frozen.
    List<Span> changed(long id) {
        return database.sql("select first, last, row_count from " + MADE_ANEW
                        + " where not true_to_itself order by position")
                .param("id", id)
                .query((row, number) ->
                        new Span(row.getString("first"), row.getString("last"), row.getInt("row_count")))
                .list();
    }

    void stream(long id, Consumer<CountedRow> reader) {
        database.sql("select row_id, subject, occurred_on, dimension, amount, denominator, link, recorded_at"
                        + " from plan.frozen_row where count_id = :id order by row_id collate \"C\"")
                .param("id", id)
                .withFetchSize(FETCHED_AT_ONCE)
                .query((RowCallbackHandler) row -> reader.accept(row(row, "")));
    }

    /// @param prefix of the columns: `then_`, or nothing
    static CountedRow row(ResultSet row, String prefix) throws SQLException {
        OffsetDateTime recordedAt = row.getObject(prefix + "recorded_at", OffsetDateTime.class);
        return new CountedRow(
                row.getString(prefix.isEmpty() ? "row_id" : prefix + "id"),
                row.getString(prefix + "subject"),
                row.getObject(prefix + "occurred_on", LocalDate.class),
                row.getString(prefix + "dimension"),
                row.getLong(prefix + "amount"),
                row.getObject(prefix + "denominator", Long.class),
                row.getString(prefix + "link"),
                0,
                recordedAt == null ? null : recordedAt.toInstant());
    }
}
