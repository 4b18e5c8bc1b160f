package tsukasa.cycle.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUp.Outlook;
import tsukasa.cycle.FollowUp.Progress;
import tsukasa.cycle.FollowUps.Said;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;

@Repository
class FollowUpStore {
    private static final String COLUMNS = "plan, place, number, progress, outlook, words, outcome, by_id, by_name, at";
    private final JdbcClient database;

    FollowUpStore(JdbcClient database) {
        this.database = database;
    }

    List<FollowUp> latest(String plan) {
        return database.sql("select distinct on (place) " + COLUMNS + """
                 from cycle.follow_up where plan = :plan order by place, number desc
                """)
                .param("plan", plan)
                .query(FollowUpStore::row)
                .list();
    }

    List<FollowUp> about(String plan, Place place) {
        return database.sql("select " + COLUMNS + """
                 from cycle.follow_up where plan = :plan and place = :place order by number
                """)
                .param("plan", plan)
                .param("place", place.value())
                .query(FollowUpStore::row)
                .list();
    }

    private static FollowUp row(ResultSet row, int number) throws SQLException {
        return new FollowUp(
                row.getString("plan"),
                new Place(row.getString("place")),
                row.getInt("number"),
                Progress.valueOf(row.getString("progress")),
                Outlook.valueOf(row.getString("outlook")),
                row.getString("words"),
                row.getString("outcome"),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /// Nothing is written when another version came since.
    boolean next(String plan, Place place, int read, Said said, Visitor by, Instant at) {
        return database.sql("insert into cycle.follow_up (" + COLUMNS + """
                )
                select :plan, :place, :number, :progress, :outlook, :words, :outcome, :by, :name, :at
                where :number = 1 + (select count(*) from cycle.follow_up where plan = :plan and place = :place)
                on conflict do nothing
                """)
                        .param("plan", plan)
                        .param("place", place.value())
                        .param("number", read + 1)
                        .param("progress", said.progress().name())
                        .param("outlook", said.outlook().name())
                        .param("words", said.words())
                        .param("outcome", said.outcome())
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
