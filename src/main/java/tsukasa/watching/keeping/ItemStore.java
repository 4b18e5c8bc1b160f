package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchedItem;

/// Items of lists, and from the names of products to them.
@Repository
class ItemStore {
    private final JdbcClient database;

    ItemStore(JdbcClient database) {
        this.database = database;
    }

    boolean any() {
        return database.sql("select exists (select 1 from watching.item)")
                .query(Boolean.class)
                .single();
    }

    /// What items of lists in use are called that mean one of the products, or have a finding of one of the entries.
    List<Named> concerned(Set<String> names, Set<Long> entries) {
        return database.sql("""
                        with concerned as (
                          select item from watching.item_name where name = any(:names)
                          union
                          select item from watching.finding where entry = any(:entries)
                        )
                        select encode(i.digest, 'hex') as digest, i.names, count(*) as items, bool_and(i.known) as known
                          from concerned c
                          join watching.item i on i.id = c.item
                          join watching.list l on l.id = i.list
                         where l.removed_at is null
                         group by i.digest, i.names
                         order by i.digest
                        """)
                .param("names", names.toArray(String[]::new))
                .param("entries", entries.toArray(Long[]::new))
                .query((row, _) -> new Named(
                        row.getString("digest"), texts(row, "names"), row.getLong("items"), row.getBoolean("known")))
                .list();
    }

    List<Watched> of(UUID list) {
        return database.sql("select id, list, owner, names from watching.item where list = :list order by id")
                .param("list", list)
                .query((row, _) -> watched(row))
                .list();
    }

    List<Watched> numbered(Collection<Long> items) {
        return database.sql("select id, list, owner, names from watching.item where id = any(:items) order by id")
                .param("items", items.toArray(Long[]::new))
                .query((row, _) -> watched(row))
                .list();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return new Watched(
                row.getLong("id"),
                row.getObject("list", UUID.class),
                row.getObject("owner", UUID.class),
                texts(row, "names"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    long count(UUID list) {
        return database.sql("select count(*) from watching.item where list = :list")
                .param("list", list)
                .query(Long.class)
                .single();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// Those that the list did not have yet; their ids, by the digest of their names. The others have a reason more.
    ///
    /// @param bill  null for items added by hand
    /// @param items no two of the same names
    Map<String, Long> add(UUID list, UUID owner, @Nullable Long bill, List<NewItem> items, Instant at) {
        Map<String, Long> added = new LinkedHashMap<>();
        database.sql("""
                        insert into watching.item as i (list, owner, bills, by_hand, title, version, names, digest, known, added_at)
                        select :list, :owner, array_remove(array[:bill::bigint], null), :bill::bigint is null, k.title, k.version, string_to_array(k.names, E'\n'),
                               decode(k.digest, 'hex'), false, :at
                          from unnest(:titles, :versions, :names, :digests) with ordinality as k (title, version, names, digest, n)
                         order by k.n
                        on conflict (list, digest) do update
                           set bills = i.bills || array_remove(array[:bill::bigint], null), by_hand = i.by_hand or :bill::bigint is null
                         where case when :bill::bigint is null then not i.by_hand else not i.bills @> array[:bill::bigint] end
                        returning i.id, encode(i.digest, 'hex') as digest, i.xmax = 0 as fresh
                        """)
                .param("list", list)
                .param("owner", owner)
                .param("bill", bill)
                .param("titles", items.stream().map(NewItem::title).toArray(String[]::new))
                .param("versions", items.stream().map(NewItem::version).toArray(String[]::new))
                .param(
                        "names",
                        items.stream()
                                .map(item -> String.join("\n", item.names()))
                                .toArray(String[]::new))
                .param(
                        "digests",
                        items.stream().map(item -> Names.digest(item.names())).toArray(String[]::new))
                .param("at", at(at))
                .query(row -> {
                    if (row.getBoolean("fresh")) {
                        added.put(row.getString("digest"), row.getLong("id"));
                    }
                });
        return added;
    }

    void named(UUID owner, Map<Long, Set<String>> names) {
        List<Long> items = new ArrayList<>();
        List<String> flat = new ArrayList<>();
        names.forEach((item, its) -> its.forEach(name -> {
            items.add(item);
            flat.add(name);
        }));
        database.sql("""
                        insert into watching.item_name (name, item, owner)
                        select name, item, :owner from unnest(:names, :items) as k (name, item) on conflict do nothing
                        """)
                .param("owner", owner)
                .param("names", flat.toArray(String[]::new))
                .param("items", items.toArray(Long[]::new))
                .update();
    }

    /// Of all lists, whatever is called so.
    void knownByNames(Collection<String> digests) {
        database.sql("""
                        update watching.item i set known = true from unnest(:digests) as k (digest)
                         where i.digest = decode(k.digest, 'hex') and not i.known
                        """).param("digests", digests.toArray(String[]::new)).update();
    }

    void known(Collection<Long> items) {
        database.sql("update watching.item set known = true where id = any(:items) and not known")
                .param("items", items.toArray(Long[]::new))
                .update();
    }

    List<WatchedItem> list(UUID list, String words, long from, int size) {
        return database.sql("""
                        select i.*, (select count(*) from watching.finding f
                                      where f.item = i.id and f.state in ('OPEN', 'REVIEWED')) as open
                          from watching.item i
                         where i.list = :list and (:words = '' or strpos(lower(i.title || ' ' || i.version), lower(:words)) > 0)
                         order by lower(i.title), i.version, i.id offset :from limit :size
                        """)
                .param("list", list)
                .param("words", words)
                .param("from", from)
                .param("size", size)
                .query((row, _) -> new WatchedItem(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("version"),
                        texts(row, "names"),
                        row.getBoolean("known"),
                        List.of((Long[]) row.getArray("bills").getArray()),
                        row.getBoolean("by_hand"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        row.getLong("open")))
                .list();
    }

    long count(UUID list, String words) {
        return database.sql("""
                        select count(*) from watching.item i
                         where i.list = :list and (:words = '' or strpos(lower(i.title || ' ' || i.version), lower(:words)) > 0)
                        """)
                .param("list", list)
                .param("words", words)
                .query(Long.class)
                .single();
    }

    boolean remove(UUID list, long item) {
        return database.sql("delete from watching.item where list = :list and id = :item")
                        .param("list", list)
                        .param("item", item)
                        .update()
                > 0;
    }
}
