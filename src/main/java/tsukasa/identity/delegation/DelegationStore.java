package tsukasa.identity.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.identity.Extent;
import tsukasa.identity.delegation.Delegation.EndedBy;
import tsukasa.identity.delegation.Delegation.Side;

@Component
class DelegationStore {
    private static final String DELEGATION = """
            select d.*, g.name as giver_name, b.name as delegate_name
              from identity.delegation d
              join identity.organisation g on g.id = d.giver
              join identity.organisation b on b.id = d.delegate
            """;
    private final JdbcClient database;

    DelegationStore(JdbcClient database) {
        this.database = database;
    }

    record Offer(UUID giver, UUID delegate, Set<String> services, Extent extent, LocalDate lastDay) {}

    /// Empty when there is an open one between the two. One past its last day makes room.
    Optional<UUID> offer(Offer offer, UUID by, Instant now, LocalDate today) {
        database.sql("""
                        update identity.delegation set ended_at = :now, ended_side = 'DAY'
                         where giver = :giver and delegate = :delegate and ended_at is null and last_day < :today
                        """)
                .param("now", Timestamp.from(now))
                .param("giver", offer.giver())
                .param("delegate", offer.delegate())
                .param("today", today)
                .update();
        return database.sql("""
                        insert into identity.delegation
                               (giver, delegate, services, extent, last_day, offered_by, offered_at)
                        values (:giver, :delegate, :services, :extent, :last, :by, :now)
                        on conflict (giver, delegate) where ended_at is null do nothing
                        returning id
                        """)
                .param("giver", offer.giver())
                .param("delegate", offer.delegate())
                .param("services", offer.services().toArray(String[]::new))
                .param("extent", offer.extent().name())
                .param("last", offer.lastDay())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    Optional<Delegation> find(UUID id) {
        return database.sql(DELEGATION + " where d.id = :id")
                .param("id", id)
                .query((row, _) -> delegation(row))
                .optional();
    }

    /// Given and received, the newest first.
    List<Delegation> of(UUID organisation) {
        return database.sql(
                        DELEGATION + " where d.giver = :id or d.delegate = :id order by d.offered_at desc, d.id desc")
                .param("id", organisation)
                .query((row, _) -> delegation(row))
                .list();
    }

    boolean accept(UUID id, UUID by, Instant now, LocalDate today) {
        return database.sql("""
                        update identity.delegation set accepted_by = :by, accepted_at = :now
                         where id = :id and accepted_at is null and ended_at is null and last_day >= :today
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .param("today", today)
                        .update()
                == 1;
    }

    boolean end(UUID id, UUID by, EndedBy side, Instant now, LocalDate today) {
        return database.sql("""
                        update identity.delegation set ended_by = :by, ended_at = :now, ended_side = :side
                         where id = :id and ended_at is null and last_day >= :today
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("side", side.name())
                        .param("now", Timestamp.from(now))
                        .param("today", today)
                        .update()
                == 1;
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        String ended = row.getString("ended_side");
        return new Delegation(
                row.getObject("id", UUID.class),
                new Side(row.getObject("giver", UUID.class), row.getString("giver_name")),
                new Side(row.getObject("delegate", UUID.class), row.getString("delegate_name")),
                Set.of((String[]) row.getArray("services").getArray()),
                Extent.valueOf(row.getString("extent")),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("offered_at").toInstant(),
                instant(row.getTimestamp("accepted_at")),
                instant(row.getTimestamp("ended_at")),
                ended == null ? null : EndedBy.valueOf(ended));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
