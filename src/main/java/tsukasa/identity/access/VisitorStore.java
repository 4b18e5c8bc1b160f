package tsukasa.identity.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.Reach;
import tsukasa.identity.Visitor;

@Component
class VisitorStore {
    private final JdbcClient database;

    VisitorStore(JdbcClient database) {
        this.database = database;
    }

    /// As this person is right now; empty when the account is closed.
    ///
    /// @param chosen the organisation to act for. Who belongs to exactly one acts for that one unasked.
    Optional<Visitor> find(UUID person, @Nullable UUID chosen) {
        return database.sql("""
                        select p.id, p.display_name, p.email,
                               identity.roles_of(p.id) as roles,
                               array(select m.organisation from identity.membership m
                                      where m.person = p.id and m.until is null) as organisations
                          from identity.person p
                         where p.id = :id and p.closed_at is null
                        """)
                .param("id", person)
                .query((row, _) -> visitor(row, chosen))
                .optional();
    }

    private static Visitor visitor(ResultSet row, @Nullable UUID chosen) throws SQLException {
        List<UUID> organisations =
                List.of((UUID[]) row.getArray("organisations").getArray());
        UUID only = organisations.size() == 1 ? organisations.getFirst() : null;
        return new Visitor(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                row.getString("email"),
                Reach.read((String[]) row.getArray("roles").getArray()),
                chosen != null && organisations.contains(chosen) ? chosen : only);
    }
}
