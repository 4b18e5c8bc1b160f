package tsukasa.identity.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.Membership;
import tsukasa.identity.Membership.Part;

@Component
class MembershipStore {
    private final JdbcClient database;

    MembershipStore(JdbcClient database) {
        this.database = database;
    }

    /// Ends a membership in another part, if there is one; the history shows both.
    void end(UUID person, UUID organisation, Instant now) {
        database.sql("""
                        update identity.membership set until = :now
                         where person = :person and organisation = :organisation and until is null
                        """)
                .param("now", Timestamp.from(now))
                .param("person", person)
                .param("organisation", organisation)
                .update();
    }

    void begin(UUID person, UUID organisation, Part part, Instant now) {
        database.sql("""
                        insert into identity.membership (person, organisation, part, since)
                        values (:person, :organisation, :part, :now)
                        on conflict (person, organisation) where until is null do nothing
                        """)
                .param("person", person)
                .param("organisation", organisation)
                .param("part", part.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Membership> ofPerson(UUID person) {
        return database.sql("select * from identity.membership where person = :id and until is null order by since, id")
                .param("id", person)
                .query((row, _) -> membership(row))
                .list();
    }

    List<Membership> ofOrganisation(UUID organisation) {
        return database.sql(
                        "select * from identity.membership where organisation = :id and until is null order by since, id")
                .param("id", organisation)
                .query((row, _) -> membership(row))
                .list();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("until");
        return new Membership(
                row.getObject("person", UUID.class),
                row.getObject("organisation", UUID.class),
                Part.valueOf(row.getString("part")),
                row.getTimestamp("since").toInstant(),
                until == null ? null : until.toInstant());
    }
}
