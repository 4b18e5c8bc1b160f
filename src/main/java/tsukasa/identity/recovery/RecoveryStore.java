package tsukasa.identity.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RecoveryStore {
    private static final String OPEN = """
            select r.id, r.person, p.display_name as person_name, r.reason, r.started_by, s.display_name as starter,
                   r.started_at, c.display_name as confirmer, r.opens_at, r.ends_at
              from identity.recovery r
              join identity.person p on p.id = r.person
              join identity.person s on s.id = r.started_by
              left join identity.person c on c.id = r.confirmed_by
             where r.stopped_at is null and r.done_at is null and r.ends_at > :now
            """;
    private final JdbcClient database;

    RecoveryStore(JdbcClient database) {
        this.database = database;
    }

    /// False when one is open for this person already. One that ended unused makes room.
    boolean start(UUID person, String reason, UUID by, Instant now, Instant ends) {
        database.sql("""
                        update identity.recovery set stopped_at = :now
                         where person = :person and stopped_at is null and done_at is null and ends_at <= :now
                        """)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .update();
        return database.sql("""
                        insert into identity.recovery (person, reason, started_by, started_at, ends_at)
                        values (:person, :reason, :by, :now, :ends)
                        on conflict do nothing
                        """)
                        .param("person", person)
                        .param("reason", reason)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .param("ends", Timestamp.from(ends))
                        .update()
                == 1;
    }

    /// Nobody agrees with themselves, nor for themselves: the table refuses that, too.
    boolean confirm(UUID id, UUID by, byte[] tokenHash, Instant now, Instant opens, Instant ends) {
        return database.sql("""
                        update identity.recovery
                           set confirmed_by = :by, confirmed_at = :now, token_hash = :hash, opens_at = :opens, ends_at = :ends
                         where id = :id and confirmed_at is null and stopped_at is null and ends_at > :now
                           and started_by <> :by and person <> :by
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("hash", tokenHash)
                        .param("now", Timestamp.from(now))
                        .param("opens", Timestamp.from(opens))
                        .param("ends", Timestamp.from(ends))
                        .update()
                == 1;
    }

    boolean stop(UUID id, @Nullable UUID by, Instant now) {
        return database.sql("""
                        update identity.recovery set stopped_at = :now, stopped_by = :by
                         where id = :id and stopped_at is null and done_at is null
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// One statement decides, so that of two clicks at once only one succeeds, and none before its time.
    boolean finish(UUID id, Instant now) {
        return database.sql("""
                        update identity.recovery set done_at = :now
                         where id = :id and stopped_at is null and done_at is null
                           and confirmed_at is not null and opens_at <= :now and ends_at > :now
                        """)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    List<Recovery> open(Instant now) {
        return database.sql(OPEN + " order by r.started_at, r.id")
                .param("now", Timestamp.from(now))
                .query((row, _) -> recovery(row))
                .list();
    }

    Optional<Recovery> find(UUID id, Instant now) {
        return database.sql(OPEN + " and r.id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .query((row, _) -> recovery(row))
                .optional();
    }

    Optional<Recovery> ofToken(byte[] tokenHash, Instant now) {
        return database.sql(OPEN + " and r.token_hash = :hash")
                .param("now", Timestamp.from(now))
                .param("hash", tokenHash)
                .query((row, _) -> recovery(row))
                .optional();
    }

    Optional<Recovery> ofPerson(UUID person, Instant now) {
        return database.sql(OPEN + " and r.person = :person")
                .param("now", Timestamp.from(now))
                .param("person", person)
                .query((row, _) -> recovery(row))
                .optional();
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        Timestamp opens = row.getTimestamp("opens_at");
        return new Recovery(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("person_name"),
                row.getString("reason"),
                row.getObject("started_by", UUID.class),
                row.getString("starter"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("confirmer"),
                opens == null ? null : opens.toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }
}
