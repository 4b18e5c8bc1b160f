package tsukasa.audit.trail;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.audit.Actor;
import tsukasa.audit.Deed;

@Component
class WaitingStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcTemplate database;

    WaitingStore(JdbcTemplate database) {
        this.database = database;
    }

    /// By position, since this is on the way of every request.
    void add(Deed deed, Actor by, Origin origin, Instant now) {
        database.update(
                """
                insert into audit.waiting
                       (occurred_at, kind, actor_kind, actor_id, actor_name, organisation, action, object_type,
                        object_id, object_label, reason, facts, request, network)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Timestamp.from(now.truncatedTo(ChronoUnit.MICROS)),
                deed.kind().name(),
                by.kind().name(),
                Discretion.plain(by.id()),
                Discretion.plain(by.name()),
                by.organisation() == null ? null : by.organisation().toString(),
                deed.action().word(),
                Discretion.plain(deed.object().type()),
                Discretion.plain(deed.object().id()),
                Discretion.plain(deed.object().label()),
                Discretion.plainOrNull(deed.reason()),
                JSON.writeValueAsString(Discretion.plain(deed.facts())),
                origin.request(),
                origin.network());
    }

    long count() {
        Long counted = database.queryForObject("select count(*) from audit.waiting", Long.class);
        return counted == null ? 0 : counted;
    }
}
