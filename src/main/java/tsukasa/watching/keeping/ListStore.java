package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.kernel.Language;
import tsukasa.watching.Letters;
import tsukasa.watching.WatchList;

/// The lists themselves.
@Repository
class ListStore {
    private final JdbcClient database;

    ListStore(JdbcClient database) {
        this.database = database;
    }

    List<WatchList> of(UUID owner, boolean removed) {
        return database.sql("""
                        select * from watching.list where owner = :owner and (removed_at is not null) = :removed
                         order by made_at, id
                        """)
                .param("owner", owner)
                .param("removed", removed)
                .query((row, _) -> list(row))
                .list();
    }

    Optional<WatchList> find(UUID owner, UUID list) {
        return database.sql("select * from watching.list where owner = :owner and id = :list")
                .param("owner", owner)
                .param("list", list)
                .query((row, _) -> list(row))
                .optional();
    }

    Optional<WatchList> fed(byte[] hash) {
        return database.sql("select * from watching.list where feed_hash = :hash and removed_at is null")
                .param("hash", hash)
                .query((row, _) -> list(row))
                .optional();
    }

    static WatchList list(ResultSet row) throws SQLException {
        return new WatchList(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("name"),
                row.getString("note"),
                Letters.valueOf(row.getString("letters")),
                row.getString("language").equals("ja") ? Language.JA : Language.EN,
                instant(row, "feed_since"),
                row.getObject("hook", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "removed_at"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /// One at a time for each owner, so that nobody gets past the limit.
    void makeInTurn(UUID owner) {
        database.sql("select pg_advisory_xact_lock(hashtext('watching.list'), hashtext(:owner))")
                .param("owner", owner.toString())
                .query(row -> {});
    }

    WatchList make(UUID owner, String name, String note, Language language, Instant at) {
        return database.sql("""
                        insert into watching.list (owner, name, note, language, made_at)
                        values (:owner, :name, :note, :language, :at) returning *
                        """)
                .param("owner", owner)
                .param("name", name)
                .param("note", note)
                .param("language", language.tag())
                .param("at", ItemStore.at(at))
                .query((row, _) -> list(row))
                .single();
    }

    boolean describe(UUID list, int version, String name, String note) {
        return database.sql("""
                        update watching.list set name = :name, note = :note, version = version + 1
                         where id = :list and version = :version
                        """)
                        .param("list", list)
                        .param("version", version)
                        .param("name", name)
                        .param("note", note)
                        .update()
                > 0;
    }

    /// News from before are not told in a way that was chosen after them.
    void tell(UUID list, Letters letters, Language language) {
        database.sql("update watching.list set letters = :letters, language = :language where id = :list")
                .param("list", list)
                .param("letters", letters.name())
                .param("language", language.tag())
                .update();
        if (letters == Letters.NEVER) {
            database.sql("update watching.news set to_letter = false where list = :list and to_letter")
                    .param("list", list)
                    .update();
        }
    }

    void hook(UUID list, @Nullable UUID target) {
        database.sql("update watching.list set hook = :target::uuid where id = :list")
                .param("list", list)
                .param("target", target)
                .update();
        if (target == null) {
            database.sql("update watching.news set to_hook = false where list = :list and to_hook")
                    .param("list", list)
                    .update();
        }
    }

    void removed(UUID list, @Nullable Instant at) {
        database.sql("update watching.list set removed_at = :at::timestamptz where id = :list")
                .param("list", list)
                .param("at", at == null ? null : ItemStore.at(at))
                .update();
        database.sql("update watching.news set to_letter = false, to_hook = false where list = :list")
                .param("list", list)
                .update();
    }

    void feed(UUID list, byte @Nullable [] hash, @Nullable Instant since) {
        database.sql(
                        "update watching.list set feed_hash = :hash::bytea, feed_since = :since::timestamptz where id = :list")
                .param("list", list)
                .param("hash", hash)
                .param("since", since == null ? null : ItemStore.at(since))
                .update();
    }

    /// Those removed before then, a few at a time.
    int clearAway(Instant before, Instant newsBefore) {
        database.sql("""
                        delete from watching.news where id in (
                          select id from watching.news where at < :before and not to_letter and not to_hook order by id limit 5000)
                        """).param("before", ItemStore.at(newsBefore)).update();
        return database.sql("""
                        delete from watching.list where id in (
                          select id from watching.list where removed_at < :before order by removed_at limit 20
                             for update skip locked)
                        """).param("before", ItemStore.at(before)).update();
    }
}
