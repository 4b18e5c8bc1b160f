package tsukasa.hooks.outbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookTarget;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.HookTargetState;

@Component
@Transactional
class TargetStore {
    private final JdbcClient database;

    TargetStore(JdbcClient database) {
        this.database = database;
    }

    boolean any() {
        return database.sql("select exists (select from hooks.target)")
                .query(Boolean.class)
                .single();
    }

    void add(HookTargetId id, HookAddress address, String owner, byte[] secret, Instant now) {
        database.sql("""
                        insert into hooks.target (id, address, host, owner, secret, since)
                        values (:id, :address, :host, :owner, :secret, :now)
                        """)
                .param("id", id.value())
                .param("address", address.uri().toString())
                .param("host", address.host())
                .param("owner", owner)
                .param("secret", secret)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<HookTarget> find(HookTargetId id) {
        return database.sql("""
                        select id, address, owner, state, since, failing_since, rests_until from hooks.target
                         where id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> target(row))
                .optional();
    }

    boolean move(HookTargetId id, HookAddress address, Instant now) {
        return database.sql("""
                        update hooks.target
                           set address = :address, host = :host, since = :now, state = 'ACTIVE', failures = 0,
                               failing_since = null, rests_until = null
                         where id = :id
                        """)
                        .param("address", address.uri().toString())
                        .param("host", address.host())
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean renew(HookTargetId id, byte[] secret, Instant until) {
        return database.sql("""
                        update hooks.target set old_secret = secret, old_secret_until = :until, secret = :secret
                         where id = :id
                        """)
                        .param("until", Timestamp.from(until))
                        .param("secret", secret)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean resume(HookTargetId id, Instant now) {
        return database.sql("""
                        update hooks.target
                           set state = 'ACTIVE', since = :now, failures = 0, failing_since = null, rests_until = null
                         where id = :id and state <> 'ACTIVE'
                        """)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void remove(HookTargetId id) {
        database.sql("delete from hooks.target where id = :id")
                .param("id", id.value())
                .update();
    }

    void wentWell(HookTargetId id) {
        database.sql("""
                        update hooks.target set failures = 0, failing_since = null, rests_until = null
                         where id = :id and failures > 0
                        """).param("id", id.value()).update();
    }

    /// @param failures how many there were one after the other, this one with them
    record Failing(int failures, Instant since, String owner) {}

    /// Absent when it is gone, or stopped already.
    Optional<Failing> wentWrong(HookTargetId id, Instant now) {
        return database.sql("""
                        update hooks.target
                           set failures = failures + 1, failing_since = coalesce(failing_since, :now)
                         where id = :id and state = 'ACTIVE'
                        returning failures, failing_since, owner
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .query((row, _) -> new Failing(
                        row.getInt("failures"),
                        row.getTimestamp("failing_since").toInstant(),
                        row.getString("owner")))
                .optional();
    }

    void rest(HookTargetId id, Instant until) {
        database.sql("update hooks.target set rests_until = :until where id = :id")
                .param("until", Timestamp.from(until))
                .param("id", id.value())
                .update();
    }

    void stop(HookTargetId id, HookTargetState why, Instant now) {
        database.sql("update hooks.target set state = :why, since = :now, rests_until = null where id = :id")
                .param("why", why.name())
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    private static HookTarget target(ResultSet row) throws SQLException {
        return new HookTarget(
                new HookTargetId(row.getObject("id", UUID.class)),
                new HookAddress(URI.create(row.getString("address"))),
                row.getString("owner"),
                HookTargetState.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                instant(row.getTimestamp("failing_since")),
                instant(row.getTimestamp("rests_until")));
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
