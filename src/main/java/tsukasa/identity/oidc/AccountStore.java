package tsukasa.identity.oidc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.identity.Role;

@Component
class AccountStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> find(String issuer, String subject) {
        return database.sql("select * from identity.oidc_account where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> account(row))
                .optional();
    }

    List<Account> of(UUID person) {
        return database.sql("select * from identity.oidc_account where person = :person order by linked_at, id")
                .param("person", person)
                .query((row, _) -> account(row))
                .list();
    }

    /// False when somebody was linked with it at the same moment.
    boolean add(Identity identity, UUID person, Instant now) {
        return database.sql("""
                        insert into identity.oidc_account
                               (provider, issuer, subject, person, label, assurance, kept, linked_at, last_used_at)
                        values (:provider, :issuer, :subject, :person, :label, :assurance, cast(:kept as jsonb), :now,
                                :now)
                        on conflict (issuer, subject) do nothing
                        """)
                        .param("provider", identity.provider())
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("person", person)
                        .param("label", label(identity))
                        .param("assurance", identity.assurance())
                        .param("kept", JSON.writeValueAsString(identity.kept()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void used(UUID account, Identity identity, Instant now) {
        database.sql("""
                        update identity.oidc_account
                           set label = :label, assurance = :assurance, kept = cast(:kept as jsonb), last_used_at = :now
                         where id = :id
                        """)
                .param("label", label(identity))
                .param("assurance", identity.assurance())
                .param("kept", JSON.writeValueAsString(identity.kept()))
                .param("now", Timestamp.from(now))
                .param("id", account)
                .update();
    }

    private static String label(Identity identity) {
        return identity.name().isEmpty() ? identity.provider() : identity.name();
    }

    void placed(UUID account, @Nullable UUID organisation) {
        database.sql("update identity.oidc_account set organisation = :organisation where id = :id")
                .param("organisation", organisation)
                .param("id", account)
                .update();
    }

    boolean remove(UUID account, UUID person) {
        return database.sql("delete from identity.oidc_account where id = :id and person = :person")
                        .param("id", account)
                        .param("person", person)
                        .update()
                == 1;
    }

    Set<Role> roles(UUID account) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        database.sql("select role from identity.oidc_role where account = :id")
                .param("id", account)
                .query(String.class)
                .list()
                .forEach(role -> roles.add(Role.valueOf(role)));
        return roles;
    }

    void gave(UUID account, Role role) {
        database.sql("insert into identity.oidc_role (account, role) values (:id, :role) on conflict do nothing")
                .param("id", account)
                .param("role", role.name())
                .update();
    }

    void took(UUID account, Role role) {
        database.sql("delete from identity.oidc_role where account = :id and role = :role")
                .param("id", account)
                .param("role", role.name())
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("issuer"),
                row.getString("subject"),
                row.getObject("person", UUID.class),
                row.getString("label"),
                row.getString("assurance"),
                JSON.readValue(row.getString("kept"), new TypeReference<Map<String, String>>() {}),
                row.getObject("organisation", UUID.class),
                row.getTimestamp("linked_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant());
    }
}
