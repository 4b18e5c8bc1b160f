package tsukasa.plan.counting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.plan.CountRequest;
import tsukasa.plan.CountedRow;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts.Freezing;
import tsukasa.plan.PlanExamples;
import tsukasa.testing.ModuleDatabase;

/// A register of a few columns, and a desk that freezes what stands in it.
final class FreezingExample {
    static final Instant CLOSING = Instant.parse("2021-10-05T00:00:00Z");
    static final LocalDate HALF = LocalDate.of(2021, 9, 30);
    static final CountingQuery REGISTER =
            PlanExamples.query("""
            -- How much is in the register on a day?
            select entry_id as row_id, subject, occurred_on, 'x' as dimension, amount, null::bigint as denominator,
                   '/x/' || entry_id as link, recorded_from as recorded_at,
                   case when occurred_on > :as_of then 1 else 2 end as passed
            from scheme.pub_register_v1
            where recorded_from <= :known_at and (recorded_to is null or recorded_to > :known_at)
            """, List.of("scheme.pub_register_v1"), "all", "by the day");
    private final DataSource source;
    final JdbcClient database;
    private final DataSourceTransactionManager transactions;
    private final CountingDesk counting;

    FreezingExample() {
        this(ModuleDatabase.with("plan"), _ -> {});
    }

    /// With the tables of an earlier version, until they are [#migrated()].
    FreezingExample(Consumer<DataSource> tables) {
        this(ModuleDatabase.with(), tables);
    }

    private FreezingExample(DataSource source, Consumer<DataSource> tables) {
        this.source = source;
        this.database = JdbcClient.create(source);
        this.transactions = new DataSourceTransactionManager(source);
        this.counting = new CountingDesk(
                new CountStore(database, transactions),
                new SourceStamps(new SourceStore(database)),
                new CountMemory(),
                Clock.fixed(CLOSING, ZoneOffset.UTC));
        tables.accept(source);
        for (String statement : List.of(
                "create schema scheme",
                "create table scheme.entry (entry_id text, subject text, occurred_on date, amount bigint,"
                        + " recorded_from timestamptz, recorded_to timestamptz)",
                "create view scheme.pub_register_v1 as select * from scheme.entry")) {
            database.sql(statement).update();
        }
    }

    void migrated() {
        ModuleDatabase.migrate(source, "plan");
    }

    FreezingDesk desk(Instant now) {
        return new FreezingDesk(
                new FrozenStore(database),
                new DifferenceStore(database),
                counting,
                transactions,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    void enter(String id, long amount, String on, String recorded) {
        database.sql("insert into scheme.entry values (?, ?, ?::date, ?, ?::timestamptz, null)")
                .params(id, "Company, \"" + id + "\"", on, amount, recorded)
                .update();
    }

    static CountRequest request() {
        return new CountRequest(REGISTER, PlanExamples.FIRST, HALF, Optional.empty());
    }

    FrozenCount frozen() {
        Freezing freezing = new TransactionTemplate(transactions)
                .execute(status -> desk(CLOSING).freeze(request(), CLOSING));
        return ((Freezing.Frozen) Objects.requireNonNull(freezing)).count();
    }

    List<CountedRow> rows(FrozenCount frozen) {
        List<CountedRow> rows = new ArrayList<>();
        desk(CLOSING).stream(frozen.id(), rows::add);
        return rows;
    }

    /// As whoever owns the tables and stops their triggers.
    void past_the_lock(String change) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.sql("set local session_replication_role = replica").update();
            database.sql(change).update();
        });
    }
}
