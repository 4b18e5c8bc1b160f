package tsukasa.alerts.mailing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.alerts.AlertMailings.Mailing;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertPublished;

/// How far each edition has been sent.
@Repository
class MailingStore {
    private final JdbcClient database;

    MailingStore(JdbcClient database) {
        this.database = database;
    }

    /// @param last whom the last letter was for; absent before the first
    record UnderWay(
            AlertNumber number,
            int edition,
            Instant begun,
            @Nullable UUID last) {}

    void begin(AlertPublished edition, Instant now) {
        database.sql("""
                        insert into alerts.mailing (year, number, edition, begun_at) values (:year, :number, :edition, :now)
                        on conflict do nothing
                        """)
                .param("year", edition.number().year())
                .param("number", edition.number().number())
                .param("edition", edition.edition())
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Held until the transaction ends; other nodes pass over it meanwhile.
    Optional<UnderWay> holdNext() {
        return database.sql("""
                        select * from alerts.mailing where finished_at is null order by begun_at limit 1
                           for update skip locked
                        """)
                .query((row, _) -> new UnderWay(
                        number(row),
                        row.getInt("edition"),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getObject("last", UUID.class)))
                .optional();
    }

    void move(UnderWay mailing, UUID last, int letters) {
        database.sql("""
                        update alerts.mailing set last = :last, letters = letters + :letters
                         where year = :year and number = :number and edition = :edition
                        """)
                .param("last", last)
                .param("letters", letters)
                .param("year", mailing.number().year())
                .param("number", mailing.number().number())
                .param("edition", mailing.edition())
                .update();
    }

    void finish(UnderWay mailing, Instant now) {
        end(mailing, now, false);
    }

    void cutShort(UnderWay mailing, Instant now) {
        end(mailing, now, true);
    }

    private void end(UnderWay mailing, Instant now, boolean cutShort) {
        database.sql("""
                        update alerts.mailing set finished_at = :now, cut_short = :cutShort
                         where year = :year and number = :number and edition = :edition
                        """)
                .param("now", Timestamp.from(now))
                .param("cutShort", cutShort)
                .param("year", mailing.number().year())
                .param("number", mailing.number().number())
                .param("edition", mailing.edition())
                .update();
    }

    List<Mailing> last(int most) {
        return database.sql("select * from alerts.mailing order by begun_at desc limit :most")
                .param("most", most)
                .query((row, _) -> {
                    Timestamp finished = row.getTimestamp("finished_at");
                    return new Mailing(
                            number(row),
                            row.getInt("edition"),
                            row.getTimestamp("begun_at").toInstant(),
                            row.getLong("letters"),
                            finished == null ? null : finished.toInstant(),
                            row.getBoolean("cut_short"));
                })
                .list();
    }

    private static AlertNumber number(ResultSet row) throws SQLException {
        return new AlertNumber(row.getInt("year"), row.getInt("number"));
    }
}
