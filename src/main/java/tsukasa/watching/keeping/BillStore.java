package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.watching.WatchLists.Leaving;
import tsukasa.watching.WatchedBill;

/// Bills of materials of lists, and which items are there because of them.
@Repository
class BillStore {
    private final JdbcClient database;

    BillStore(JdbcClient database) {
        this.database = database;
    }

    /// A part of a bill, as it stands in the list.
    ///
    /// @param names of products that it means
    /// @param alone no other bill has it, and nobody added it by hand
    record Held(long item, String digest, String title, String version, Set<String> names, boolean alone) {}

    int count(UUID list) {
        return database.sql("select count(*) from watching.bill where list = :list")
                .param("list", list)
                .query(Integer.class)
                .single();
    }

    List<WatchedBill> of(UUID list) {
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

    /// Those of the bills that the list has, in the order they came.
    TreeSet<Long> there(UUID list, Collection<Long> bills) {
        return new TreeSet<>(database.sql("select id from watching.bill where list = :list and id = any(:bills)")
                .param("list", list)
                .param("bills", bills.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    long add(UUID list, UUID owner, WatchedBill bill) {
        return database.sql("""
                        insert into watching.bill (list, owner, file, name, format, sent_at, parts, nameless)
                        values (:list, :owner, :file, :name, :format, :at, :parts, :nameless) returning id
                        """)
                .param("list", list)
                .param("owner", owner)
                .param("file", bill.file())
                .param("name", bill.name())
                .param("format", bill.format())
                .param("at", ItemStore.at(bill.sentAt()))
                .param("parts", bill.parts())
                .param("nameless", bill.nameless())
                .query(Long.class)
                .single();
    }

    void describe(UUID list, long id, WatchedBill bill) {
        database.sql("""
                        update watching.bill set file = :file, name = :name, format = :format, sent_at = :at, parts = :parts,
                               nameless = :nameless
                         where list = :list and id = :id
                        """)
                .param("list", list)
                .param("id", id)
                .param("file", bill.file())
                .param("name", bill.name())
                .param("format", bill.format())
                .param("at", ItemStore.at(bill.sentAt()))
                .param("parts", bill.parts())
                .param("nameless", bill.nameless())
                .update();
    }

    List<Held> held(UUID list, Collection<Long> bills) {
        return database.sql("""
                        select i.id, encode(i.digest, 'hex') as digest, i.title, i.version,
                               not i.by_hand and i.bills <@ :bills::bigint[] as alone,
                               array(select n.name from watching.item_name n where n.item = i.id order by n.name) as names
                          from watching.item i
                         where i.list = :list and i.bills && :bills::bigint[]
                         order by i.id
                        """)
                .param("list", list)
                .param("bills", bills.toArray(Long[]::new))
                .query((row, _) -> new Held(
                        row.getLong("id"),
                        row.getString("digest"),
                        row.getString("title"),
                        row.getString("version"),
                        Set.copyOf(
                                Arrays.asList((String[]) row.getArray("names").getArray())),
                        row.getBoolean("alone")))
                .list();
    }

    /// The items are there for these bills no longer, and gone where that was the only reason.
    void leave(UUID list, Collection<Long> items, Collection<Long> bills) {
        database.sql("""
                        delete from watching.item
                         where list = :list and id = any(:items) and not by_hand and bills <@ :bills::bigint[]
                        """)
                .param("list", list)
                .param("items", items.toArray(Long[]::new))
                .param("bills", bills.toArray(Long[]::new))
                .update();
        forget(list, items, bills);
    }

    private void forget(UUID list, Collection<Long> items, Collection<Long> bills) {
        database.sql("""
                        update watching.item set bills = array(select b from unnest(bills) b where b <> all(:bills::bigint[]))
                         where list = :list and id = any(:items) and bills && :bills::bigint[]
                        """)
                .param("list", list)
                .param("items", items.toArray(Long[]::new))
                .param("bills", bills.toArray(Long[]::new))
                .update();
    }

    /// What had one of several bills that become one has that one.
    void become(UUID list, Collection<Long> items, Collection<Long> others, long one) {
        database.sql("""
                        update watching.item
                           set bills = array(select distinct case when b = any(:others::bigint[]) then :one::bigint else b end
                                               from unnest(bills) b)
                         where list = :list and id = any(:items) and bills && :others::bigint[]
                        """)
                .param("list", list)
                .param("items", items.toArray(Long[]::new))
                .param("others", others.toArray(Long[]::new))
                .param("one", one)
                .update();
    }

    void remove(UUID list, Collection<Long> bills) {
        database.sql("delete from watching.bill where list = :list and id = any(:bills)")
                .param("list", list)
                .param("bills", bills.toArray(Long[]::new))
                .update();
    }

    /// What would go with this bill, or with this item; the other one is 0.
    Optional<Leaving> leaving(UUID list, long bill, long item) {
        return database.sql("""
                        with concerned as (
                          select id, not by_hand and bills = array[:bill::bigint] or id = :item as goes from watching.item
                           where list = :list and (bills @> array[:bill::bigint] or id = :item)
                        )
                        select coalesce((select file from watching.bill where list = :list and id = :bill),
                                        (select trim(title || ' ' || version) from watching.item where list = :list and id = :item)) as title,
                               (select count(*) from concerned where goes) as going,
                               (select count(*) from concerned where not goes) as staying,
                               count(*) as findings, count(*) filter (where f.state in ('REVIEWED', 'NOT_AFFECTED', 'FIXED', 'ACCEPTED')) as decided
                          from watching.finding f
                         where f.item in (select id from concerned where goes) and f.state <> 'GONE'
                        """)
                .param("list", list)
                .param("bill", bill)
                .param("item", item)
                .query((row, _) -> leaving(row))
                .single();
    }

    private static Optional<Leaving> leaving(ResultSet row) throws SQLException {
        String title = row.getString("title");
        return title == null
                ? Optional.empty()
                : Optional.of(new Leaving(
                        title,
                        row.getInt("going"),
                        row.getInt("staying"),
                        row.getLong("findings"),
                        row.getLong("decided")));
    }
}
