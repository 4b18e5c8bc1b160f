package tsukasa.budget.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.NewAmount;
import tsukasa.identity.Visitor;

@Repository
class ExecutionStore {
    private static final String VERSIONS = """
            select e.account || '/' || e.segment || '/' || e.line as key, e.month, e.version, e.yen, e.reason,
                   f.name as file, e.entered_at, e.by_id, e.by_name
            from budget.execution e left join budget.import_file f on f.id = e.file
            """;
    private final JdbcClient database;

    ExecutionStore(JdbcClient database) {
        this.database = database;
    }

    /// Held until the transaction ends. Entering takes a share, closing a period takes all: an amount is either in
    /// before the period is closed, or sees that it is.
    void holdOpen(String plan) {
        database.sql("select pg_advisory_xact_lock_shared(hashtext('budget.execution'), hashtext(:plan))")
                .param("plan", plan)
                .query((row, _) -> 1)
                .single();
    }

    void holdAll(String plan) {
        database.sql("select pg_advisory_xact_lock(hashtext('budget.execution'), hashtext(:plan))")
                .param("plan", plan)
                .query((row, _) -> 1)
                .single();
    }

    Map<String, Map<YearMonth, Long>> amounts(String plan) {
        Map<String, Map<YearMonth, Long>> amounts = new HashMap<>();
        database.sql("""
                select account || '/' || segment || '/' || line as key, month, yen
                from budget.pub_execution_v1 where plan = :plan
                """).param("plan", plan).query((ResultSet row) -> {
            amounts.computeIfAbsent(row.getString("key"), _ -> new HashMap<>()).put(month(row), row.getLong("yen"));
        });
        return amounts;
    }

    List<AmountVersion> latest(String plan, YearMonth month) {
        return database.sql(VERSIONS + """
                where e.plan = :plan and e.month = :month and not exists (
                  select 1 from budget.execution later
                  where (later.plan, later.month, later.account, later.segment, later.line)
                      = (e.plan, e.month, e.account, e.segment, e.line) and later.version > e.version)
                """)
                .param("plan", plan)
                .param("month", month.atDay(1))
                .query(ExecutionStore::version)
                .list();
    }

    List<AmountVersion> history(String plan, BudgetLine line, YearMonth month) {
        return database.sql(VERSIONS + """
                where e.plan = :plan and e.month = :month
                  and e.account = :account and e.segment = :segment and e.line = :line
                order by e.version
                """)
                .param("plan", plan)
                .param("month", month.atDay(1))
                .param("account", line.account())
                .param("segment", line.segment())
                .param("line", line.code())
                .query(ExecutionStore::version)
                .list();
    }

    /// False when somebody else was first with this version.
    boolean enter(String plan, BudgetLine line, NewAmount amount, @Nullable Long file, Visitor by, Instant at) {
        return database.sql("""
                insert into budget.execution
                  (plan, month, account, segment, line, version, yen, reason, file, entered_at, by_id, by_name)
                values (:plan, :month, :account, :segment, :line, :version, :yen, :reason, :file, :at, :by, :name)
                on conflict do nothing
                """)
                        .param("plan", plan)
                        .param("month", amount.month().atDay(1))
                        .param("account", line.account())
                        .param("segment", line.segment())
                        .param("line", line.code())
                        .param("version", amount.seen() + 1)
                        .param("yen", amount.yen().orElse(null))
                        .param("reason", amount.reason().orElse(null))
                        .param("file", file)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .update()
                == 1;
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }

    private static AmountVersion version(ResultSet row, int number) throws SQLException {
        return new AmountVersion(
                row.getString("key"),
                month(row),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("yen", Long.class)),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("file")),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"));
    }
}
