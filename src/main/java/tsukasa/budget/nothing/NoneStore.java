package tsukasa.budget.nothing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.budget.NoneStanding.Event;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;

@Repository
class NoneStore {
    private final JdbcClient database;

    NoneStore(JdbcClient database) {
        this.database = database;
    }

    private record Placed(String place, Event event) {}

    Map<String, List<Event>> events(String plan) {
        return database
                .sql("""
                select place, became, subject, yen, reason, at, by_id, by_name from budget.none_event
                where plan = :plan order by place, seq
                """)
                .param("plan", plan)
                .query((row, _) -> new Placed(
                        row.getString("place"),
                        new Event(
                                row.getString("became"),
                                Optional.ofNullable(row.getString("subject")),
                                Optional.ofNullable(row.getObject("yen", Long.class)),
                                Optional.ofNullable(row.getString("reason")),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getObject("by_id", UUID.class),
                                row.getString("by_name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Placed::place, Collectors.mapping(Placed::event, Collectors.toList())));
    }

    /// False when somebody else stated something first.
    boolean state(
            String plan,
            Place place,
            int seq,
            String became,
            Optional<String> subject,
            Optional<Long> yen,
            Optional<String> reason,
            Visitor by,
            Instant at) {
        return database.sql("""
                insert into budget.none_event (plan, place, seq, became, subject, yen, reason, at, by_id, by_name)
                values (:plan, :place, :seq, :became, :subject, :yen, :reason, :at, :by, :name)
                on conflict do nothing
                """)
                        .param("plan", plan)
                        .param("place", place.value())
                        .param("seq", seq)
                        .param("became", became)
                        .param("subject", subject.orElse(null))
                        .param("yen", yen.orElse(null))
                        .param("reason", reason.orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .update()
                == 1;
    }
}
