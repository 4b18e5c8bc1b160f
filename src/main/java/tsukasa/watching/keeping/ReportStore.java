package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.watching.Fact;
import tsukasa.watching.Finding;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchNews.Kind;

/// The news that wait to be told.
@Repository
class ReportStore {
    private static final String NEWS = "select n.id as news, n.kind, n.facts, n.at, " + FindingReadStore.COLUMNS + """
         from watching.news n
         join watching.finding f on f.id = n.finding
         join watching.item i on i.id = f.item
        """;
    private final JdbcClient database;

    ReportStore(JdbcClient database) {
        this.database = database;
    }

    record News(long id, Kind kind, List<Fact> facts, Instant at, Finding finding) {}

    /// Lists of which letters are due, held until the end of the transaction. News can be written meanwhile: what
    /// follows the changes never waits for letters.
    ///
    /// @param morning what happened before then goes into a letter of the day
    /// @param since   a list that had a letter later waits for a while
    List<WatchList> letterDue(Instant morning, Instant since, int most) {
        return database.sql("""
                        select l.* from watching.list l
                         where l.id in (select list from watching.news where to_letter)
                           and l.removed_at is null
                           and (l.letters = 'AT_ONCE' and (l.lettered_at is null or l.lettered_at < :since)
                             or l.letters = 'DAILY' and exists (select 1 from watching.news n
                                                                 where n.list = l.id and n.to_letter and n.at < :morning))
                         order by l.lettered_at nulls first limit :most
                           for no key update skip locked
                        """)
                .param("morning", ItemStore.at(morning))
                .param("since", ItemStore.at(since))
                .param("most", most)
                .query((row, _) -> ListStore.list(row))
                .list();
    }

    List<WatchList> hookDue(int most) {
        return database.sql("""
                        select l.* from watching.list l
                         where l.id in (select list from watching.news where to_hook) and l.removed_at is null
                         limit :most for no key update skip locked
                        """)
                .param("most", most)
                .query((row, _) -> ListStore.list(row))
                .list();
    }

    List<News> waiting(UUID list, boolean letter, int most) {
        return database.sql(NEWS + " where n.list = :list and " + (letter ? "n.to_letter" : "n.to_hook")
                        + " order by n.id limit :most")
                .param("list", list)
                .param("most", most)
                .query((row, _) -> news(row))
                .list();
    }

    List<News> last(UUID owner, UUID list, int most) {
        return database.sql(NEWS + " where n.list = :list and n.owner = :owner order by n.id desc limit :most")
                .param("list", list)
                .param("owner", owner)
                .param("most", most)
                .query((row, _) -> news(row))
                .list();
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                row.getLong("news"),
                Kind.valueOf(row.getString("kind")),
                ItemStore.texts(row, "facts").stream()
                        .filter(fact -> !fact.isEmpty())
                        .map(Fact::valueOf)
                        .toList(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                FindingReadStore.finding(row));
    }

    void lettered(UUID list, Collection<Long> news, Instant at) {
        database.sql("update watching.news set to_letter = false where id = any(:news)")
                .param("news", news.toArray(Long[]::new))
                .update();
        database.sql("update watching.list set lettered_at = :at where id = :list")
                .param("list", list)
                .param("at", ItemStore.at(at))
                .update();
    }

    void hooked(Collection<Long> news) {
        database.sql("update watching.news set to_hook = false where id = any(:news)")
                .param("news", news.toArray(Long[]::new))
                .update();
    }
}
