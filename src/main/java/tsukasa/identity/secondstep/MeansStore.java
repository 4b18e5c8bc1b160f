package tsukasa.identity.secondstep;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.SignInMeans.Means;

@Component
class MeansStore {
    private final JdbcClient database;

    MeansStore(JdbcClient database) {
        this.database = database;
    }

    Means of(UUID person) {
        return database.sql("""
                        select (select count(*) from identity.passkey where person = :person and locked_at is null),
                               exists (select from identity.code_app
                                        where person = :person and confirmed_at is not null),
                               (select count(*) from identity.recovery_code where person = :person and used_at is null)
                        """)
                .param("person", person)
                .query((row, _) -> new Means(row.getInt(1), row.getBoolean(2), row.getInt(3)))
                .single();
    }

    void forget(UUID person) {
        for (String sql : List.of(
                "delete from identity.passkey where person = :person",
                "delete from identity.code_app where person = :person",
                "delete from identity.recovery_code where person = :person")) {
            database.sql(sql).param("person", person).update();
        }
    }

    record App(byte[] secret, @Nullable Instant confirmedAt) {}

    Optional<App> app(UUID person) {
        return database.sql("select secret, confirmed_at from identity.code_app where person = :person")
                .param("person", person)
                .query((row, _) -> new App(row.getBytes(1), instant(row.getTimestamp(2))))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /// The secret that waits to be confirmed; the proposed one, unless one waits already. A confirmed one stays.
    byte[] propose(UUID person, byte[] secret, Instant now) {
        return database.sql("""
                        insert into identity.code_app as a (person, secret, made_at, last_step)
                        values (:person, :secret, :now, 0)
                        on conflict (person) do update set made_at = a.made_at
                        returning secret
                        """)
                .param("person", person)
                .param("secret", secret)
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    boolean confirm(UUID person, long step, Instant now) {
        return database.sql("""
                        update identity.code_app set confirmed_at = :now, last_step = :step
                         where person = :person and confirmed_at is null
                        """)
                        .param("person", person)
                        .param("step", step)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// False when this code, or a later one, was used before.
    boolean use(UUID person, long step) {
        return database.sql("""
                        update identity.code_app set last_step = :step
                         where person = :person and confirmed_at is not null and last_step < :step
                        """).param("person", person).param("step", step).update() == 1;
    }

    boolean removeApp(UUID person) {
        return database.sql("delete from identity.code_app where person = :person")
                        .param("person", person)
                        .update()
                == 1;
    }

    /// All earlier ones are worth nothing from now on.
    void replaceCodes(UUID person, List<byte[]> hashes, Instant now) {
        database.sql("delete from identity.recovery_code where person = :person")
                .param("person", person)
                .update();
        for (byte[] hash : hashes) {
            database.sql("""
                            insert into identity.recovery_code (person, code_hash, made_at)
                            values (:person, :hash, :now)
                            """)
                    .param("person", person)
                    .param("hash", hash)
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    boolean useCode(UUID person, byte[] hash, Instant now) {
        return database.sql("""
                        update identity.recovery_code set used_at = :now
                         where person = :person and code_hash = :hash and used_at is null
                        """)
                        .param("person", person)
                        .param("hash", hash)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }
}
