package tsukasa.cycle.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.Actions.Agreed;
import tsukasa.cycle.AgreedAction;
import tsukasa.cycle.AgreedAction.Event;
import tsukasa.cycle.AgreedAction.Origin;
import tsukasa.cycle.AgreedAction.State;
import tsukasa.identity.Visitor;

@Repository
class ActionStore {
    private static final String ACTION = """
            select a.id, a.plan, a.origin, a.origin_id, a.title, a.department, a.owner, a.owner_name, a.due, a.state,
                   e.became, e.due as event_due, e.note, e.by_id, e.by_name, e.at
            from cycle.action a join cycle.action_event e on e.action = a.id
            """;
    private final JdbcClient database;

    ActionStore(JdbcClient database) {
        this.database = database;
    }

    private record Row(AgreedAction head, Event event) {}

    List<AgreedAction> of(String plan) {
        return whole(database.sql(ACTION + "where a.plan = :plan order by a.due, a.id, e.seq")
                .param("plan", plan)
                .query(ActionStore::row)
                .list());
    }

    List<AgreedAction> from(Origin origin, String originId) {
        return whole(database.sql(ACTION + "where a.origin = :origin and a.origin_id = :id order by a.due, a.id, e.seq")
                .param("origin", origin.name())
                .param("id", originId)
                .query(ActionStore::row)
                .list());
    }

    Optional<AgreedAction> find(long id) {
        return whole(database.sql(ACTION + "where a.id = :id order by e.seq")
                        .param("id", id)
                        .query(ActionStore::row)
                        .list())
                .stream()
                .findFirst();
    }

    private static List<AgreedAction> whole(List<Row> rows) {
        Map<Long, List<Row>> each = new LinkedHashMap<>();
        rows.forEach(row ->
                each.computeIfAbsent(row.head().id(), id -> new ArrayList<>()).add(row));
        return each.values().stream()
                .map(events -> {
                    AgreedAction head = events.getFirst().head();
                    return new AgreedAction(
                            head.id(),
                            head.plan(),
                            head.origin(),
                            head.originId(),
                            head.title(),
                            head.department(),
                            head.owner(),
                            head.ownerName(),
                            head.due(),
                            head.state(),
                            events.stream().map(Row::event).toList());
                })
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        AgreedAction head = new AgreedAction(
                row.getLong("id"),
                row.getString("plan"),
                Origin.valueOf(row.getString("origin")),
                row.getString("origin_id"),
                row.getString("title"),
                row.getString("department"),
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                row.getString("owner_name"),
                row.getObject("due", LocalDate.class),
                State.valueOf(row.getString("state")),
                List.of());
        Event event = new Event(
                State.valueOf(row.getString("became")),
                row.getObject("event_due", LocalDate.class),
                row.getString("note"),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
        return new Row(head, event);
    }

    long agree(Agreed agreed, String ownerName) {
        return database.sql("""
                insert into cycle.action (plan, origin, origin_id, title, department, owner, owner_name, due, state)
                values (:plan, :origin, :origin_id, :title, :department, :owner, :owner_name, :due, 'OPEN')
                returning id
                """)
                .param("plan", agreed.plan())
                .param("origin", agreed.origin().name())
                .param("origin_id", agreed.originId())
                .param("title", agreed.title())
                .param("department", agreed.department())
                .param("owner", agreed.owner().orElse(null))
                .param("owner_name", ownerName)
                .param("due", agreed.due())
                .query(Long.class)
                .single();
    }

    /// Nothing is written when another event came since.
    boolean event(long action, int read, State became, LocalDate due, String note, Visitor by, Instant at) {
        boolean first = database.sql("""
                insert into cycle.action_event (action, seq, became, due, note, by_id, by_name, at)
                values (:action, :seq, :became, :due, :note, :by, :name, :at) on conflict (action, seq) do nothing
                """)
                        .param("action", action)
                        .param("seq", read + 1)
                        .param("became", became.name())
                        .param("due", due)
                        .param("note", note)
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (first) {
            database.sql("update cycle.action set state = :state, due = :due where id = :id")
                    .param("state", became.name())
                    .param("due", due)
                    .param("id", action)
                    .update();
        }
        return first;
    }

    /// Open ones that are over their day.
    long overdue(LocalDate today) {
        return database.sql("select count(*) from cycle.action where state = 'OPEN' and due < :today")
                .param("today", today)
                .query(Long.class)
                .single();
    }
}
