package tsukasa.cycle.checking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.cycle.CheckedFiles.Kept;
import tsukasa.identity.Visitor;
import tsukasa.kernel.table.SentFile;

@Repository
class CheckedFileStore {
    private final JdbcClient database;

    CheckedFileStore(JdbcClient database) {
        this.database = database;
    }

    long keep(String purpose, SentFile file, String sha256, Visitor by, Instant at) {
        return database.sql("""
                insert into cycle.checked_file (purpose, name, sha256, content, checked_at, by_id, by_name)
                values (:purpose, :name, :sha256, :content, :at, :by, :by_name)
                returning id
                """)
                .param("purpose", purpose)
                .param("name", file.name())
                .param("sha256", sha256)
                .param("content", file.content())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("by_name", by.displayName())
                .query(Long.class)
                .single();
    }

    Optional<Kept> open(long id, String purpose, Visitor by) {
        return database.sql("""
                select id, name, sha256, content from cycle.checked_file
                where id = :id and purpose = :purpose and by_id = :by and entered_at is null
                for update
                """)
                .param("id", id)
                .param("purpose", purpose)
                .param("by", by.id())
                .query((row, _) -> new Kept(
                        row.getLong("id"), row.getString("name"), row.getString("sha256"), row.getBytes("content")))
                .optional();
    }

    void entered(long id, Instant at) {
        database.sql("update cycle.checked_file set entered_at = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What was checked and never entered.
    void forget(Instant before) {
        database.sql("delete from cycle.checked_file where entered_at is null and checked_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
