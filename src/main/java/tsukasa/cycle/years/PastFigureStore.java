package tsukasa.cycle.years;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;

@Repository
class PastFigureStore {
    private final JdbcClient database;

    PastFigureStore(JdbcClient database) {
        this.database = database;
    }

    /// The version of each that holds, also of those that were taken back.
    List<PastFigure> of(String plan) {
        return database.sql("""
                select distinct on (subject, year)
                       subject, year, version, target, value, budget, settlement, staff, source, why, at, by_id, by_name
                from cycle.past_figure where plan = :plan order by subject, year, version desc
                """)
                .param("plan", plan)
                .query(PastFigureStore::figure)
                .list();
    }

    List<PastFigure> history(String plan, String subject, FiscalYear year) {
        return database.sql("""
                select subject, year, version, target, value, budget, settlement, staff, source, why, at, by_id, by_name
                from cycle.past_figure where plan = :plan and subject = :subject and year = :year order by version
                """)
                .param("plan", plan)
                .param("subject", subject)
                .param("year", year.year())
                .query(PastFigureStore::figure)
                .list();
    }

    private static PastFigure figure(ResultSet row, int number) throws SQLException {
        return new PastFigure(
                row.getString("subject"),
                new FiscalYear(row.getInt("year")),
                new Said(
                        Optional.ofNullable(row.getString("target")).map(Fraction::parse),
                        Optional.ofNullable(row.getString("value")).map(Fraction::parse),
                        Optional.ofNullable(row.getObject("budget", Long.class)),
                        Optional.ofNullable(row.getObject("settlement", Long.class)),
                        Optional.ofNullable(row.getObject("staff", Integer.class))),
                row.getString("source"),
                Optional.ofNullable(row.getString("why")),
                row.getInt("version"),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /// False when somebody else was first: of two who read the same version, one writes the next.
    boolean next(String plan, PastFigure.Entry entry, @Nullable Long file, Visitor by, Instant at) {
        Said said = entry.said();
        return database.sql("""
                        insert into cycle.past_figure
                          (plan, subject, year, version, target, value, budget, settlement, staff, source, why, file,
                           at, by_id, by_name)
                        select :plan, :subject, :year, :read + 1, :target, :value, :budget, :settlement, :staff,
                               :source, :why, :file, :at, :by, :name
                        where :read = (select coalesce(max(version), 0) from cycle.past_figure
                                       where plan = :plan and subject = :subject and year = :year)
                        on conflict do nothing
                        """)
                        .param("plan", plan)
                        .param("subject", entry.subject())
                        .param("year", entry.year().year())
                        .param("read", entry.read())
                        .param("target", said.target().map(Fraction::toString).orElse(null))
                        .param("value", said.value().map(Fraction::toString).orElse(null))
                        .param("budget", said.budget().orElse(null), java.sql.Types.BIGINT)
                        .param("settlement", said.settlement().orElse(null), java.sql.Types.BIGINT)
                        .param("staff", said.staff().orElse(null), java.sql.Types.INTEGER)
                        .param("source", entry.source())
                        .param("why", entry.why().orElse(null))
                        .param("file", file, java.sql.Types.BIGINT)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .update()
                == 1;
    }
}
