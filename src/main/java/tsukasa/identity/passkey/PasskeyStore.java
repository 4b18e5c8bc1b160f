package tsukasa.identity.passkey;

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
class PasskeyStore {
    private final JdbcClient database;

    PasskeyStore(JdbcClient database) {
        this.database = database;
    }

    /// The handle of a person; the proposed one is taken if there is none yet.
    byte[] handle(UUID person, byte[] proposed) {
        return database.sql("""
                        insert into identity.passkey_handle as h (person, handle) values (:person, :handle)
                        on conflict (person) do update set handle = h.handle
                        returning handle
                        """)
                .param("person", person)
                .param("handle", proposed)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    Optional<UUID> ofHandle(byte[] handle) {
        return database.sql("select person from identity.passkey_handle where handle = :handle")
                .param("handle", handle)
                .query(UUID.class)
                .optional();
    }

    /// False when this credential is there already.
    boolean add(Passkey passkey) {
        return database.sql("""
                        insert into identity.passkey (id, person, credential_id, attested_data, aaguid, sign_count,
                               transports, backup_eligible, backed_up, name, created_at)
                        values (:id, :person, :credential, :attested, :aaguid, :count,
                               :transports, :eligible, :backed, :name, :created)
                        on conflict (credential_id) do nothing
                        """)
                        .param("id", passkey.id())
                        .param("person", passkey.person())
                        .param("credential", passkey.credentialId())
                        .param("attested", passkey.attested())
                        .param("aaguid", passkey.aaguid())
                        .param("count", passkey.signCount())
                        .param("transports", passkey.transports().toArray(String[]::new))
                        .param("eligible", passkey.eligible())
                        .param("backed", passkey.backedUp())
                        .param("name", passkey.name())
                        .param("created", Timestamp.from(passkey.createdAt()))
                        .update()
                == 1;
    }

    Optional<Passkey> ofCredential(byte[] credentialId) {
        return database.sql("select * from identity.passkey where credential_id = :credential")
                .param("credential", credentialId)
                .query((row, _) -> passkey(row))
                .optional();
    }

    List<Passkey> of(UUID person) {
        return database.sql("select * from identity.passkey where person = :person order by created_at, id")
                .param("person", person)
                .query((row, _) -> passkey(row))
                .list();
    }

    Optional<Passkey> find(UUID person, UUID id) {
        return database.sql("select * from identity.passkey where person = :person and id = :id")
                .param("person", person)
                .param("id", id)
                .query((row, _) -> passkey(row))
                .optional();
    }

    /// False when the count did not grow, or another node saw it first: one statement decides. Whoever does not count
    /// sends 0 always.
    boolean used(UUID id, long signCount, boolean backedUp, Instant now) {
        return database.sql("""
                        update identity.passkey set sign_count = :count, backed_up = :backed, last_used_at = :now
                         where id = :id and locked_at is null and (sign_count < :count or sign_count = 0 and :count = 0)
                        """)
                        .param("id", id)
                        .param("count", signCount)
                        .param("backed", backedUp)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// False when it was locked before.
    boolean lock(UUID id, Instant now) {
        return database.sql("update identity.passkey set locked_at = :now where id = :id and locked_at is null")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean rename(UUID person, UUID id, String name) {
        return database.sql("update identity.passkey set name = :name where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person)
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean remove(UUID person, UUID id) {
        return database.sql("delete from identity.passkey where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person)
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getBytes("credential_id"),
                row.getBytes("attested_data"),
                row.getObject("aaguid", UUID.class),
                row.getLong("sign_count"),
                List.of((String[]) row.getArray("transports").getArray()),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("locked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
