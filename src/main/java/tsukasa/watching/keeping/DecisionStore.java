package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.watching.Decision;
import tsukasa.watching.Fact;
import tsukasa.watching.FindingEvent;
import tsukasa.watching.FindingState;
import tsukasa.watching.Justification;

/// What owners decided, and the history of findings.
@Repository
class DecisionStore {
    private final JdbcClient database;

    DecisionStore(JdbcClient database) {
        this.database = database;
    }

    private void hold(UUID owner, List<Long> findings) {
        database.sql("""
                        select id from watching.finding where owner = :owner and id = any(:findings) order by id for update
                        """)
                .param("owner", owner)
                .param("findings", findings.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// What no longer matches waits for nobody's decision. The findings are held first, in one order, so that the event
    /// is written after those of whoever changed them meanwhile.
    int decide(UUID owner, String byName, List<Long> findings, Decision decision, Instant at) {
        hold(owner, findings);
        return database.sql("""
                        with decided as (
                          update watching.finding set state = :state
                           where owner = :owner and id = any(:findings) and state <> 'GONE'
                          returning id
                        )
                        insert into watching.finding_event (finding, seq, owner, at, became, justification, note, by_name)
                        select d.id, coalesce((select max(seq) from watching.finding_event where finding = d.id), 0) + 1, :owner, :at,
                               :state, :justification, :note, :name
                          from decided d
                        """)
                .param("owner", owner)
                .param("findings", findings.toArray(Long[]::new))
                .param("state", decision.state().name())
                .param("at", ItemStore.at(at))
                .param(
                        "justification",
                        decision.justification() == null
                                ? null
                                : decision.justification().word())
                .param("note", decision.note())
                .param("name", byName)
                .update();
    }

    List<FindingEvent> history(UUID owner, long finding) {
        return database.sql("""
                        select * from watching.finding_event where finding = :finding and owner = :owner order by seq desc
                        """)
                .param("finding", finding)
                .param("owner", owner)
                .query((row, _) -> {
                    String became = row.getString("became");
                    String justification = row.getString("justification");
                    return new FindingEvent(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            became == null ? null : FindingState.valueOf(became),
                            ItemStore.texts(row, "facts").stream()
                                    .map(Fact::valueOf)
                                    .toList(),
                            justification == null
                                    ? null
                                    : Justification.read(justification).orElse(null),
                            row.getString("note"),
                            row.getString("by_name"),
                            before(row),
                            row.getBoolean("undoes"));
                })
                .list();
    }

    private static FindingEvent.@Nullable Before before(ResultSet row) throws SQLException {
        String state = row.getString("before_state");
        return state == null
                ? null
                : new FindingEvent.Before(row.getString("before_version"), FindingState.valueOf(state));
    }
}
