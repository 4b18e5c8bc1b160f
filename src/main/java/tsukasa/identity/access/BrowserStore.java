package tsukasa.identity.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BrowserStore {
    private final JdbcClient database;

    BrowserStore(JdbcClient database) {
        this.database = database;
    }

    boolean anyOf(UUID person) {
        return database.sql("select exists (select from identity.known_browser where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /// @return whether it was unknown until now
    boolean seen(UUID person, byte[] cookieHash, Instant now) {
        return database.sql("""
                        insert into identity.known_browser as b (person, cookie_hash, first_at, last_at)
                        values (:person, :hash, :now, :now)
                        on conflict (person, cookie_hash) do update set last_at = :now
                        returning first_at = last_at
                        """)
                .param("person", person)
                .param("hash", cookieHash)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }
}
