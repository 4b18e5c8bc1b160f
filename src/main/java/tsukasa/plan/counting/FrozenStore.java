package tsukasa.plan.counting;

import java.math.BigDecimal;
import java.math.BigInteger;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.plan.Count.Step;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts.Difference;
import tsukasa.plan.FrozenCounts.Why;

/// Keeps rows inside the database: half a million never leave it.
@Repository
class FrozenStore {
    private static final int FETCHED_AT_ONCE = 5_000;
    private static final String DAY = "coalesce((occurred_on - date '2000-01-01')::text, '')";

    /// Unambiguous: PostgreSQL quotes what stands in a row; days and times are numbers, whatever the session's
    /// settings.
    private static final String PRINT = "sha256(convert_to((row_id, subject, " + DAY
            + ", dimension, amount, denominator, link, extract(epoch from recorded_at))::text, 'UTF8'))";

    private final JdbcClient database;

    FrozenStore(JdbcClient database) {
        this.database = database;
    }

    /// Within the transaction of the caller. The definition is known to read only, since its package was accepted.
    FrozenCount freeze(CountRequest request, Instant knownAt, Instant now) {
        database.sql("set local plan_cache_mode = force_custom_plan").update();
        long id = database.sql("""
                insert into plan.frozen_count (definition, version, counted_from, as_of, known_at, row_count, amount, frozen_at)
                values (:definition, :version, :from, :as_of, :known_at, 0, 0, :now)
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
        String rows = "insert into plan.frozen_row"
                + " (count_id, row_id, subject, occurred_on, dimension, amount, denominator, link, recorded_at)"
                + " select :count_id, row_id, subject, occurred_on, dimension, amount, denominator, link, recorded_at"
                + " from (" + Statements.single(request.query()) + "\n) as candidate where passed >= :row_step";
        database.sql(rows)
                .param("count_id", id)
                .param("row_step", steps(request.query()))
                .param("from", request.from())
                .param("as_of", request.asOf())
                .param("known_at", knownAt.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("update plan.frozen_count set (row_count, amount, denominator, digest) = (" + summed()
                        + ") where id = :id")
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }

    private static int steps(CountingQuery query) {
        return Math.max(1, query.steps().size());
    }

    private static String summed() {
        return "select count(*), coalesce(sum(amount), 0), sum(denominator),"
                + " sha256(coalesce(string_agg(" + PRINT + ", ''::bytea order by row_id, " + PRINT + "), ''::bytea))"
                + " from plan.frozen_row where count_id = :id";
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

    boolean intact(long id) {
        return database.sql("select (c.row_count, c.amount, c.denominator, c.digest) is not distinct from"
                        + " (s.count, s.amount, s.denominator, s.digest) from plan.frozen_count c, (" + summed()
                        + ") as s (count, amount, denominator, digest) where c.id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void stream(long id, Consumer<CountedRow> reader) {
        database.sql("select row_id, subject, occurred_on, dimension, amount, denominator, link, recorded_at"
                        + " from plan.frozen_row where count_id = :id order by row_id")
                .param("id", id)
                .withFetchSize(FETCHED_AT_ONCE)
                .query((RowCallbackHandler) row -> reader.accept(row(row, "")));
    }

    record Differences(Step now, long added, long gone, long other, List<Difference> rows) {
        boolean none() {
            return added == 0 && gone == 0 && other == 0;
        }
    }

    Differences compare(FrozenCount frozen, CountingQuery query, Instant knownAt, int most) {
        String compared = compared(query);
        record Sums(
                long rows, BigInteger amount, @Nullable BigInteger denominator, long added, long gone, long other) {}
        Sums sums = asking(
                        "select count(now_id) as rows, coalesce(sum(now_amount), 0) as amount,"
                                + " sum(now_denominator) as denominator,"
                                + " count(*) filter (where then_id is null) as added,"
                                + " count(*) filter (where now_id is null) as gone,"
                                + " count(*) filter (where then_id is not null and now_id is not null and not same) as other"
                                + " from " + compared,
                        frozen,
                        query,
                        knownAt)
                .query((row, number) -> new Sums(
                        row.getLong("rows"),
                        row.getBigDecimal("amount").toBigIntegerExact(),
                        whole(row.getBigDecimal("denominator")),
                        row.getLong("added"),
                        row.getLong("gone"),
                        row.getLong("other")))
                .single();
        Step now = new Step(sums.rows(), sums.amount(), Optional.ofNullable(sums.denominator()));
        if (sums.added() + sums.gone() + sums.other() == 0) {
            return new Differences(now, 0, 0, 0, List.of());
        }
        List<Difference> rows = asking(
                        "select * from " + compared
                                + " where then_id is null or now_id is null or not same"
                                + " order by coalesce(now_recorded_at, then_recorded_at) desc, coalesce(now_id, then_id)"
                                + " limit :most",
                        frozen,
                        query,
                        knownAt)
                .param("most", most)
                .query((row, number) -> difference(row, frozen.knownAt()))
                .list();
        return new Differences(now, sums.added(), sums.gone(), sums.other(), rows);
    }

    private static @Nullable BigInteger whole(@Nullable BigDecimal sum) {
        return sum == null ? null : sum.toBigIntegerExact();
    }

    private JdbcClient.StatementSpec asking(String sql, FrozenCount frozen, CountingQuery query, Instant knownAt) {
        return database.sql(sql)
                .param("id", frozen.id())
                .param("row_step", steps(query))
                .param("from", frozen.from())
                .param("as_of", frozen.asOf())
                .param("known_at", knownAt.atOffset(ZoneOffset.UTC));
    }

    private static String compared(CountingQuery query) {
        return "(select t.row_id as then_id, t.subject as then_subject, t.occurred_on as then_occurred_on,"
                + " t.dimension as then_dimension, t.amount as then_amount, t.denominator as then_denominator,"
                + " t.link as then_link, t.recorded_at as then_recorded_at, n.row_id as now_id, n.subject as now_subject,"
                + " n.occurred_on as now_occurred_on, n.dimension as now_dimension, n.amount as now_amount,"
                + " n.denominator as now_denominator, n.link as now_link, n.recorded_at as now_recorded_at,"
                + " (t.occurred_on, t.dimension, t.amount, t.denominator) is not distinct from"
                + " (n.occurred_on, n.dimension, n.amount, n.denominator) as same"
                + " from (select * from plan.frozen_row where count_id = :id) t full join (select * from ("
                + Statements.single(query)
                + "\n) as candidate where passed >= :row_step) n on t.row_id = n.row_id) as compared";
    }

    private static Difference difference(ResultSet row, Instant knownThen) throws SQLException {
        Optional<CountedRow> then =
                row.getString("then_id") == null ? Optional.empty() : Optional.of(row(row, "then_"));
        Optional<CountedRow> now = row.getString("now_id") == null ? Optional.empty() : Optional.of(row(row, "now_"));
        return new Difference(why(then, now, knownThen), then, now);
    }

    private static Why why(Optional<CountedRow> then, Optional<CountedRow> now, Instant knownThen) {
        if (now.isEmpty()) {
            return Why.NO_LONGER_COUNTED;
        }
        if (then.isPresent()) {
            return Why.CHANGED;
        }
        Instant recorded = now.get().recordedAt();
        return recorded != null && recorded.isAfter(knownThen) ? Why.RECORDED_LATE : Why.UNEXPLAINED;
    }

    private static CountedRow row(ResultSet row, String prefix) throws SQLException {
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
