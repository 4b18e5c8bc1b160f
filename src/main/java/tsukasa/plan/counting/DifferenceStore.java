package tsukasa.plan.counting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.plan.Count.Step;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts.Difference;
import tsukasa.plan.FrozenCounts.Why;

/// Lays frozen rows beside those counted now.
@Repository
class DifferenceStore {
    private final JdbcClient database;

    DifferenceStore(JdbcClient database) {
        this.database = database;
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
                .param("row_step", FrozenStore.steps(query))
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
                row.getString("then_id") == null ? Optional.empty() : Optional.of(FrozenStore.row(row, "then_"));
        Optional<CountedRow> now =
                row.getString("now_id") == null ? Optional.empty() : Optional.of(FrozenStore.row(row, "now_"));
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
}
