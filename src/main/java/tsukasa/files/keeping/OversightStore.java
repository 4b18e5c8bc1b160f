package tsukasa.files.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tsukasa.files.FileId;
import tsukasa.files.FileOversight.Record;
import tsukasa.files.FileOversight.Wanted;
import tsukasa.files.KeptFile;

/// Lists files for whoever looks after them.
@Component
class OversightStore {
    private static final String FROM = """
             from files.file f left join files.content c on c.id = f.content
             where (:text = '' or f.name ilike :pattern or f.sha256 = lower(:text) or f.holder_id = :text)
               and (:state = '' or coalesce(c.state, 'GONE') = :state)
               and (:state <> '' or f.gone_at is null)
               and (:kind = '' or f.holder_kind = :kind)
               and (not :held or f.hold_reason is not null)
            """;

    private final JdbcClient database;

    OversightStore(JdbcClient database) {
        this.database = database;
    }

    long count(Wanted wanted) {
        return with(database.sql("select count(*)" + FROM), wanted)
                .query(Long.class)
                .single();
    }

    /// What waits for somebody first, then the newest.
    List<KeptFile> list(Wanted wanted, long offset, int size) {
        return with(
                        database.sql("select f.*, coalesce(c.state, 'GONE') as state" + FROM
                                + " order by coalesce(c.state, '') in ('QUARANTINED', 'INFECTED') desc, f.number desc"
                                + " offset :offset limit :size"),
                        wanted)
                .param("offset", offset)
                .param("size", size)
                .query(FileStore::kept)
                .list();
    }

    private static StatementSpec with(StatementSpec statement, Wanted wanted) {
        String text = wanted.text().strip();
        return statement
                .param("text", text)
                .param(
                        "pattern",
                        "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("state", wanted.state() == null ? "" : wanted.state().name())
                .param("kind", wanted.kind())
                .param("held", wanted.held());
    }

    long quarantined() {
        return database.sql("select count(*) from files.content where state = 'QUARANTINED'")
                .query(Long.class)
                .single();
    }

    List<String> kinds() {
        return database.sql("select distinct holder_kind from files.file order by 1")
                .query((row, _) -> row.getString("holder_kind"))
                .list();
    }

    Optional<Record> find(FileId id) {
        return database.sql("""
                        select f.*, coalesce(c.state, 'GONE') as state, c.scanned_at, c.finding, c.released_by,
                               c.release_reason, c.released_at,
                               (select count(*) from files.file o where o.content = f.content) as records
                          from files.file f left join files.content c on c.id = f.content
                         where f.id = :id
                        """)
                .param("id", id.value())
                .query(OversightStore::record)
                .optional();
    }

    private static Record record(ResultSet row, int number) throws SQLException {
        return new Record(
                FileStore.kept(row, number),
                row.getLong("records"),
                instant(row, "scanned_at"),
                Optional.ofNullable(row.getString("finding")),
                together(row.getString("released_by"), row.getString("release_reason")),
                Optional.ofNullable(row.getString("hold_by_name")),
                instant(row, "gone_at"),
                together(row.getString("gone_by_name"), row.getString("gone_reason")));
    }

    private static Optional<String> together(@Nullable String who, @Nullable String why) {
        return who == null ? Optional.empty() : Optional.of(who + ": " + why);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp time = row.getTimestamp(column);
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }
}
