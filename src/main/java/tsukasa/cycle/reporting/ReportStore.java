package tsukasa.cycle.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.MonthlyReport;
import tsukasa.cycle.MonthlyReport.Figure;
import tsukasa.cycle.MonthlyReport.Progress;
import tsukasa.cycle.MonthlyReport.Revision;
import tsukasa.cycle.MonthlyReport.State;
import tsukasa.cycle.MonthlyReport.Words;
import tsukasa.cycle.Reports;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.plan.Place;

@Repository
class ReportStore {
    private static final String REPORT = """
            select r.id, r.plan, r.place, r.month, r.state, r.revision,
                   v.number, v.became, v.progress, v.done, v.trouble, v.outcome, v.figures, v.why,
                   v.by_id, v.by_name, v.at
            from cycle.report r join cycle.report_revision v on v.report = r.id
            """;
    private final JdbcClient database;

    ReportStore(JdbcClient database) {
        this.database = database;
    }

    /// What the next version adds to the last.
    record Next(State became, Words words, @Nullable String why, Visitor by, Instant at) {}

    private record Row(long id, String plan, String place, YearMonth month, State state, int revision, Revision v) {}

    Map<String, Map<YearMonth, Integer>> matrix(String plan) {
        Map<String, Map<YearMonth, Integer>> matrix = new HashMap<>();
        database.sql("""
                select department, month, count(*) as reported from cycle.report
                where plan = :plan and state = 'SUBMITTED' group by department, month
                """).param("plan", plan).query(row -> {
            matrix.computeIfAbsent(row.getString("department"), department -> new HashMap<>())
                    .put(month(row), row.getInt("reported"));
        });
        return matrix;
    }

    Optional<MonthlyReport> find(String plan, Place place, YearMonth month) {
        return whole(database.sql(REPORT
                                + "where r.plan = :plan and r.place = :place and r.month = :month order by v.number")
                        .param("plan", plan)
                        .param("place", place.value())
                        .param("month", month.atDay(1))
                        .query(ReportStore::row)
                        .list())
                .stream()
                .findFirst();
    }

    List<MonthlyReport> of(String plan, YearMonth month) {
        return whole(database.sql(REPORT + "where r.plan = :plan and r.month = :month order by r.id, v.number")
                .param("plan", plan)
                .param("month", month.atDay(1))
                .query(ReportStore::row)
                .list());
    }

    /// The latest versions alone, and of them two words, in one pass.
    List<Reports.DoneInMonth> done(String plan) {
        return database.sql("""
                select r.place, r.month, v.done, v.outcome
                from cycle.report r join cycle.report_revision v on v.report = r.id and v.number = r.revision
                where r.plan = :plan and r.state = 'SUBMITTED' order by r.month, r.id
                """)
                .param("plan", plan)
                .query((row, _) -> new Reports.DoneInMonth(
                        new Place(row.getString(1)), month(row), row.getString(3), row.getString(4)))
                .list();
    }

    List<MonthlyReport> about(String plan, Place place) {
        return whole(database.sql(REPORT + "where r.plan = :plan and r.place = :place order by r.month, v.number")
                .param("plan", plan)
                .param("place", place.value())
                .query(ReportStore::row)
                .list());
    }

    private static List<MonthlyReport> whole(List<Row> rows) {
        Map<Long, List<Row>> each = new LinkedHashMap<>();
        rows.forEach(
                row -> each.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return each.values().stream()
                .map(versions -> {
                    Row head = versions.getFirst();
                    return new MonthlyReport(
                            head.id(),
                            head.plan(),
                            new Place(head.place()),
                            head.month(),
                            head.state(),
                            head.revision(),
                            versions.stream().map(Row::v).toList());
                })
                .toList();
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Revision revision = new Revision(
                row.getInt("number"),
                State.valueOf(row.getString("became")),
                new Words(
                        Optional.ofNullable(row.getString("progress")).map(Progress::valueOf),
                        row.getString("done"),
                        row.getString("trouble"),
                        row.getString("outcome"),
                        figures((String[]) row.getArray("figures").getArray())),
                Optional.ofNullable(row.getString("why")),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
        return new Row(
                row.getLong("id"),
                row.getString("plan"),
                row.getString("place"),
                month(row),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                revision);
    }

    /// Three cells for each: what, how much, in which unit.
    private static List<Figure> figures(String[] cells) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i + 2 < cells.length; i += 3) {
            figures.add(new Figure(cells[i], Fraction.parse(cells[i + 1]), cells[i + 2]));
        }
        return figures;
    }

    private static String[] cells(List<Figure> figures) {
        return figures.stream()
                .flatMap(figure -> java.util.stream.Stream.of(
                        figure.what(), figure.amount().toString(), figure.unit()))
                .toArray(String[]::new);
    }

    /// Empty when somebody else was first: of two who read the same version, one writes the next.
    Optional<Long> next(String plan, Place place, YearMonth month, String department, int read, Next next) {
        Optional<Long> id = read == 0
                ? begin(plan, place, month, department, next.became())
                : advance(plan, place, month, read, next.became());
        id.ifPresent(report -> revision(report, read + 1, next));
        return id;
    }

    private Optional<Long> begin(String plan, Place place, YearMonth month, String department, State state) {
        return database.sql("""
                insert into cycle.report (plan, place, month, department, state, revision)
                values (:plan, :place, :month, :department, :state, 1)
                on conflict (plan, place, month) do nothing returning id
                """)
                .param("plan", plan)
                .param("place", place.value())
                .param("month", month.atDay(1))
                .param("department", department)
                .param("state", state.name())
                .query(Long.class)
                .optional();
    }

    private Optional<Long> advance(String plan, Place place, YearMonth month, int read, State state) {
        return database.sql("""
                update cycle.report set state = :state, revision = revision + 1
                where plan = :plan and place = :place and month = :month and revision = :read returning id
                """)
                .param("plan", plan)
                .param("place", place.value())
                .param("month", month.atDay(1))
                .param("state", state.name())
                .param("read", read)
                .query(Long.class)
                .optional();
    }

    private void revision(long report, int number, Next next) {
        database.sql("""
                insert into cycle.report_revision
                  (report, number, became, progress, done, trouble, outcome, figures, why, by_id, by_name, at)
                values (:report, :number, :became, :progress, :done, :trouble, :outcome, :figures, :why, :by, :name, :at)
                """)
                .param("report", report)
                .param("number", number)
                .param("became", next.became().name())
                .param("progress", next.words().progress().map(Progress::name).orElse(null))
                .param("done", next.words().done())
                .param("trouble", next.words().trouble())
                .param("outcome", next.words().outcome())
                .param("figures", cells(next.words().figures()))
                .param("why", next.why())
                .param("by", next.by().id())
                .param("name", next.by().displayName())
                .param("at", next.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// False when that person was reminded of that month before.
    boolean remind(String plan, YearMonth month, UUID person, String kind, Instant at) {
        return database.sql("""
                insert into cycle.report_reminder (plan, month, person, kind, at)
                values (:plan, :month, :person, :kind, :at) on conflict do nothing
                """)
                        .param("plan", plan)
                        .param("month", month.atDay(1))
                        .param("person", person)
                        .param("kind", kind)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
