package tsukasa.cycle.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issue.Answer;
import tsukasa.cycle.Issue.Clause;
import tsukasa.cycle.Issue.Event;
import tsukasa.cycle.Issue.State;
import tsukasa.cycle.Issues.Raised;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;

@Repository
class IssueStore {
    private final JdbcClient database;

    IssueStore(JdbcClient database) {
        this.database = database;
    }

    private record Row(Issue head, Event event) {}

    List<Issue> of(FiscalYear year) {
        return issues("where i.year = :number", year.year());
    }

    Optional<Issue> find(long id) {
        return issues("where i.id = :number", id).stream().findFirst();
    }

    private List<Issue> issues(String where, long number) {
        List<Row> rows = database.sql("""
                select i.id, i.year, i.origin, i.section, i.raised_by, i.raised_on, i.words, i.department,
                       e.became, e.response, e.change, e.clause_plan, e.clause_place, e.by_id, e.by_name, e.at
                from cycle.issue i join cycle.issue_event e on e.issue = i.id
                """ + where + " order by i.id, e.seq")
                .param("number", number)
                .query(IssueStore::row)
                .list();
        Map<Long, List<Row>> each = new LinkedHashMap<>();
        rows.forEach(row ->
                each.computeIfAbsent(row.head().id(), id -> new ArrayList<>()).add(row));
        return each.values().stream().map(IssueStore::whole).toList();
    }

    private static Issue whole(List<Row> rows) {
        Issue head = rows.getFirst().head();
        Event last = rows.getLast().event();
        return new Issue(
                head.id(),
                head.year(),
                head.origin(),
                head.section(),
                head.raisedBy(),
                head.raisedOn(),
                head.text(),
                head.department(),
                last.became(),
                last.answer(),
                rows.stream().map(Row::event).toList());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String plan = row.getString("clause_plan");
        Event event = new Event(
                State.valueOf(row.getString("became")),
                new Answer(
                        row.getString("response"),
                        row.getString("change"),
                        plan == null ? Optional.empty() : Optional.of(new Clause(plan, row.getString("clause_place")))),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
        Issue head = new Issue(
                row.getLong("id"),
                new FiscalYear(row.getInt("year")),
                Issue.Origin.valueOf(row.getString("origin")),
                row.getString("section"),
                row.getString("raised_by"),
                row.getObject("raised_on", LocalDate.class),
                row.getString("words"),
                row.getString("department"),
                event.became(),
                event.answer(),
                List.of());
        return new Row(head, event);
    }

    /// Empty when it was entered before, from the same place of the same file.
    Optional<Long> raise(Raised raised) {
        return database.sql("""
                insert into cycle.issue (year, origin, section, raised_by, raised_on, words, department, entry_key)
                values (:year, :origin, :section, :raised_by, :raised_on, :words, :department, :key)
                on conflict (entry_key) do nothing returning id
                """)
                .param("year", raised.year().year())
                .param("origin", raised.origin().name())
                .param("section", raised.section())
                .param("raised_by", raised.raisedBy())
                .param("raised_on", raised.raisedOn())
                .param("words", raised.text())
                .param("department", raised.department())
                .param("key", raised.key().orElse(null))
                .query(Long.class)
                .optional();
    }

    /// Nothing is written when another event came since: the number of the next one keeps two people apart.
    boolean event(long issue, int read, State became, Answer answer, Visitor by, Instant at) {
        return database.sql("""
                insert into cycle.issue_event
                  (issue, seq, became, response, change, clause_plan, clause_place, by_id, by_name, at)
                values (:issue, :seq, :became, :response, :change, :clause_plan, :clause_place, :by, :name, :at)
                on conflict (issue, seq) do nothing
                """)
                        .param("issue", issue)
                        .param("seq", read + 1)
                        .param("became", became.name())
                        .param("response", answer.response())
                        .param("change", answer.change())
                        .param("clause_plan", answer.clause().map(Clause::plan).orElse(null))
                        .param(
                                "clause_place",
                                answer.clause().map(Clause::place).orElse(null))
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Issues nobody has answered yet.
    long open() {
        return database.sql("""
                select count(*) from cycle.issue i
                where (select e.became from cycle.issue_event e where e.issue = i.id order by e.seq desc limit 1)
                      in ('OPEN', 'IN_HAND')
                """).query(Long.class).single();
    }
}
