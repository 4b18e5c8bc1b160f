package tsukasa.identity.limits;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AttemptStore {
    private final JdbcClient database;

    AttemptStore(JdbcClient database) {
        this.database = database;
    }

    /// @return which of the window this is, from 1
    int count(String subject, Instant window) {
        return database.sql("""
                        insert into identity.sign_in_attempt (subject, began_at, attempts) values (:subject, :window, 1)
                        on conflict (subject, began_at)
                        do update set attempts = least(sign_in_attempt.attempts + 1, 1000000)
                        returning attempts
                        """)
                .param("subject", subject)
                .param("window", Timestamp.from(window))
                .query(Integer.class)
                .single();
    }

    void forget(Instant beganBefore) {
        database.sql("delete from identity.sign_in_attempt where began_at < :before")
                .param("before", Timestamp.from(beganBefore))
                .update();
    }

    record Tries(int attempts, Instant since) {}

    /// One more try at a secret. Tries beyond the limit do not prolong the rest.
    Tries attempt(String subject, int limit, Instant now, Instant restedSince) {
        return database.sql("""
                        insert into identity.secret_attempt as s (subject, attempts, since) values (:subject, 1, :now)
                        on conflict (subject) do update
                           set attempts = case when s.since <= :rested then 1
                                               else least(s.attempts + 1, 1000000) end,
                               since = case when s.since > :rested and s.attempts >= :limit then s.since else :now end
                        returning attempts, since
                        """)
                .param("subject", subject)
                .param("limit", limit)
                .param("now", Timestamp.from(now))
                .param("rested", Timestamp.from(restedSince))
                .query((row, _) -> new Tries(
                        row.getInt("attempts"), row.getTimestamp("since").toInstant()))
                .single();
    }

    void succeeded(String subject) {
        database.sql("delete from identity.secret_attempt where subject = :subject")
                .param("subject", subject)
                .update();
    }
}
