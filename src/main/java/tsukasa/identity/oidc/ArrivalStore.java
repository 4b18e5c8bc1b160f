package tsukasa.identity.oidc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.identity.ReturnPath;

/// Those who have proved who they are elsewhere and are not known here yet.
@Component
class ArrivalStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcClient database;

    ArrivalStore(JdbcClient database) {
        this.database = database;
    }

    /// @param person who was signed in when they went there; absent for somebody who was not
    record Arrival(Identity identity, @Nullable UUID person, ReturnPath goOn) {}

    void add(byte[] cookieHash, Arrival arrival, Instant now, Instant expires) {
        database.sql("delete from identity.oidc_arrival where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
        database.sql("""
                        insert into identity.oidc_arrival (cookie_hash, person, identity, return_path, expires_at)
                        values (:cookie, :person, cast(:identity as jsonb), :path, :expires)
                        """)
                .param("cookie", cookieHash)
                .param("person", arrival.person())
                .param("identity", JSON.writeValueAsString(arrival.identity()))
                .param("path", arrival.goOn().value())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    Optional<Arrival> find(byte[] cookieHash, Instant now) {
        return database.sql("""
                        select identity, person, return_path from identity.oidc_arrival
                         where cookie_hash = :cookie and expires_at > :now
                        """)
                .param("cookie", cookieHash)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Arrival(
                        JSON.readValue(row.getString("identity"), Identity.class),
                        row.getObject("person", UUID.class),
                        ReturnPath.orHome(row.getString("return_path"))))
                .optional();
    }

    boolean take(byte[] cookieHash) {
        return database.sql("delete from identity.oidc_arrival where cookie_hash = :cookie")
                        .param("cookie", cookieHash)
                        .update()
                == 1;
    }
}
