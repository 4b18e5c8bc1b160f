package tsukasa.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.Reach;
import tsukasa.identity.TokenScope;
import tsukasa.identity.Visitor;

@Component
class TokenStore {
    private final JdbcClient database;

    TokenStore(JdbcClient database) {
        this.database = database;
    }

    /// A token as its owner sees it.
    record Kept(
            String id,
            String name,
            Set<TokenScope> scopes,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    void add(ApiToken token, UUID person, String name, Set<TokenScope> scopes, Instant now, Instant expires) {
        database.sql("""
                        insert into identity.api_token (id, token_hash, person, name, scopes, made_at, expires_at)
                        values (:id, :hash, :person, :name, :scopes, :now, :expires)
                        """)
                .param("id", token.id())
                .param("hash", token.hash())
                .param("person", person)
                .param("name", name)
                .param("scopes", scopes.stream().map(TokenScope::name).sorted().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    List<Kept> of(UUID person) {
        return database.sql("""
                        select id, name, scopes, made_at, expires_at, last_used_at, revoked_at from identity.api_token
                         where person = :person order by made_at desc, id
                        """)
                .param("person", person)
                .query((row, _) -> kept(row))
                .list();
    }

    boolean revoke(UUID person, String id, Instant now) {
        return database.sql("""
                        update identity.api_token set revoked_at = :now
                         where person = :person and id = :id and revoked_at is null
                        """)
                        .param("person", person)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// Whoever it speaks for, as that person is right now, limited to its scopes.
    Optional<Visitor> holder(ApiToken token, Instant now) {
        return database.sql("""
                        select p.id, p.display_name, p.email, t.scopes,
                               identity.roles_of(p.id) as roles
                          from identity.api_token t
                          join identity.person p on p.id = t.person and p.closed_at is null
                         where t.id = :id and t.token_hash = :hash and t.revoked_at is null and t.expires_at > :now
                        """)
                .param("id", token.id())
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .query((row, _) -> visitor(row))
                .optional();
    }

    /// To the minute: a busy token need not write at each request.
    void used(String id, Instant now, Instant minuteAgo) {
        database.sql("""
                        update identity.api_token set last_used_at = :now
                         where id = :id and (last_used_at is null or last_used_at < :before)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(minuteAgo))
                .update();
    }

    private static Visitor visitor(ResultSet row) throws SQLException {
        return new Visitor(
                        row.getObject("id", UUID.class),
                        row.getString("display_name"),
                        row.getString("email"),
                        Reach.read((String[]) row.getArray("roles").getArray()),
                        null)
                .limitedTo(scopes(row));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("id"),
                row.getString("name"),
                scopes(row),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    /// A scope whose permission no longer exists allows nothing.
    private static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .flatMap(name -> TokenScope.ofName(name).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
