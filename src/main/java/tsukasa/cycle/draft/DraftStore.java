package tsukasa.cycle.draft;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Event;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Figures;
import tsukasa.cycle.PlanDraft.State;
import tsukasa.cycle.PlanDraft.Target;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.kernel.foureyes.Hands;
import tsukasa.plan.Place;
import tsukasa.plan.PlanItem;

/// Drafts with their clauses; what was written is kept in versions whose number keeps two writers apart.
@Repository
class DraftStore {
    private final JdbcClient database;

    DraftStore(JdbcClient database) {
        this.database = database;
    }

    record Head(long id, PlanDraft.Kind kind, String base, int baseVersion, String plan, FiscalYear year) {}

    /// Words of a draft as a whole, with what happened to it.
    record Described(Text title, String reason, Event event) {}

    List<Head> heads() {
        return database.sql("select id, kind, base, base_version, plan, year from cycle.plan_draft order by id desc")
                .query(DraftStore::head)
                .list();
    }

    Optional<Head> head(long id) {
        return database.sql("select id, kind, base, base_version, plan, year from cycle.plan_draft where id = :id")
                .param("id", id)
                .query(DraftStore::head)
                .optional();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getLong("id"),
                PlanDraft.Kind.valueOf(row.getString("kind")),
                row.getString("base"),
                row.getInt("base_version"),
                row.getString("plan"),
                new FiscalYear(row.getInt("year")));
    }

    List<Described> events(long draft) {
        return database.sql("""
                select became, title_ja, title_en, reason, why, by_id, by_name, at from cycle.plan_draft_event
                where draft = :draft order by seq
                """)
                .param("draft", draft)
                .query((row, number) -> new Described(
                        Text.of(row.getString("title_ja"), row.getString("title_en")),
                        row.getString("reason"),
                        new Event(
                                State.valueOf(row.getString("became")),
                                row.getString("why"),
                                row.getObject("by_id", UUID.class),
                                row.getString("by_name"),
                                instant(row))))
                .list();
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    /// Empty when a draft of this plan lives already.
    Optional<Long> begin(PlanDraft.Kind kind, String base, int version, String plan, FiscalYear year) {
        return database.sql("""
                insert into cycle.plan_draft (kind, base, base_version, plan, year, state)
                values (:kind, :base, :version, :plan, :year, 'DRAFTING') on conflict do nothing returning id
                """)
                .param("kind", kind.name())
                .param("base", base)
                .param("version", version)
                .param("plan", plan)
                .param("year", year.year())
                .query(Long.class)
                .optional();
    }

    /// Nothing is written when another event came since.
    boolean event(long draft, int read, State became, Text title, String reason, String why, Visitor by, Instant at) {
        boolean first = database.sql("""
                insert into cycle.plan_draft_event
                  (draft, seq, became, title_ja, title_en, reason, why, by_id, by_name, at)
                select :draft, :seq, :became, :ja, :en, :reason, :why, :by, :name, :at
                where :seq = 1 + (select coalesce(max(seq), 0) from cycle.plan_draft_event where draft = :draft)
                on conflict (draft, seq) do nothing
                """)
                        .param("draft", draft)
                        .param("seq", read + 1)
                        .param("became", became.name())
                        .param("ja", title.ja())
                        .param("en", title.en())
                        .param("reason", reason)
                        .param("why", why)
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (first) {
            database.sql("update cycle.plan_draft set state = :state where id = :draft")
                    .param("state", became.name())
                    .param("draft", draft)
                    .update();
        }
        return first;
    }

    /// Whoever writes in a draft holds it against whoever submits it.
    Optional<State> lock(long draft) {
        return database.sql("select state from cycle.plan_draft where id = :draft for update")
                .param("draft", draft)
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }

    List<Clause> clauses(long draft) {
        return database.sql("""
                select c.id, c.origin, c.parent, c.level, c.revision, r.fate, r.title_ja, r.title_en, r.department,
                       r.outcome_ja, r.outcome_en, r.reason, r.issues, r.by_id, r.by_name, r.at
                from cycle.draft_clause c join cycle.draft_clause_revision r on r.clause = c.id and r.number = c.revision
                where c.draft = :draft order by c.position, c.id
                """).param("draft", draft).query(DraftStore::clause).list();
    }

    /// Every version of one clause, the newest first.
    List<Clause> versions(long clause) {
        return database.sql("""
                select c.id, c.origin, c.parent, c.level, r.number as revision, r.fate, r.title_ja, r.title_en,
                       r.department, r.outcome_ja, r.outcome_en, r.reason, r.issues, r.by_id, r.by_name, r.at
                from cycle.draft_clause c join cycle.draft_clause_revision r on r.clause = c.id
                where c.id = :clause order by r.number desc
                """)
                .param("clause", clause)
                .query(DraftStore::clause)
                .list();
    }

    private static Clause clause(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome_ja");
        Array issues = row.getArray("issues");
        return new Clause(
                row.getLong("id"),
                Optional.ofNullable(row.getString("origin")).map(Place::new),
                Optional.ofNullable(row.getObject("parent", Long.class)),
                PlanItem.Level.valueOf(row.getString("level")),
                row.getInt("revision"),
                new Wording(
                        Fate.valueOf(row.getString("fate")),
                        Text.of(row.getString("title_ja"), row.getString("title_en")),
                        Optional.ofNullable(row.getString("department")),
                        outcome == null ? Optional.empty() : Optional.of(Text.of(outcome, row.getString("outcome_en"))),
                        row.getString("reason"),
                        List.of((Long[]) issues.getArray())),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                instant(row));
    }

    /// @param position between its neighbours
    long add(
            long draft,
            Optional<Place> origin,
            Optional<Long> parent,
            String position,
            PlanItem.Level level,
            Wording wording,
            Visitor by,
            Instant at) {
        long id = database.sql("""
                insert into cycle.draft_clause (draft, origin, parent, position, level, revision)
                values (:draft, :origin, :parent, cast(:position as numeric), :level, 1) returning id
                """)
                .param("draft", draft)
                .param("origin", origin.map(Place::value).orElse(null))
                .param("parent", parent.orElse(null))
                .param("position", position)
                .param("level", level.name())
                .query(Long.class)
                .single();
        revision(id, 1, wording, by, at);
        return id;
    }

    /// Halfway between the clause and whatever comes after it in the draft.
    String positionAfter(long draft, long clause) {
        return database.sql("""
                select cast((p.position + coalesce(
                         (select min(n.position) from cycle.draft_clause n
                          where n.draft = :draft and n.position > p.position), p.position + 2)) / 2 as text)
                from cycle.draft_clause p where p.id = :clause
                """)
                .param("draft", draft)
                .param("clause", clause)
                .query(String.class)
                .single();
    }

    /// Nothing is written when somebody else wrote since.
    boolean write(long draft, long clause, int read, Wording wording, Visitor by, Instant at) {
        boolean first = database.sql("""
                update cycle.draft_clause set revision = revision + 1
                where id = :clause and draft = :draft and revision = :read
                """)
                        .param("clause", clause)
                        .param("draft", draft)
                        .param("read", read)
                        .update()
                == 1;
        if (first) {
            revision(clause, read + 1, wording, by, at);
        }
        return first;
    }

    private void revision(long clause, int number, Wording wording, Visitor by, Instant at) {
        database.sql("""
                insert into cycle.draft_clause_revision
                  (clause, number, fate, title_ja, title_en, department, outcome_ja, outcome_en, reason, issues,
                   by_id, by_name, at)
                values (:clause, :number, :fate, :ja, :en, :department, :outcome_ja, :outcome_en, :reason, :issues,
                        :by, :name, :at)
                """)
                .param("clause", clause)
                .param("number", number)
                .param("fate", wording.fate().name())
                .param("ja", wording.title().ja())
                .param("en", wording.title().en())
                .param("department", wording.department().orElse(null))
                .param("outcome_ja", wording.outcome().map(Text::ja).orElse(null))
                .param("outcome_en", wording.outcome().map(Text::en).orElse(null))
                .param("reason", wording.reason())
                .param("issues", wording.issues().toArray(Long[]::new))
                .param("by", by.id())
                .param("name", by.displayName())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Target> targets(long draft) {
        return database.sql("""
                select distinct on (threshold) threshold, number, target, reason, by_name from cycle.draft_target
                where draft = :draft order by threshold, number desc
                """)
                .param("draft", draft)
                .query((row, number) -> new Target(
                        row.getString("threshold"),
                        row.getInt("number"),
                        Fraction.parse(row.getString("target")),
                        row.getString("reason"),
                        row.getString("by_name")))
                .list();
    }

    boolean target(long draft, Target target, Visitor by, Instant at) {
        return database.sql("""
                insert into cycle.draft_target (draft, threshold, number, target, reason, by_id, by_name, at)
                values (:draft, :threshold, :number, :target, :reason, :by, :name, :at)
                on conflict (draft, threshold, number) do nothing
                """)
                        .param("draft", draft)
                        .param("threshold", target.threshold())
                        .param("number", target.revision())
                        .param("target", target.target().toString())
                        .param("reason", target.reason())
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Figures> figures(long draft) {
        return database.sql("""
                select distinct on (table_id) table_id, number, taken, cells, by_name from cycle.draft_figures
                where draft = :draft order by table_id, number desc
                """)
                .param("draft", draft)
                .query((row, number) -> new Figures(
                        row.getString("table_id"),
                        row.getInt("number"),
                        row.getBoolean("taken"),
                        List.of((String[]) row.getArray("cells").getArray()),
                        row.getString("by_name")))
                .list();
    }

    boolean figures(long draft, Figures figures, Visitor by, Instant at) {
        return database.sql("""
                insert into cycle.draft_figures (draft, table_id, number, taken, cells, by_id, by_name, at)
                values (:draft, :table, :number, :taken, :cells, :by, :name, :at)
                on conflict (draft, table_id, number) do nothing
                """)
                        .param("draft", draft)
                        .param("table", figures.table())
                        .param("number", figures.revision())
                        .param("taken", figures.taken())
                        .param("cells", figures.cells().toArray(String[]::new))
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Everybody who wrote anything in it.
    Hands writers(long draft) {
        return new Hands(database.sql("""
                select by_id, by_name, count(*) as times from (
                  select r.by_id, r.by_name from cycle.draft_clause_revision r
                    join cycle.draft_clause c on c.id = r.clause where c.draft = :draft
                  union all select by_id, by_name from cycle.draft_target where draft = :draft
                  union all select by_id, by_name from cycle.draft_figures where draft = :draft
                  union all select by_id, by_name from cycle.plan_draft_event
                    where draft = :draft and became in ('DRAFTING', 'SUBMITTED')) w
                group by by_id, by_name order by times desc, by_name
                """)
                .param("draft", draft)
                .query((row, number) -> new Hands.Hand(row.getObject("by_id", UUID.class), row.getString("by_name")))
                .list());
    }

    long waiting() {
        return database.sql("select count(*) from cycle.plan_draft where state = 'SUBMITTED'")
                .query(Long.class)
                .single();
    }
}
