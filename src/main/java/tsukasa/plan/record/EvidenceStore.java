package tsukasa.plan.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.files.FileId;
import tsukasa.files.KeptFile;

/// Which files prove which results, in schema `plan`. The rows stay when a file is disposed of: the hash goes on saying
/// what the proof was.
@Repository
@Transactional
class EvidenceStore {
    private final JdbcClient database;

    EvidenceStore(JdbcClient database) {
        this.database = database;
    }

    /// @param file empty until it was taken over from where evidence was kept before
    record Evidence(
            long id,
            String recordId,
            String sha256,
            String name,
            String mediaType,
            long size,
            String addedBy,
            Instant addedAt,
            Optional<FileId> file) {}

    long next() {
        return database.sql("select nextval(pg_get_serial_sequence('plan.evidence', 'id'))")
                .query(Long.class)
                .single();
    }

    void add(long id, KeptFile file, Collection<Long> records) {
        database.sql("""
                        insert into plan.evidence (id, file, sha256, name, media_type, size, added_by, added_by_name, added_at)
                        values (:id, :file, :sha256, :name, :type, :size, :by, :by_name, :at)
                        """)
                .param("id", id)
                .param("file", file.id().value())
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("type", file.type().mediaType())
                .param("size", file.size())
                .param("by", file.keptBy())
                .param("by_name", file.keptByName())
                .param("at", file.keptAt().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("insert into plan.record_evidence select unnest(:records::bigint[]), :evidence")
                .param("records", records.toArray(Long[]::new))
                .param("evidence", id)
                .update();
    }

    List<Evidence> of(Collection<String> recordIds) {
        return database.sql("""
                        select e.*, r.record_id
                        from plan.evidence e
                        join plan.record_evidence re on re.evidence_id = e.id
                        join plan.record r on r.number = re.record_number
                        where r.record_id = any(:ids::text[])
                        order by e.id
                        """)
                .param("ids", recordIds.toArray(String[]::new))
                .query(EvidenceStore::evidence)
                .list();
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getLong("id"),
                row.getString("record_id"),
                row.getString("sha256"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("added_by_name"),
                row.getTimestamp("added_at").toInstant(),
                Optional.ofNullable(row.getObject("file", UUID.class)).map(FileId::new));
    }

    /// Ids of the results that this file proves, as far as whoever asks sees them.
    List<String> proved(long evidence) {
        return database.sql("""
                        select r.record_id
                        from plan.record_evidence re join plan.record r on r.number = re.record_number
                        where re.evidence_id = :id
                        order by r.number
                        """)
                .param("id", evidence)
                .query((row, _) -> row.getString("record_id"))
                .list();
    }

    /// Evidence that lies where it was kept before.
    record Former(
            long id, String sha256, String name, String mediaType, UUID addedBy, String addedByName, Instant addedAt) {}

    /// The next one after this id; one that another node is taking over is left to it.
    Optional<Former> holdNextFormer(long after) {
        return database.sql("""
                        select id, sha256, name, media_type, added_by, added_by_name, added_at
                        from plan.evidence where file is null and id > :after
                        order by id limit 1 for update skip locked
                        """)
                .param("after", after)
                .query((row, _) -> new Former(
                        row.getLong("id"),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getObject("added_by", UUID.class),
                        row.getString("added_by_name"),
                        row.getTimestamp("added_at").toInstant()))
                .optional();
    }

    void takenOver(long id, FileId file) {
        database.sql("update plan.evidence set file = :file where id = :id")
                .param("id", id)
                .param("file", file.value())
                .update();
    }

    /// False while a backup is taken, which must find every file that its rows name; otherwise none begins before the
    /// transaction ends.
    boolean mayDiscard() {
        return database.sql("select pg_try_advisory_xact_lock_shared(7544)")
                .query(Boolean.class)
                .single();
    }

    /// Whether some evidence still needs the content where it was kept before.
    boolean awaits(String sha256) {
        return database.sql("select exists (select from plan.evidence where file is null and sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}
