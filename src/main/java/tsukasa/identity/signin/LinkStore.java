package tsukasa.identity.signin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.ReturnPath;
import tsukasa.mail.EmailAddress;

@Component
class LinkStore {
    private final JdbcClient database;

    LinkStore(JdbcClient database) {
        this.database = database;
    }

    void add(byte[] tokenHash, EmailAddress email, ReturnPath goOn, Instant now, Instant expires) {
        database.sql("""
                        insert into identity.sign_in_link (token_hash, email, return_path, created_at, expires_at)
                        values (:hash, :email, :path, :now, :expires)
                        """)
                .param("hash", tokenHash)
                .param("email", email.value())
                .param("path", goOn.value())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    Optional<Claim> look(byte[] tokenHash, Instant now) {
        return database.sql("""
                        select email, return_path from identity.sign_in_link
                         where token_hash = :hash and used_at is null and expires_at > :now
                        """)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Claim(EmailAddress.of(row.getString(1)), ReturnPath.orHome(row.getString(2))))
                .optional();
    }

    /// One statement, so that of two clicks at once only one succeeds.
    Optional<Claim> use(byte[] tokenHash, Instant now) {
        return database.sql("""
                        update identity.sign_in_link set used_at = :now
                         where token_hash = :hash and used_at is null and expires_at > :now
                        returning email, return_path
                        """)
                .param("hash", tokenHash)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Claim(EmailAddress.of(row.getString(1)), ReturnPath.orHome(row.getString(2))))
                .optional();
    }

    void forget(Instant expiredBefore) {
        database.sql("delete from identity.sign_in_link where expires_at < :before")
                .param("before", Timestamp.from(expiredBefore))
                .update();
    }
}
