package tsukasa.budget.efficiency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.budget.Efficiency.NewFigure;
import tsukasa.budget.EfficiencyResult.Figure;
import tsukasa.budget.EfficiencyResult.Year;
import tsukasa.identity.Visitor;

@Repository
class EfficiencyStore {
    private final JdbcClient database;

    EfficiencyStore(JdbcClient database) {
        this.database = database;
    }

    record Placed(String target, Year year, String item, Figure figure) {}

    List<Placed> latest(String plan) {
        return database.sql("""
                select distinct on (target, side, item)
                       target, side, item, version, yen, source, reason, at, by_name
                from budget.efficiency_figure where plan = :plan
                order by target, side, item, version desc
                """)
                .param("plan", plan)
                .query((row, _) -> new Placed(
                        row.getString("target"),
                        Year.valueOf(row.getString("side")),
                        row.getString("item"),
                        new Figure(
                                row.getLong("yen"),
                                row.getInt("version"),
                                row.getString("source"),
                                Optional.ofNullable(row.getString("reason")),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("by_name"))))
                .list();
    }

    boolean enter(String plan, NewFigure figure, Visitor by, Instant at) {
        return database.sql("""
                insert into budget.efficiency_figure
                  (plan, target, side, item, version, yen, source, reason, at, by_id, by_name)
                values (:plan, :target, :side, :item, :version, :yen, :source, :reason, :at, :by, :name)
                on conflict do nothing
                """)
                        .param("plan", plan)
                        .param("target", figure.target())
                        .param("side", figure.year().name())
                        .param("item", figure.item())
                        .param("version", figure.seen() + 1)
                        .param("yen", figure.yen())
                        .param("source", figure.source().strip())
                        .param("reason", figure.reason().orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .update()
                == 1;
    }
}
