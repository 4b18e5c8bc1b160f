package tsukasa.plan.counting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.kernel.database.Walls;
import tsukasa.plan.Count.Counted;
import tsukasa.plan.Count.Step;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.RowFacts;
import tsukasa.plan.RowSelection;

/// Runs counting queries of plan packages: always inside another query, in a read-only transaction, with a time limit.
@Repository
class CountStore {
    private static final int FETCHED_AT_ONCE = 5_000;
    private final JdbcClient database;
    private final TransactionTemplate readOnly;

    CountStore(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        readOnly.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    record Tally(int passed, long rows, BigInteger amount, Optional<BigInteger> denominator) {}

    /// One pass over the candidates, whatever the number of steps.
    Counted count(CountRequest request, Instant knownAt) {
        TreeMap<Integer, Tally> tallies = new TreeMap<>();
        String sql = "select coalesce(passed, 0) as passed, count(*) as row_count, coalesce(sum(amount), 0) as amount,"
                + " sum(denominator) as denominator from ("
                + Statements.single(request.query())
                + "\n) as candidate group by 1";
        reading(
                        Walls.COUNTING,
                        () -> asking(sql, request, knownAt)
                                .query((row, number) -> new Tally(
                                        row.getInt("passed"),
                                        row.getLong("row_count"),
                                        whole(row.getBigDecimal("amount")),
                                        Optional.ofNullable(row.getBigDecimal("denominator"))
                                                .map(CountStore::whole)))
                                .list())
                .forEach(tally -> tallies.put(tally.passed(), tally));
        return cumulated(request.query(), tallies);
    }

    private static BigInteger whole(BigDecimal sum) {
        return sum.toBigIntegerExact();
    }

    private static Counted cumulated(CountingQuery query, TreeMap<Integer, Tally> tallies) {
        List<Step> steps = new ArrayList<>();
        for (int step = 1; step <= Math.max(1, query.steps().size()); step++) {
            long rows = 0;
            BigInteger amount = BigInteger.ZERO;
            Optional<BigInteger> denominator = Optional.empty();
            for (Tally tally : tallies.tailMap(step, true).values()) {
                rows += tally.rows();
                amount = amount.add(tally.amount());
                BigInteger below = denominator.orElse(BigInteger.ZERO);
                denominator = tally.denominator().map(below::add).or(optional(denominator));
            }
            steps.add(new Step(rows, amount, denominator));
        }
        return new Counted(steps);
    }

    private static Supplier<Optional<BigInteger>> optional(Optional<BigInteger> value) {
        return () -> value;
    }

    List<CountedRow> rows(CountRequest request, Instant knownAt, RowSelection selection, long offset, int limit) {
        String sql = "select * from " + chosen(request.query(), selection) + ordered(selection)
                + " limit :row_limit offset :row_offset";
        return reading(
                reader(request, selection),
                () -> selecting(asking(sql, request, knownAt), selection)
                        .param("row_limit", limit)
                        .param("row_offset", offset)
                        .query(CountStore::row)
                        .list());
    }

    long total(CountRequest request, Instant knownAt, RowSelection selection) {
        String sql = "select count(*) from " + chosen(request.query(), selection);
        return reading(
                reader(request, selection),
                () -> selecting(asking(sql, request, knownAt), selection)
                        .query(Long.class)
                        .single());
    }

    void stream(CountRequest request, Instant knownAt, RowSelection selection, Consumer<CountedRow> reader) {
        String sql = "select * from " + chosen(request.query(), selection) + ordered(selection);
        reading(reader(request, selection), () -> {
            selecting(asking(sql, request, knownAt), selection)
                    .withFetchSize(FETCHED_AT_ONCE)
                    .query((RowCallbackHandler) row -> reader.accept(row(row, 0)));
            return true;
        });
    }

    record Part(Optional<String> dimension, long rows, BigInteger amount, BigInteger denominator) {}

    List<Part> byDimension(CountRequest request, Instant knownAt) {
        String sql = "select dimension, count(*) as row_count, coalesce(sum(amount), 0) as amount,"
                + " coalesce(sum(denominator), 0) as denominator from "
                + chosen(request.query(), result(request))
                + " group by dimension order by amount desc, row_count desc, dimension nulls last limit 1000";
        return reading(
                Walls.COUNTING,
                () -> selecting(asking(sql, request, knownAt), result(request))
                        .query((row, number) -> new Part(
                                Optional.ofNullable(row.getString("dimension")),
                                row.getLong("row_count"),
                                whole(row.getBigDecimal("amount")),
                                whole(row.getBigDecimal("denominator"))))
                        .list());
    }

    RowFacts facts(CountRequest request, Instant knownAt) {
        String delay = "((recorded_at at time zone 'Asia/Tokyo')::date - occurred_on)";
        String sql = "select count(*) as row_count,"
                + " count(*) filter (where coalesce(subject, '') = '' or occurred_on is null) as incomplete,"
                + " count(subject) - count(distinct subject) as repeated,"
                + " percentile_disc(0.5) within group (order by " + delay + ") as middle, max(" + delay
                + ") as longest from " + chosen(request.query(), result(request));
        return reading(
                Walls.COUNTING,
                () -> selecting(asking(sql, request, knownAt), result(request))
                        .query((row, number) -> new RowFacts(
                                row.getLong("row_count"),
                                row.getLong("incomplete"),
                                row.getLong("repeated"),
                                Optional.ofNullable(row.getObject("middle", Integer.class)),
                                Optional.ofNullable(row.getObject("longest", Integer.class))))
                        .single());
    }

    /// What a number was counted from is public; what only waits to be counted may be a draft, which is counted but not
    /// shown.
    private static String reader(CountRequest request, RowSelection selection) {
        return lists(request, selection) ? Walls.COUNTING : Walls.REGISTER;
    }

    /// Whether the rows are those of the result, and of no step before it.
    static boolean lists(CountRequest request, RowSelection selection) {
        return selection.step() >= request.query().steps().size();
    }

    private static RowSelection result(CountRequest request) {
        return RowSelection.ofStep(Math.max(1, request.query().steps().size()));
    }

    private static String chosen(CountingQuery query, RowSelection selection) {
        String search = selection.search().isEmpty()
                ? ""
                : " and position(lower(:row_search) in lower(coalesce(subject, '') || ' ' || row_id)) > 0";
        String dimension = selection.dimension().isEmpty() ? "" : " and dimension = :row_dimension";
        return "(select row_id, subject, occurred_on, dimension, amount, denominator, link, passed, recorded_at from ("
                + Statements.single(query)
                + "\n) as candidate where passed >= :row_step" + search + dimension + ") as chosen";
    }

    private static String ordered(RowSelection selection) {
        return " order by " + selection.order().column() + (selection.descending() ? " desc" : "")
                + " nulls last, row_id" + (selection.descending() ? " desc" : "");
    }

    private StatementSpec asking(String sql, CountRequest request, Instant knownAt) {
        return database.sql(sql)
                .param("from", request.from())
                .param("as_of", request.asOf())
                .param("known_at", knownAt.atOffset(ZoneOffset.UTC));
    }

    private static StatementSpec selecting(StatementSpec statement, RowSelection selection) {
        return statement
                .param("row_step", selection.step())
                .param("row_search", selection.search().orElse(""))
                .param("row_dimension", selection.dimension().orElse(""));
    }

    /// The limit guards against a definition that never ends; a slow reader of a stream is not one. Planned for the
    /// days asked for, since a plan for any day would expect a third of the rows.
    private <T> T reading(String actor, Supplier<T> work) {
        T answer = Walls.as(
                actor,
                () -> readOnly.execute(status -> {
                    database.sql("set local statement_timeout = '20s'").update();
                    database.sql("set local plan_cache_mode = force_custom_plan")
                            .update();
                    return work.get();
                }));
        if (answer == null) {
            throw new IllegalStateException("a count without an answer");
        }
        return answer;
    }

    private static CountedRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        return new CountedRow(
                row.getString("row_id"),
                row.getString("subject"),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("dimension"),
                row.getLong("amount"),
                row.getObject("denominator", Long.class),
                row.getString("link"),
                row.getInt("passed"),
                recordedAt == null ? null : recordedAt.toInstant());
    }
}
