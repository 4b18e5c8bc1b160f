package tsukasa.cycle.output;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.Evaluation;
import tsukasa.identity.Visitor;

@Repository
class IssuedStore {
    private final JdbcClient database;

    IssuedStore(JdbcClient database) {
        this.database = database;
    }

    record Issued(long id, int number, Instant at, String byName, String note, String sha256) {}

    record Grade(String section, Evaluation.Kind kind, int revision, String grade) {}

    /// The latest first.
    List<Issued> of(String plan) {
        return database.sql("""
                select id, number, issued_at, by_name, note, sha256 from cycle.issued_report
                where plan = :plan order by number desc
                """)
                .param("plan", plan)
                .query((row, number) -> new Issued(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getString("note"),
                        row.getString("sha256")))
                .list();
    }

    List<Grade> grades(long report) {
        return database.sql("""
                select section, kind, revision, grade from cycle.issued_grade where report = :report order by position
                """)
                .param("report", report)
                .query((row, number) -> new Grade(
                        row.getString("section"),
                        Evaluation.Kind.valueOf(row.getString("kind")),
                        row.getInt("revision"),
                        row.getString("grade")))
                .list();
    }

    Optional<byte[]> pdf(String plan, int number) {
        return database.sql("select pdf from cycle.issued_report where plan = :plan and number = :number")
                .param("plan", plan)
                .param("number", number)
                .query((row, index) -> row.getBytes("pdf"))
                .optional();
    }

    /// Empty when another one went out at the same time.
    Optional<Long> issue(String plan, int number, String note, String sha256, byte[] pdf, Visitor by, Instant at) {
        return database.sql("""
                insert into cycle.issued_report (plan, number, issued_at, by_id, by_name, note, sha256, pdf)
                values (:plan, :number, :at, :by, :name, :note, :sha256, :pdf)
                on conflict (plan, number) do nothing returning id
                """)
                .param("plan", plan)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.displayName())
                .param("note", note)
                .param("sha256", sha256)
                .param("pdf", pdf)
                .query(Long.class)
                .optional();
    }

    void grade(long report, int position, Grade grade) {
        database.sql("""
                insert into cycle.issued_grade (report, position, section, kind, revision, grade)
                values (:report, :position, :section, :kind, :revision, :grade)
                """)
                .param("report", report)
                .param("position", position)
                .param("section", grade.section())
                .param("kind", grade.kind().name())
                .param("revision", grade.revision())
                .param("grade", grade.grade())
                .update();
    }
}
