package tsukasa.budget.importing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.identity.Visitor;

@Repository
class ImportStore {
    private final JdbcClient database;

    ImportStore(JdbcClient database) {
        this.database = database;
    }

    record Kept(long id, String plan, String name, String sha256, byte[] content) {}

    long keep(String plan, String name, String sha256, byte[] content, Visitor by, Instant at) {
        return database.sql("""
                insert into budget.import_file (plan, name, sha256, content, checked_at, by_id, by_name)
                values (:plan, :name, :sha256, :content, :at, :by, :by_name)
                returning id
                """)
                .param("plan", plan)
                .param("name", name)
                .param("sha256", sha256)
                .param("content", content)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("by_name", by.displayName())
                .query(Long.class)
                .single();
    }

    /// Only who checked a file enters it, and only once.
    Optional<Kept> open(long id, String plan, Visitor by) {
        return database.sql("""
                select id, plan, name, sha256, content from budget.import_file
                where id = :id and plan = :plan and by_id = :by and entered_at is null
                for update
                """)
                .param("id", id)
                .param("plan", plan)
                .param("by", by.id())
                .query((row, _) -> new Kept(
                        row.getLong("id"),
                        row.getString("plan"),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getBytes("content")))
                .optional();
    }

    void entered(long id, Instant at) {
        database.sql("update budget.import_file set entered_at = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Files that were checked and never entered.
    void forget(Instant before) {
        database.sql("delete from budget.import_file where entered_at is null and checked_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
