package tsukasa.cycle.closing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closing.ClosedValue;
import tsukasa.cycle.Closing.Event;
import tsukasa.cycle.Closing.State;
import tsukasa.cycle.Period;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;

@Repository
class ClosingStore {
    private static final String HEAD = "select id, plan, year, part, state, known_at from cycle.closing ";
    private final JdbcClient database;

    ClosingStore(JdbcClient database) {
        this.database = database;
    }

    private record Head(long id, String plan, int year, String part, String state, OffsetDateTime knownAt) {}

    /// Empty when one of the same period is live already.
    Optional<Long> begin(String plan, Period period, Instant knownAt) {
        return database.sql("""
                insert into cycle.closing (plan, year, part, state, known_at)
                values (:plan, :year, :part, 'PROPOSED', :known_at)
                on conflict (plan, part) where state in ('PROPOSED', 'CLOSED') do nothing
                returning id
                """)
                .param("plan", plan)
                .param("year", period.year().year())
                .param("part", period.part().name())
                .param("known_at", knownAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    void value(long closing, int position, String threshold, @Nullable Long frozen, @Nullable Text obstacle) {
        database.sql("""
                insert into cycle.closed_value (closing, position, threshold, frozen, obstacle_ja, obstacle_en)
                values (:closing, :position, :threshold, :frozen, :ja, :en)
                """)
                .param("closing", closing)
                .param("position", position)
                .param("threshold", threshold)
                .param("frozen", frozen)
                .param("ja", obstacle == null ? null : obstacle.ja())
                .param("en", obstacle == null ? null : obstacle.en())
                .update();
    }

    /// Nothing happens unless it is in the state it must come from: of two at once, one wins.
    boolean move(long id, State from, State to) {
        return database.sql("update cycle.closing set state = :to where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    void event(long closing, State became, Visitor by, Instant at, @Nullable String reason) {
        database.sql("""
                insert into cycle.closing_event (closing, seq, became, by_id, by_name, at, reason)
                select :closing, coalesce(max(seq), 0) + 1, :became, :by, :name, :at, :reason
                from cycle.closing_event where closing = :closing
                """)
                .param("closing", closing)
                .param("became", became.name())
                .param("by", by.id())
                .param("name", by.displayName())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    List<Closing> of(String plan) {
        return database
                .sql(HEAD + "where plan = :plan order by id desc")
                .param("plan", plan)
                .query(new SimplePropertyRowMapper<>(Head.class))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    Optional<Closing> find(long id) {
        return database.sql(HEAD + "where id = :id")
                .param("id", id)
                .query(new SimplePropertyRowMapper<>(Head.class))
                .optional()
                .map(this::whole);
    }

    Optional<Closing> live(String plan, Period period) {
        return database.sql(HEAD + "where plan = :plan and part = :part and state in ('PROPOSED', 'CLOSED')")
                .param("plan", plan)
                .param("part", period.part().name())
                .query(new SimplePropertyRowMapper<>(Head.class))
                .optional()
                .map(this::whole);
    }

    /// How many wait for a second person.
    long waiting() {
        return database.sql("select count(*) from cycle.closing where state = 'PROPOSED'")
                .query(Long.class)
                .single();
    }

    private Closing whole(Head head) {
        return new Closing(
                head.id(),
                head.plan(),
                new Period(new FiscalYear(head.year()), Period.Part.valueOf(head.part())),
                State.valueOf(head.state()),
                head.knownAt().toInstant(),
                values(head.id()),
                events(head.id()));
    }

    private List<ClosedValue> values(long closing) {
        return database.sql("""
                select threshold, frozen, obstacle_ja, obstacle_en from cycle.closed_value
                where closing = :closing order by position
                """)
                .param("closing", closing)
                .query((row, number) -> {
                    String ja = row.getString("obstacle_ja");
                    String en = row.getString("obstacle_en");
                    return new ClosedValue(
                            row.getString("threshold"),
                            Optional.ofNullable(row.getObject("frozen", Long.class)),
                            ja == null || en == null ? Optional.empty() : Optional.of(Text.of(ja, en)));
                })
                .list();
    }

    private List<Event> events(long closing) {
        return database.sql("""
                select became, by_id, by_name, at, reason from cycle.closing_event
                where closing = :closing order by seq
                """)
                .param("closing", closing)
                .query((row, number) -> new Event(
                        State.valueOf(row.getString("became")),
                        row.getObject("by_id", UUID.class),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("reason"))))
                .list();
    }
}
