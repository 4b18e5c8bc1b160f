package tsukasa.identity.trail;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.SecurityEvent;

@Component
class EventStore {
    private final JdbcClient database;

    EventStore(JdbcClient database) {
        this.database = database;
    }

    void add(SecurityEvent event) {
        database.sql("""
                        insert into identity.security_event (person, kind, at, done_by, detail)
                        values (:person, :kind, :at, :by, :detail)
                        """)
                .param("person", event.person())
                .param("kind", event.kind().name())
                .param("at", Timestamp.from(event.at()))
                .param("by", event.by())
                .param("detail", event.detail())
                .update();
    }

    List<SecurityEvent> latest(UUID person, int howMany) {
        return database.sql("""
                        select person, kind, at, done_by, detail from identity.security_event
                         where person = :person order by at desc, id desc limit :many
                        """)
                .param("person", person)
                .param("many", howMany)
                .query((row, _) -> new SecurityEvent(
                        row.getObject("person", UUID.class),
                        SecurityEvent.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("done_by", UUID.class),
                        row.getString("detail")))
                .list();
    }
}
