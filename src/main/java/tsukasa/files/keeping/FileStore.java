package tsukasa.files.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileHolder;
import tsukasa.files.FileId;
import tsukasa.files.FileState;
import tsukasa.files.FileType;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.files.Retention;

/// The records of files, in schema `files`.
@Component
class FileStore {
    private static final String FILES = """
            select f.*, coalesce(c.state, 'GONE') as state
              from files.file f left join files.content c on c.id = f.content
            """;

    private final JdbcClient database;

    FileStore(JdbcClient database) {
        this.database = database;
    }

    KeptFile add(StoredContent content, Entry entry) {
        FileId id = FileId.fresh();
        NewFile file = entry.file();
        database.sql("""
                        insert into files.file (id, content, sha256, size, name, type, holder_kind, holder_id, confidential,
                                                retention, keep_until, kept_by, kept_by_name, kept_at)
                        values (:id, :content, :sha256, :size, :name, :type, :kind, :holder, :confidential,
                                :retention, :until, :by, :by_name, :now)
                        """)
                .param("id", id.value())
                .param("content", content.id())
                .param("sha256", content.sha256())
                .param("size", content.size())
                .param("name", entry.name())
                .param("type", entry.type().name())
                .param("kind", file.holder().kind())
                .param("holder", file.holder().id())
                .param("confidential", file.confidentiality() == Confidentiality.CONFIDENTIAL)
                .param("retention", file.retention().name())
                .param("until", entry.until().orElse(null))
                .param("by", entry.by())
                .param("by_name", entry.byName())
                .param("now", Timestamp.from(entry.at()))
                .update();
        return find(id).orElseThrow(() -> new IllegalStateException("a file that was just added is not there"));
    }

    Optional<KeptFile> find(FileId id) {
        return database.sql(FILES + " where f.id = :id")
                .param("id", id.value())
                .query(FileStore::kept)
                .optional();
    }

    List<KeptFile> all(Collection<FileId> ids) {
        return database.sql(FILES + " where f.id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(FileId::value).toArray(UUID[]::new))
                .query(FileStore::kept)
                .list();
    }

    List<KeptFile> of(FileHolder holder) {
        return database.sql(
                        FILES
                                + " where f.holder_kind = :kind and f.holder_id = :holder and f.gone_at is null order by f.number")
                .param("kind", holder.kind())
                .param("holder", holder.id())
                .query(FileStore::kept)
                .list();
    }

    int handOver(FileHolder from, FileHolder to) {
        return database.sql("""
                        update files.file set holder_kind = :to_kind, holder_id = :to_id
                         where holder_kind = :from_kind and holder_id = :from_id and gone_at is null
                        """)
                .param("to_kind", to.kind())
                .param("to_id", to.id())
                .param("from_kind", from.kind())
                .param("from_id", from.id())
                .update();
    }

    /// One that is there and not held, kept from others until the transaction ends.
    Optional<KeptFile> lock(FileId id) {
        return database.sql("select id from files.file where id = :id and gone_at is null for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(there -> find(new FileId(there)));
    }

    /// The content stays until [ContentStore#forget] finds it held by nobody.
    void gone(FileId id, Instant now, String by, String reason) {
        database.sql("""
                        update files.file
                           set content = null, gone_at = :now, gone_by_name = :by, gone_reason = :reason
                         where id = :id
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    void hold(FileId id, Instant now, String by, String reason) {
        database.sql("update files.file set hold_reason = :reason, hold_by_name = :by, hold_at = :now where id = :id")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    void lift(FileId id) {
        database.sql("update files.file set hold_reason = null, hold_by_name = null, hold_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /// The next one whose time is over; one that another node is ending is left to it.
    Optional<FileId> holdNextEnded(LocalDate today) {
        return database.sql("""
                        select id from files.file
                         where gone_at is null and hold_reason is null and keep_until < :today
                         order by keep_until limit 1 for update skip locked
                        """)
                .param("today", today)
                .query((row, _) -> new FileId(row.getObject("id", UUID.class)))
                .optional();
    }

    static KeptFile kept(ResultSet row, int number) throws SQLException {
        return new KeptFile(
                new FileId(row.getObject("id", UUID.class)),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("sha256"),
                new FileHolder(row.getString("holder_kind"), row.getString("holder_id")),
                row.getBoolean("confidential") ? Confidentiality.CONFIDENTIAL : Confidentiality.OPEN,
                Retention.valueOf(row.getString("retention")),
                Optional.ofNullable(row.getObject("keep_until", LocalDate.class)),
                Optional.ofNullable(row.getString("hold_reason")),
                FileState.valueOf(row.getString("state")),
                row.getObject("kept_by", UUID.class),
                row.getString("kept_by_name"),
                row.getTimestamp("kept_at").toInstant());
    }
}
