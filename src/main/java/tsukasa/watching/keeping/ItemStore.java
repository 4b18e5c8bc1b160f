package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchedBill;
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

    /// Items of lists in use that mean one of the products, or have a finding of one of the entries; those of the
    /// same names together.
    List<Watched> concerned(Set<String> names, Set<Long> entries) {
        return database.sql("""
                        with concerned as (
                          select item from watching.item_name where name = any(:names)
                          union
                          select item from watching.finding where entry = any(:entries)
                        )
                        select i.id, i.list, i.owner, i.names
                          from concerned c
                          join watching.item i on i.id = c.item
                          join watching.list l on l.id = i.list
                         where l.removed_at is null
                         order by i.digest, i.id
                        """)
                .param("names", names.toArray(String[]::new))
                .param("entries", entries.toArray(Long[]::new))
                .query((row, _) -> watched(row))
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

    /// What lists hold by CPE name, in an order of its own that lists of the same things share.
    Map<UUID, List<List<String>>> byCpe(Collection<UUID> lists) {
        Map<UUID, List<List<String>>> all = new HashMap<>();
        database.sql("""
                        select list, names from watching.item
                         where list = any(:lists::uuid[]) and exists (select 1 from unnest(names) n where n like 'cpe:%')
                         order by list, digest
                        """)
                .param("lists", lists.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("list", UUID.class), _ -> new ArrayList<>())
                            .add(texts(row, "names"));
                });
        return all;
    }

    long count(UUID list) {
        return database.sql("select count(*) from watching.item where list = :list")
                .param("list", list)
                .query(Long.class)
                .single();
    }

    long addBill(UUID list, UUID owner, WatchedBill bill) {
        return database.sql("""
                        insert into watching.bill (list, owner, file, name, format, sent_at, parts, nameless)
                        values (:list, :owner, :file, :name, :format, :at, :parts, :nameless) returning id
                        """)
                .param("list", list)
                .param("owner", owner)
                .param("file", bill.file())
                .param("name", bill.name())
                .param("format", bill.format())
                .param("at", at(bill.sentAt()))
                .param("parts", bill.parts())
                .param("nameless", bill.nameless())
                .query(Long.class)
                .single();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// Empty where the list has it already.
    Optional<Long> add(UUID list, UUID owner, @Nullable Long bill, NewItem item, Instant at) {
        return database.sql("""
                        insert into watching.item (list, owner, bill, title, version, names, digest, known, added_at)
                        values (:list, :owner, :bill, :title, :version, :names, :digest, false, :at)
                        on conflict (list, digest) do nothing returning id
                        """)
                .param("list", list)
                .param("owner", owner)
                .param("bill", bill)
                .param("title", item.title())
                .param("version", item.version())
                .param("names", item.names().toArray(String[]::new))
                .param("digest", Names.digest(item.names()))
                .param("at", at(at))
                .query((row, _) -> row.getLong(1))
                .optional();
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
                        row.getObject("bill", Long.class),
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

    List<WatchedBill> bills(UUID list) {
        return database.sql("select * from watching.bill where list = :list order by sent_at, id")
                .param("list", list)
                .query((row, _) -> new WatchedBill(
                        row.getLong("id"),
                        row.getString("file"),
                        row.getString("name"),
                        row.getString("format"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getInt("parts"),
                        row.getInt("nameless")))
                .list();
    }

    boolean remove(UUID list, long item) {
        return database.sql("delete from watching.item where list = :list and id = :item")
                        .param("list", list)
                        .param("item", item)
                        .update()
                > 0;
    }

    boolean removeBill(UUID list, long bill) {
        return database.sql("delete from watching.bill where list = :list and id = :bill")
                        .param("list", list)
                        .param("bill", bill)
                        .update()
                > 0;
    }
}
