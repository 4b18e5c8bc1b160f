package tsukasa.cycle.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.Meeting;
import tsukasa.cycle.Meeting.Body;
import tsukasa.cycle.Meeting.Event;
import tsukasa.cycle.Meeting.Item;
import tsukasa.cycle.Meeting.State;
import tsukasa.cycle.Meetings.Called;
import tsukasa.identity.Visitor;

@Repository
class MeetingStore {
    private static final String HEAD =
            "select id, plan, body, title, held_on, place, attendees, state, revision from cycle.meeting ";
    private final JdbcClient database;

    MeetingStore(JdbcClient database) {
        this.database = database;
    }

    /// Without agenda and events.
    List<Meeting> of(String plan) {
        return database.sql(HEAD + "where plan = :plan order by held_on desc, id desc")
                .param("plan", plan)
                .query((row, number) -> meeting(row, List.of(), List.of()))
                .list();
    }

    Optional<Meeting> find(long id) {
        return database.sql(HEAD + "where id = :id")
                .param("id", id)
                .query((row, number) -> meeting(row, agenda(id), events(id)))
                .optional();
    }

    private static Meeting meeting(ResultSet row, List<Item> agenda, List<Event> events) throws SQLException {
        return new Meeting(
                row.getLong("id"),
                row.getString("plan"),
                Body.valueOf(row.getString("body")),
                row.getString("title"),
                row.getObject("held_on", LocalDate.class),
                row.getString("place"),
                row.getString("attendees"),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                agenda,
                events);
    }

    private List<Item> agenda(long meeting) {
        return database.sql("""
                select title, paper, said, decision from cycle.agenda_item where meeting = :meeting order by position
                """)
                .param("meeting", meeting)
                .query((row, number) -> new Item(
                        row.getString("title"),
                        row.getString("paper"),
                        row.getString("said"),
                        row.getString("decision")))
                .list();
    }

    private List<Event> events(long meeting) {
        return database.sql("select what, by_name, at from cycle.meeting_event where meeting = :meeting order by seq")
                .param("meeting", meeting)
                .query((row, number) -> new Event(
                        Event.What.valueOf(row.getString("what")),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    long call(String plan, Called called) {
        long id = database.sql("""
                insert into cycle.meeting (plan, body, title, held_on, place, attendees, state, revision)
                values (:plan, :body, :title, :held_on, :place, :attendees, 'PLANNED', 1) returning id
                """)
                .param("plan", plan)
                .param("body", called.body().name())
                .param("title", called.title())
                .param("held_on", called.heldOn())
                .param("place", called.place())
                .param("attendees", called.attendees())
                .query(Long.class)
                .single();
        put(id, called.agenda());
        return id;
    }

    /// False when another change came since.
    boolean change(long id, Called called, State state, int read) {
        boolean first = database.sql("""
                update cycle.meeting
                set body = :body, title = :title, held_on = :held_on, place = :place, attendees = :attendees,
                    state = :state, revision = revision + 1
                where id = :id and revision = :read and state <> 'CANCELLED'
                """)
                        .param("id", id)
                        .param("body", called.body().name())
                        .param("title", called.title())
                        .param("held_on", called.heldOn())
                        .param("place", called.place())
                        .param("attendees", called.attendees())
                        .param("state", state.name())
                        .param("read", read)
                        .update()
                == 1;
        if (first) {
            database.sql("delete from cycle.agenda_item where meeting = :id")
                    .param("id", id)
                    .update();
            put(id, called.agenda());
        }
        return first;
    }

    private void put(long meeting, List<Item> agenda) {
        int position = 0;
        for (Item item : agenda) {
            database.sql("""
                    insert into cycle.agenda_item (meeting, position, title, paper, said, decision)
                    values (:meeting, :position, :title, :paper, :said, :decision)
                    """)
                    .param("meeting", meeting)
                    .param("position", ++position)
                    .param("title", item.title())
                    .param("paper", item.paper())
                    .param("said", item.said())
                    .param("decision", item.decision())
                    .update();
        }
    }

    boolean cancel(long id, int read) {
        return database.sql("""
                update cycle.meeting set state = 'CANCELLED', revision = revision + 1
                where id = :id and revision = :read and state = 'PLANNED'
                """).param("id", id).param("read", read).update() == 1;
    }

    void event(long meeting, Event.What what, Visitor by, Instant at) {
        database.sql("""
                insert into cycle.meeting_event (meeting, seq, what, by_id, by_name, at)
                select :meeting, coalesce(max(seq), 0) + 1, :what, :by, :name, :at
                from cycle.meeting_event where meeting = :meeting
                """)
                .param("meeting", meeting)
                .param("what", what.name())
                .param("by", by.id())
                .param("name", by.displayName())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
