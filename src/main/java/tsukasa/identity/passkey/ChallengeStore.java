package tsukasa.identity.passkey;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ChallengeStore {
    private final JdbcClient database;

    ChallengeStore(JdbcClient database) {
        this.database = database;
    }

    void add(byte[] cookieHash, Challenge challenge, Instant expires, Instant now) {
        database.sql("delete from identity.passkey_challenge where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        database.sql("""
                        insert into identity.passkey_challenge (cookie_hash, challenge, purpose, person, expires_at)
                        values (:hash, :challenge, :purpose, :person, :expires)
                        """)
                .param("hash", cookieHash)
                .param("challenge", challenge.bits())
                .param("purpose", challenge.purpose().name())
                .param("person", challenge.person())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /// Used up by being looked at, right or wrong.
    Optional<Challenge> take(byte[] cookieHash, Instant now) {
        return database.sql("""
                        delete from identity.passkey_challenge where cookie_hash = :hash
                        returning challenge, purpose, person, expires_at > :now as in_time
                        """)
                .param("hash", cookieHash)
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getBoolean("in_time")
                        ? Optional.of(new Challenge(
                                row.getBytes("challenge"),
                                Challenge.Purpose.valueOf(row.getString("purpose")),
                                row.getObject("person", UUID.class)))
                        : Optional.<Challenge>empty())
                .optional()
                .flatMap(found -> found);
    }
}
