package tsukasa.files.keeping;

import com.google.crypto.tink.StreamingAead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.files.FileId;
import tsukasa.files.FileState;
import tsukasa.kernel.database.OpenDatabase;
import tsukasa.kernel.keys.KeyRing;

/// What lies on the disk, in schema `files`.
@Component
class ContentStore {
    private static final String COLUMNS = "select id, sha256, sealed, stored_sha256, size, state from files.content ";
    private final JdbcClient database;

    ContentStore(JdbcClient database) {
        this.database = database;
    }

    static ContentStore of(OpenDatabase database) {
        return new ContentStore(JdbcClient.create(database.source()));
    }

    static TransactionOperations transactions(OpenDatabase database) {
        return new TransactionTemplate(new JdbcTransactionManager(database.source()));
    }

    boolean installed() {
        return database.sql("select to_regclass('files.content') is not null")
                .query(Boolean.class)
                .single();
    }

    /// Some of all, in their order.
    List<StoredContent> after(long id) {
        return database.sql(COLUMNS + "where id > :after order by id limit 500")
                .param("after", id)
                .query(ContentStore::stored)
                .list();
    }

    /// False while a backup is taken, which must find every file that its rows name.
    boolean mayDiscard() {
        return database.sql("select pg_try_advisory_xact_lock_shared(7544)")
                .query(Boolean.class)
                .single();
    }

    /// Held until the transaction ends: whoever lays a file under this hash, and whoever takes it away, come one after
    /// another.
    void lock(String sha256) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:hash, 44))")
                .param("hash", sha256)
                .query()
                .singleRow();
    }

    Optional<StoredContent> find(String sha256, boolean sealed) {
        return database.sql(COLUMNS + "where sha256 = :sha256 and sealed = :sealed")
                .param("sha256", sha256)
                .param("sealed", sealed)
                .query(ContentStore::stored)
                .optional();
    }

    Optional<StoredContent> of(FileId file) {
        return database.sql(COLUMNS + "where id = (select content from files.file where id = :id)")
                .param("id", file.value())
                .query(ContentStore::stored)
                .optional();
    }

    StoredContent add(Vault.Arrival arrival, FileState state, @Nullable Instant scannedAt, Instant now) {
        KeyRing.Keys<StreamingAead> key = arrival.key();
        database.sql("""
                        insert into files.content (sha256, sealed, stored_sha256, size, key_id, state, scanned_at, kept_at)
                        values (:sha256, :sealed, :stored, :size, :key, :state, :scanned, :now)
                        """)
                .param("sha256", arrival.sha256())
                .param("sealed", arrival.sealed())
                .param("stored", arrival.storedSha256())
                .param("size", arrival.size())
                .param("key", key == null ? null : key.newest())
                .param("state", state.name())
                .param("scanned", scannedAt == null ? null : Timestamp.from(scannedAt))
                .param("now", Timestamp.from(now))
                .update();
        return find(arrival.sha256(), arrival.sealed()).orElseThrow();
    }

    /// Another way of lying on the disk: under another key.
    void resealed(long id, Vault.Arrival arrival) {
        KeyRing.Keys<StreamingAead> key = arrival.key();
        database.sql("update files.content set stored_sha256 = :stored, key_id = :key where id = :id")
                .param("id", id)
                .param("stored", arrival.storedSha256())
                .param("key", key == null ? null : key.newest())
                .update();
    }

    /// What a scan said of one that was waiting for it, or was found harmful since.
    void scanned(long id, FileState state, @Nullable String finding, Instant now) {
        database.sql("update files.content set state = :state, finding = :finding, scanned_at = :now where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("finding", finding)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// @return how many were in quarantine: one or none
    int release(FileId file, String by, String reason, Instant now) {
        return database.sql("""
                        update files.content
                           set state = 'RELEASED', released_by = :by, release_reason = :reason, released_at = :now
                         where id = (select content from files.file where id = :id) and state = 'QUARANTINED'
                        """)
                .param("id", file.value())
                .param("by", by)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Those after this id that wait for a scan.
    List<StoredContent> waitingForScan(long after, int most) {
        return database.sql(
                        COLUMNS + "where state in ('UNSCANNED', 'QUARANTINED') and id > :after order by id limit :most")
                .param("after", after)
                .param("most", most)
                .query(ContentStore::stored)
                .list();
    }

    /// Some of those after this id that are sealed by another key.
    List<StoredContent> sealedByOthers(long key, long after) {
        return database.sql(COLUMNS + "where sealed and key_id <> :key and id > :after order by id limit 100")
                .param("key", key)
                .param("after", after)
                .query(ContentStore::stored)
                .list();
    }

    /// Empty when it is gone; locked until the transaction ends.
    Optional<StoredContent> again(long id) {
        return database.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(ContentStore::stored)
                .optional();
    }

    /// What was found in this content, sealed or open, if anything was.
    Optional<String> finding(String sha256) {
        return database.sql("select finding from files.content where sha256 = :sha256 and state = 'INFECTED' limit 1")
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }

    boolean anySealed() {
        return database.sql("select exists (select 1 from files.content where sealed)")
                .query(Boolean.class)
                .single();
    }

    boolean known(String storedSha256) {
        return database.sql("select exists (select 1 from files.content where stored_sha256 = :stored)")
                .param("stored", storedSha256)
                .query(Boolean.class)
                .single();
    }

    /// Forgets a content that no record holds any more. First it is locked, then looked at, so that somebody who
    /// keeps the same at this moment is seen.
    boolean forget(long id) {
        return again(id).isPresent()
                && database.sql("delete from files.content c where id = :id"
                                        + " and not exists (select 1 from files.file f where f.content = c.id)")
                                .param("id", id)
                                .update()
                        == 1;
    }

    private static StoredContent stored(ResultSet row, int number) throws SQLException {
        return new StoredContent(
                row.getLong("id"),
                row.getString("sha256"),
                row.getBoolean("sealed"),
                row.getString("stored_sha256"),
                row.getLong("size"),
                FileState.valueOf(row.getString("state")));
    }
}
