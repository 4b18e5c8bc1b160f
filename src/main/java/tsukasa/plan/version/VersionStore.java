package tsukasa.plan.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.identity.Visitor;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.Place;
import tsukasa.plan.PlanVersion;

/// Versions are written once; the number keeps two nodes apart.
@Repository
class VersionStore {
    private static final String COLUMNS =
            "select plan_id, number, kind, digest, reason, prepared_by, decided_by, at from plan.version";

    private final JdbcClient database;

    VersionStore(JdbcClient database) {
        this.database = database;
    }

    List<PlanVersion> of(String plan) {
        return database.sql(COLUMNS + " where plan_id = :plan order by number desc")
                .param("plan", plan)
                .query(VersionStore::version)
                .list();
    }

    Optional<PlanVersion> newest(String plan) {
        return database.sql(COLUMNS + " where plan_id = :plan order by number desc limit 1")
                .param("plan", plan)
                .query(VersionStore::version)
                .optional();
    }

    List<PlanVersion> newestOfAll() {
        return database.sql("select distinct on (plan_id) "
                        + COLUMNS.substring("select ".length())
                        + " order by plan_id, number desc")
                .query(VersionStore::version)
                .list();
    }

    private static PlanVersion version(ResultSet row, int number) throws SQLException {
        return new PlanVersion(
                row.getString("plan_id"),
                row.getInt("number"),
                PlanVersion.Kind.valueOf(row.getString("kind")),
                row.getString("digest"),
                row.getString("reason"),
                row.getString("prepared_by"),
                row.getString("decided_by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    Map<String, String> files(String plan, int number) {
        Map<String, String> files = new LinkedHashMap<>();
        database.sql("select path, content from plan.version_file where plan_id = :plan and number = :number")
                .param("plan", plan)
                .param("number", number)
                .query(row -> {
                    files.put(row.getString("path"), row.getString("content"));
                });
        return files;
    }

    /// @param decider null for what nobody of this platform decided
    /// @return false when this number is taken already
    boolean add(PlanVersion version, @Nullable Visitor decider, Map<String, String> files) {
        boolean added = database.sql("""
                insert into plan.version (plan_id, number, kind, digest, reason, prepared_by, decided_by, decider, at)
                values (:plan, :number, :kind, :digest, :reason, :prepared_by, :decided_by, :decider, :at)
                on conflict (plan_id, number) do nothing
                """)
                        .param("plan", version.plan())
                        .param("number", version.number())
                        .param("kind", version.kind().name())
                        .param("digest", version.digest())
                        .param("reason", version.reason())
                        .param("prepared_by", version.preparedBy())
                        .param("decided_by", version.decidedBy())
                        .param("decider", decider == null ? null : decider.id())
                        .param("at", version.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (added) {
            files.forEach((path, content) -> file(version, path, content));
        }
        return added;
    }

    private void file(PlanVersion version, String path, String content) {
        database.sql("""
                insert into plan.version_file (plan_id, number, path, content)
                values (:plan, :number, :path, :content)
                """)
                .param("plan", version.plan())
                .param("number", version.number())
                .param("path", path)
                .param("content", content)
                .update();
    }

    void trace(PlanVersion version, List<ClauseTrace> traces) {
        int position = 0;
        for (ClauseTrace trace : traces) {
            database.sql("""
                    insert into plan.clause_trace
                      (plan_id, number, position, place, from_plan, from_place, fate, reason)
                    values (:plan, :number, :position, :place, :from_plan, :from_place, :fate, :reason)
                    """)
                    .param("plan", version.plan())
                    .param("number", version.number())
                    .param("position", position++)
                    .param("place", trace.place().map(Place::value).orElse(null))
                    .param("from_plan", trace.fromPlan())
                    .param("from_place", trace.from().map(Place::value).orElse(null))
                    .param("fate", trace.fate().name())
                    .param("reason", trace.reason())
                    .update();
        }
    }

    List<ClauseTrace> traces(String plan, int number) {
        return database.sql("""
                select plan_id, place, from_plan, from_place, fate, reason from plan.clause_trace
                where plan_id = :plan and number = :number order by position
                """)
                .param("plan", plan)
                .param("number", number)
                .query(VersionStore::trace)
                .list();
    }

    List<ClauseTrace> origins(String plan, Place place) {
        return database.sql("""
                select t.plan_id, t.place, t.from_plan, t.from_place, t.fate, t.reason from plan.clause_trace t
                where t.plan_id = :plan and t.place = :place and t.from_plan <> :plan
                  and t.number = (select max(n.number) from plan.clause_trace n
                                  where n.plan_id = t.plan_id and n.from_plan = t.from_plan)
                order by t.from_plan
                """)
                .param("plan", plan)
                .param("place", place.value())
                .query(VersionStore::trace)
                .list();
    }

    List<ClauseTrace> afterwards(String plan, Place from) {
        return database.sql("""
                select t.plan_id, t.place, t.from_plan, t.from_place, t.fate, t.reason from plan.clause_trace t
                where t.from_plan = :plan and t.from_place = :place and t.plan_id <> :plan
                  and t.number = (select max(n.number) from plan.clause_trace n
                                  where n.plan_id = t.plan_id and n.from_plan = t.from_plan)
                order by t.plan_id
                """)
                .param("plan", plan)
                .param("place", from.value())
                .query(VersionStore::trace)
                .list();
    }

    private static ClauseTrace trace(ResultSet row, int number) throws SQLException {
        return new ClauseTrace(
                row.getString("plan_id"),
                Optional.ofNullable(row.getString("place")).map(Place::new),
                row.getString("from_plan"),
                Optional.ofNullable(row.getString("from_place")).map(Place::new),
                ClauseTrace.Fate.valueOf(row.getString("fate")),
                row.getString("reason"));
    }
}
