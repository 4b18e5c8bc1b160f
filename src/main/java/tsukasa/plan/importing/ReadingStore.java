package tsukasa.plan.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.identity.Visitor;

/// Readings and their corrections, in schema `plan`. Nothing is ever deleted; a reading is accepted once.
@Repository
class ReadingStore {
    private static final String COLUMNS = """
            select r.number, r.reading_id, r.name, r.sha256, r.style, r.title, r.year, r.items, r.indicators, r.cells,
                   r.wrong, r.doubts, r.uploaded_by, r.uploaded_by_name, r.uploaded_at, r.plan_id, r.accepted_by,
                   r.accepted_by_name, r.accepted_at, r.accepted_version,
                   (select coalesce(max(c.sequence), 0) from plan.reading_correction c
                     where c.reading_number = r.number) as version
            from plan.reading r
            """;
    private final JdbcClient database;

    ReadingStore(JdbcClient database) {
        this.database = database;
    }

    /// What is known of a text when it comes in.
    record Arrival(
            String name,
            String sha256,
            byte[] content,
            Optional<String> style,
            String title,
            Optional<Integer> year,
            int items,
            int indicators,
            int cells,
            int wrong,
            int doubts) {}

    /// Empty when the same text was read by the same style before.
    Optional<String> add(Arrival text, Visitor by, Instant now) {
        return database.sql("""
                        insert into plan.reading (name, sha256, content, style, title, year, items, indicators, cells,
                            wrong, doubts, uploaded_by, uploaded_by_name, uploaded_at)
                        values (:name, :sha256, :content, :style, :title, :year, :items, :indicators, :cells, :wrong,
                            :doubts, :by, :by_name, :now)
                        on conflict (sha256, coalesce(style, '')) do nothing
                        returning reading_id
                        """)
                .param("name", text.name())
                .param("sha256", text.sha256())
                .param("content", text.content())
                .param("style", text.style().orElse(null))
                .param("title", text.title())
                .param("year", text.year().orElse(null))
                .param("items", text.items())
                .param("indicators", text.indicators())
                .param("cells", text.cells())
                .param("wrong", text.wrong())
                .param("doubts", text.doubts())
                .param("by", by.id())
                .param("by_name", by.displayName())
                .param("now", at(now))
                .query(String.class)
                .optional();
    }

    Optional<String> same(String sha256, Optional<String> style) {
        return database.sql(
                        "select reading_id from plan.reading where sha256 = :sha256 and coalesce(style, '') = :style")
                .param("sha256", sha256)
                .param("style", style.orElse(""))
                .query(String.class)
                .optional();
    }

    List<StoredReading> all() {
        return database.sql(COLUMNS + " order by r.number desc limit 500")
                .query(ReadingStore::reading)
                .list();
    }

    Optional<StoredReading> find(String id) {
        return database.sql(COLUMNS + " where r.reading_id = :id")
                .param("id", id)
                .query(ReadingStore::reading)
                .optional();
    }

    /// The accepted reading of a plan that is in force now, other than this one.
    Optional<StoredReading> acceptedBefore(String plan, long number) {
        return database.sql(COLUMNS
                        + " where r.plan_id = :plan and r.number <> :number order by r.accepted_at desc limit 1")
                .param("plan", plan)
                .param("number", number)
                .query(ReadingStore::reading)
                .optional();
    }

    long waiting() {
        return database.sql("select count(*) from plan.reading where accepted_at is null")
                .query(Long.class)
                .single();
    }

    byte[] content(long number) {
        return database.sql("select content from plan.reading where number = :number")
                .param("number", number)
                .query((row, n) -> row.getBytes("content"))
                .single();
    }

    List<StoredCorrection> corrections(long number) {
        return database.sql("""
                        select sequence, kind, subject, position, value, note, undoes, made_by, made_by_name, made_at
                        from plan.reading_correction where reading_number = :number order by sequence
                        """)
                .param("number", number)
                .query(ReadingStore::correction)
                .list();
    }

    /// @return false when somebody else was faster, or the reading has been accepted meanwhile
    boolean correct(long number, int sequence, CorrectionText text, Optional<Integer> undoes, Visitor by, Instant now) {
        try {
            return database.sql("""
                            insert into plan.reading_correction (reading_number, sequence, kind, subject, position,
                                value, note, undoes, made_by, made_by_name, made_at)
                            select r.number, :sequence, :kind, :subject, :position, :value, :note, :undoes, :by,
                                   :by_name, :now
                            from plan.reading r
                            where r.number = :number and r.accepted_at is null
                              and (select coalesce(max(c.sequence), 0) from plan.reading_correction c
                                    where c.reading_number = r.number) = :sequence - 1
                            """)
                            .param("number", number)
                            .param("sequence", sequence)
                            .param("kind", text.kind())
                            .param("subject", text.subject())
                            .param("position", text.position())
                            .param("value", text.value())
                            .param("note", text.note())
                            .param("undoes", undoes.orElse(null))
                            .param("by", by.id())
                            .param("by_name", by.displayName())
                            .param("now", at(now))
                            .update()
                    == 1;
        } catch (DuplicateKeyException faster) {
            return false;
        }
    }

    /// @return false when it changed since, was accepted already, or the person had a hand in it
    boolean accept(long number, int version, String plan, String digest, Visitor by, Instant now) {
        return database.sql("""
                        update plan.reading r
                        set plan_id = :plan, digest = :digest, accepted_by = :by, accepted_by_name = :by_name,
                            accepted_at = :now, accepted_version = :version
                        where number = :number and accepted_at is null and uploaded_by <> :by
                          and (select coalesce(max(c.sequence), 0) from plan.reading_correction c
                                where c.reading_number = r.number) = :version
                          and not exists (select from plan.reading_correction c
                                           where c.reading_number = r.number and c.made_by = :by)
                        """)
                        .param("number", number)
                        .param("version", version)
                        .param("plan", plan)
                        .param("digest", digest)
                        .param("by", by.id())
                        .param("by_name", by.displayName())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static StoredReading reading(ResultSet row, int n) throws SQLException {
        Optional<StoredReading.Acceptance> acceptance = row.getTimestamp("accepted_at") == null
                ? Optional.empty()
                : Optional.of(new StoredReading.Acceptance(
                        row.getString("plan_id"),
                        row.getObject("accepted_by", UUID.class),
                        row.getString("accepted_by_name"),
                        instant(row, "accepted_at"),
                        row.getInt("accepted_version")));
        return new StoredReading(
                row.getLong("number"),
                row.getString("reading_id"),
                row.getString("name"),
                row.getString("sha256"),
                Optional.ofNullable(row.getString("style")),
                row.getString("title"),
                Optional.ofNullable(row.getObject("year", Integer.class)),
                row.getInt("items"),
                row.getInt("indicators"),
                row.getInt("cells"),
                row.getInt("wrong"),
                row.getInt("doubts"),
                row.getObject("uploaded_by", UUID.class),
                row.getString("uploaded_by_name"),
                instant(row, "uploaded_at"),
                row.getInt("version"),
                acceptance);
    }

    private static StoredCorrection correction(ResultSet row, int n) throws SQLException {
        CorrectionText text = new CorrectionText(
                row.getString("kind"),
                row.getString("subject"),
                row.getObject("position", Integer.class),
                row.getString("value"),
                row.getString("note"));
        return new StoredCorrection(
                row.getInt("sequence"),
                text.correction(),
                Optional.ofNullable(row.getObject("undoes", Integer.class)),
                row.getString("note"),
                row.getObject("made_by", UUID.class),
                row.getString("made_by_name"),
                instant(row, "made_at"));
    }
}
