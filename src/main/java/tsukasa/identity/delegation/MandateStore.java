package tsukasa.identity.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.Extent;
import tsukasa.identity.Mandate;
import tsukasa.identity.Mandates.Held;

@Component
class MandateStore {
    private final JdbcClient database;

    MandateStore(JdbcClient database) {
        this.database = database;
    }

    /// The rule itself. It goes by membership of the delegate and by nothing else, so a delegate passes nothing on.
    ///
    /// @param giver for whom; absent for all
    List<Held> held(UUID person, @Nullable UUID giver, LocalDate today) {
        return database.sql("""
                        select d.id, d.giver, g.name as giver_name, d.delegate, b.name as delegate_name, d.services, d.extent
                          from identity.delegation d
                          join identity.membership m
                            on m.organisation = d.delegate and m.person = :person and m.until is null
                          join identity.organisation g on g.id = d.giver
                          join identity.organisation b on b.id = d.delegate
                         where d.accepted_at is not null and d.ended_at is null and d.last_day >= :today
                           and (cast(:giver as uuid) is null or d.giver = :giver)
                         order by g.name, b.name, d.id
                        """)
                .param("person", person)
                .param("giver", giver)
                .param("today", today)
                .query((row, _) -> new Held(
                        row.getObject("giver", UUID.class),
                        new Mandate(
                                row.getObject("id", UUID.class),
                                row.getString("giver_name"),
                                row.getObject("delegate", UUID.class),
                                row.getString("delegate_name"),
                                Set.of((String[]) row.getArray("services").getArray()),
                                Extent.valueOf(row.getString("extent")))))
                .list();
    }
}
