package tsukasa.watching.keeping;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Holds what is said now against all findings at once, where they are: only what differs comes back.
@Repository
class DifferenceStore {
    private static final String BY_NAMES = """
        select i.id, i.list, i.owner, i.digest
                    from unnest(:scope) as k (digest)
                    join watching.item i on i.digest = decode(k.digest, 'hex')
                    join watching.list l on l.id = i.list
                   where l.removed_at is null
        """;
    private static final String ONE_BY_ONE =
            "select i.id, i.list, i.owner, i.digest from watching.item i where i.id = any(:scope)";
    private static final String DIFFERENT = """
        with said as materialized (
          select k.n, watching.said(k.severity::smallint, k.tenths::smallint, k.exploited, k.sure, k.feed, k.party, k.rule,
                                    k.version, k.told, k.ordered, k.fix) as said
            from unnest(:severities, :tenths, :exploited, :sure, :feeds, :parties, :rules, :versions, :told, :orders, :fixes)
                 with ordinality as k (severity, tenths, exploited, sure, feed, party, rule, version, told, ordered, fix, n)
        ), scope as materialized (
          %s
        ), expected as materialized (
          select s.id as item, k.entry, k.n
            from unnest(:digests, :digestEntries, :digestSaid) as k (digest, entry, n)
            join scope s on s.digest = decode(k.digest, 'hex')
          union all
          select k.item, k.entry, k.n from unnest(:items, :itemEntries, :itemSaid) as k (item, entry, n)
        ), kept as materialized (
          select f.item, f.entry, f.said from watching.finding f where %s
        ), compared as materialized (
          select coalesce(e.item, k.item) as item, coalesce(e.entry, k.entry) as entry, e.n, k.item is null as fresh,
                 k.item is null or k.said is distinct from coalesce(e.said, 0) as different
            from (select x.item, x.entry, x.n, t.said from expected x join said t on t.n = x.n) e
            full join kept k on k.item = e.item and k.entry = e.entry
        )
        select c.item, s.list, s.owner, encode(s.digest, 'hex') as digest, c.entry, c.n, c.fresh
          from compared c join scope s on s.id = c.item
         where c.different
        """;
    private final JdbcClient database;

    DifferenceStore(JdbcClient database) {
        this.database = database;
    }

    /// An item and an entry of which something else is said than before.
    ///
    /// @param said  the number of what is said now, from 1; null where it no longer matches
    /// @param fresh there is no finding of it yet
    record Difference(
            long item,
            UUID list,
            UUID owner,
            String digest,
            long entry,
            @Nullable Integer said,
            boolean fresh) {}

    /// Of all items of lists in use that are called so, about these entries.
    List<Difference> ofNames(Collection<String> digests, Collection<Long> entries, Said said) {
        return different(
                database.sql(DIFFERENT.formatted(BY_NAMES, "f.entry = any(:entries)"))
                        .param("scope", digests.toArray(String[]::new))
                        .param("entries", entries.toArray(Long[]::new)),
                said);
    }

    /// Of these items, about all entries.
    List<Difference> ofItems(Collection<Long> items, Said said) {
        return different(
                database.sql(DIFFERENT.formatted(ONE_BY_ONE, "f.item = any(:scope)"))
                        .param("scope", items.toArray(Long[]::new)),
                said);
    }

    private List<Difference> different(JdbcClient.StatementSpec statement, Said said) {
        return new ChangeStore.Judgements(said.judged())
                .into(statement)
                .param("digests", said.digests.toArray(String[]::new))
                .param("digestEntries", said.entriesOfDigests.toArray(Long[]::new))
                .param("digestSaid", said.saidOfDigests.toArray(Integer[]::new))
                .param("items", said.items.toArray(Long[]::new))
                .param("itemEntries", said.entriesOfItems.toArray(Long[]::new))
                .param("itemSaid", said.saidOfItems.toArray(Integer[]::new))
                .query((row, _) -> new Difference(
                        row.getLong("item"),
                        row.getObject("list", UUID.class),
                        row.getObject("owner", UUID.class),
                        row.getString("digest"),
                        row.getLong("entry"),
                        row.getObject("n", Integer.class),
                        row.getBoolean("fresh")))
                .list();
    }
}
