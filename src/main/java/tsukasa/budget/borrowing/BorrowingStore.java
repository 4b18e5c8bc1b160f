package tsukasa.budget.borrowing;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.budget.BorrowingEntry;
import tsukasa.budget.BorrowingEntry.Event;
import tsukasa.budget.BorrowingEntry.State;
import tsukasa.budget.NewBorrowing;
import tsukasa.identity.Visitor;

@Repository
class BorrowingStore {
    private final JdbcClient database;

    BorrowingStore(JdbcClient database) {
        this.database = database;
    }

    enum Posting {
        POSTED,
        OVER_LIMIT,
        TOO_MUCH_REPAID
    }

    private record Happened(long borrowing, Event event) {}

    void limit(String plan, long yen) {
        database.sql("""
                insert into budget.borrowing_limit (plan, limit_yen) values (:plan, :yen)
                on conflict (plan) do update set limit_yen = excluded.limit_yen
                where budget.borrowing_limit.limit_yen <> excluded.limit_yen
                """).param("plan", plan).param("yen", yen).update();
    }

    long propose(String plan, NewBorrowing entry) {
        return database.sql("""
                insert into budget.borrowing (plan, kind, at, yen, lender, due, draw, state)
                values (:plan, :kind, :at, :yen, :lender, :due, :draw, 'PROPOSED') returning id
                """)
                .param("plan", plan)
                .param("kind", entry.kind().name())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("yen", entry.yen())
                .param("lender", entry.lender())
                .param("due", entry.due().orElse(null))
                .param("draw", entry.draw().orElse(null))
                .query(Long.class)
                .single();
    }

    /// Nothing happens unless it is still proposed: of two at once, one wins.
    boolean decide(long id, State to) {
        return database.sql("update budget.borrowing set state = :to where id = :id and state = 'PROPOSED'")
                        .param("id", id)
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /// The database looks at every moment of the year before it lets this in.
    Posting post(String plan, BorrowingEntry entry) {
        try {
            database.sql("""
                    insert into budget.borrowing_posting (borrowing, plan, at, yen, draw)
                    values (:id, :plan, :at, :yen, :draw)
                    """)
                    .param("id", entry.id())
                    .param("plan", plan)
                    .param("at", entry.what().at().atOffset(ZoneOffset.UTC))
                    .param("yen", entry.signed())
                    .param("draw", entry.subject())
                    .update();
            return Posting.POSTED;
        } catch (DataAccessException refused) {
            String state = NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException sql
                    ? String.valueOf(sql.getSQLState())
                    : "";
            return switch (state) {
                case "TB001" -> Posting.OVER_LIMIT;
                case "TB002" -> Posting.TOO_MUCH_REPAID;
                default -> throw refused;
            };
        }
    }

    void event(long id, State became, @Nullable String reason, Visitor by, Instant at) {
        database.sql("""
                insert into budget.borrowing_event (borrowing, seq, became, reason, at, by_id, by_name)
                select :id, coalesce(max(seq), 0) + 1, :became, :reason, :at, :by, :name
                from budget.borrowing_event where borrowing = :id
                """)
                .param("id", id)
                .param("became", became.name())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.displayName())
                .update();
    }

    long waiting() {
        return database.sql("select count(*) from budget.borrowing where state = 'PROPOSED'")
                .query(Long.class)
                .single();
    }

    List<BorrowingEntry> entries(String plan) {
        Map<Long, List<Event>> events = events(plan);
        return database.sql("""
                select id, kind, at, yen, lender, due, draw, state from budget.borrowing
                where plan = :plan order by at desc, id desc
                """)
                .param("plan", plan)
                .query((row, _) -> {
                    List<Event> happened = events.getOrDefault(row.getLong("id"), List.of());
                    return new BorrowingEntry(
                            row.getLong("id"),
                            new NewBorrowing(
                                    NewBorrowing.Kind.valueOf(row.getString("kind")),
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    row.getLong("yen"),
                                    row.getString("lender"),
                                    Optional.ofNullable(row.getObject("due", LocalDate.class)),
                                    Optional.ofNullable(row.getObject("draw", Long.class)),
                                    happened.stream()
                                            .findFirst()
                                            .flatMap(Event::reason)
                                            .orElse("")),
                            State.valueOf(row.getString("state")),
                            happened);
                })
                .list();
    }

    private Map<Long, List<Event>> events(String plan) {
        return database
                .sql("""
                select e.borrowing, e.became, e.reason, e.at, e.by_id, e.by_name
                from budget.borrowing_event e join budget.borrowing b on b.id = e.borrowing
                where b.plan = :plan order by e.borrowing, e.seq
                """)
                .param("plan", plan)
                .query((row, _) -> new Happened(
                        row.getLong("borrowing"),
                        new Event(
                                State.valueOf(row.getString("became")),
                                Optional.ofNullable(row.getString("reason")),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getObject("by_id", UUID.class),
                                row.getString("by_name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Happened::borrowing, Collectors.mapping(Happened::event, Collectors.toList())));
    }
}
