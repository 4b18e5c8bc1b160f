package tsukasa.scheme.form;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.database.Acts;
import tsukasa.scheme.Intake;

/// Looks at what a link in a mail leads to, without using it.
@Component
class ConfirmationStore {
    private final JdbcClient database;

    ConfirmationStore(JdbcClient database) {
        this.database = database;
    }

    /// @param answers JSON
    record Waiting(
            String number,
            int version,
            String state,
            String name,
            String answers,
            Instant changedAt,
            boolean expired) {}

    @Transactional(readOnly = true)
    @Acts(as = Intake.ACTOR)
    Optional<Waiting> look(String scheme, String token, Instant now) {
        return database.sql("""
                        select f.number, f.version, f.state, f.name, f.answers::text as answers, coalesce(c.used_at, f.changed_at) as changed_at,
                               c.expires_at <= :now as expired
                          from scheme.confirmation c
                          join scheme.case_file f on f.id = c.case_id
                         where c.token_hash = :hash and c.purpose = 'confirm' and f.scheme = :scheme
                        """)
                .param("now", Timestamp.from(now))
                .param("hash", hash(token))
                .param("scheme", scheme)
                .query(Waiting.class)
                .optional();
    }

    private static byte[] hash(String token) {
        return Sha256.of(token);
    }
}
