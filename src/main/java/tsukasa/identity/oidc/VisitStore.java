package tsukasa.identity.oidc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Secret;

@Component
class VisitStore {
    private final JdbcClient database;

    VisitStore(JdbcClient database) {
        this.database = database;
    }

    void add(Visit visit, Instant now, Instant expires) {
        database.sql("delete from identity.oidc_visit where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        database.sql("""
                        insert into identity.oidc_visit
                               (state_hash, cookie_hash, provider, purpose, person, return_path, expires_at)
                        values (:state, :cookie, :provider, :purpose, :person, :path, :expires)
                        """)
                .param("state", visit.state().hash())
                .param("cookie", visit.cookie().hash())
                .param("provider", visit.provider())
                .param("purpose", visit.purpose().name())
                .param("person", visit.person())
                .param("path", visit.goOn().value())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /// Once, and only for the browser that went there.
    Optional<Visit> take(Secret state, Secret cookie, String provider, Instant now) {
        return database.sql("""
                        delete from identity.oidc_visit
                         where state_hash = :state and cookie_hash = :cookie and provider = :provider
                           and expires_at > :now
                        returning purpose, person, return_path
                        """)
                .param("state", state.hash())
                .param("cookie", cookie.hash())
                .param("provider", provider)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Visit(
                        cookie,
                        state,
                        provider,
                        Visit.Purpose.valueOf(row.getString("purpose")),
                        row.getObject("person", UUID.class),
                        ReturnPath.orHome(row.getString("return_path"))))
                .optional();
    }
}
