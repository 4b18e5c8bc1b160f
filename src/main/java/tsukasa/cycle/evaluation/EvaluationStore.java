package tsukasa.cycle.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.Revision;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;

@Repository
class EvaluationStore {
    private final JdbcClient database;

    EvaluationStore(JdbcClient database) {
        this.database = database;
    }

    /// What the next version adds to the last.
    record Next(
            State became,
            Words words,
            @Nullable String suggested,
            @Nullable Long closing,
            @Nullable String why,
            Visitor by,
            Instant at) {}

    private record Row(long id, String plan, String section, Kind kind, State state, int revision, Revision version) {}

    /// All of a plan, each with all its versions, in one statement.
    List<Evaluation> of(String plan) {
        return evaluations("where e.plan = :plan", plan, "", "");
    }

    Optional<Evaluation> find(String plan, Place section, Kind kind) {
        return evaluations(
                        "where e.plan = :plan and e.section = :section and e.kind = :kind",
                        plan,
                        section.value(),
                        kind.name())
                .stream()
                .findFirst();
    }

    private List<Evaluation> evaluations(String where, String plan, String section, String kind) {
        List<Row> rows = database.sql("""
                select e.id, e.plan, e.section, e.kind, e.state, e.revision,
                       r.number, r.became, r.grade, r.reason, r.response, r.improvement, r.suggested, r.closing,
                       r.why, r.by_id, r.by_name, r.at
                from cycle.evaluation e join cycle.evaluation_revision r on r.evaluation = e.id
                """ + where + " order by e.id, r.number")
                .param("plan", plan)
                .param("section", section)
                .param("kind", kind)
                .query(EvaluationStore::row)
                .list();
        Map<Long, List<Row>> each = new LinkedHashMap<>();
        rows.forEach(
                row -> each.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return each.values().stream().map(EvaluationStore::whole).toList();
    }

    private static Evaluation whole(List<Row> rows) {
        Row head = rows.getFirst();
        return new Evaluation(
                head.id(),
                head.plan(),
                new Place(head.section()),
                head.kind(),
                head.state(),
                head.revision(),
                rows.stream().map(Row::version).toList());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("plan"),
                row.getString("section"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                new Revision(
                        row.getInt("number"),
                        State.valueOf(row.getString("became")),
                        new Words(
                                row.getString("grade"),
                                row.getString("reason"),
                                row.getString("response"),
                                row.getString("improvement")),
                        Optional.ofNullable(row.getString("suggested")),
                        Optional.ofNullable(row.getObject("closing", Long.class)),
                        Optional.ofNullable(row.getString("why")),
                        row.getObject("by_id", UUID.class),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }

    /// Empty when somebody else was first: of two who read the same version, one writes the next.
    Optional<Long> next(String plan, Place section, Kind kind, int read, Next next) {
        Optional<Long> id = read == 0
                ? begin(plan, section, kind, next.became())
                : advance(plan, section, kind, read, next.became());
        id.ifPresent(evaluation -> revision(evaluation, read + 1, next));
        return id;
    }

    private Optional<Long> begin(String plan, Place section, Kind kind, State state) {
        return database.sql("""
                insert into cycle.evaluation (plan, section, kind, state, revision)
                values (:plan, :section, :kind, :state, 1)
                on conflict (plan, section, kind) do nothing returning id
                """)
                .param("plan", plan)
                .param("section", section.value())
                .param("kind", kind.name())
                .param("state", state.name())
                .query(Long.class)
                .optional();
    }

    private Optional<Long> advance(String plan, Place section, Kind kind, int read, State state) {
        return database.sql("""
                update cycle.evaluation set state = :state, revision = revision + 1
                where plan = :plan and section = :section and kind = :kind and revision = :read
                returning id
                """)
                .param("plan", plan)
                .param("section", section.value())
                .param("kind", kind.name())
                .param("state", state.name())
                .param("read", read)
                .query(Long.class)
                .optional();
    }

    private void revision(long evaluation, int number, Next next) {
        database.sql("""
                insert into cycle.evaluation_revision
                  (evaluation, number, became, grade, reason, response, improvement, suggested, closing, why,
                   by_id, by_name, at)
                values (:evaluation, :number, :became, :grade, :reason, :response, :improvement, :suggested, :closing,
                        :why, :by, :name, :at)
                """)
                .param("evaluation", evaluation)
                .param("number", number)
                .param("became", next.became().name())
                .param("grade", next.words().grade())
                .param("reason", next.words().reason())
                .param("response", next.words().response())
                .param("improvement", next.words().improvement())
                .param("suggested", next.suggested())
                .param("closing", next.closing())
                .param("why", next.why())
                .param("by", next.by().id())
                .param("name", next.by().displayName())
                .param("at", next.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Self-evaluations that wait for a second person.
    long waiting() {
        return database.sql("select count(*) from cycle.evaluation where state = 'SUBMITTED'")
                .query(Long.class)
                .single();
    }
}
