package tsukasa.watching.keeping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What lies beside each other in lists, for all lists at once.
@Repository
class BesideStore {
    private static final Map<String, Integer> PARTS = Map.of("a", 1, "o", 2, "h", 4);
    private final JdbcClient database;

    BesideStore(JdbcClient database) {
        this.database = database;
    }

    /// An item of a list that is in use.
    record Held(long item, UUID list, String digest) {}

    List<Held> called(Collection<String> digests) {
        return database.sql("""
                        select i.id, i.list, encode(i.digest, 'hex') as digest
                          from unnest(:digests) as k (digest)
                          join watching.item i on i.digest = decode(k.digest, 'hex')
                          join watching.list l on l.id = i.list
                         where l.removed_at is null
                        """)
                .param("digests", digests.toArray(String[]::new))
                .query((row, _) ->
                        new Held(row.getLong("id"), row.getObject("list", UUID.class), row.getString("digest")))
                .list();
    }

    /// Something with a CPE name that means a product.
    record Platform(String product, String digest, List<String> names) {}

    /// By list, what there is of these products; in an order that lists of the same things share.
    Map<UUID, List<Platform>> platforms(Collection<UUID> lists, Collection<String> products) {
        Map<UUID, List<Platform>> all = new HashMap<>();
        database.sql("""
                        select i.list, n.name, encode(i.digest, 'hex') as digest, i.names
                          from watching.item_name n join watching.item i on i.id = n.item
                         where n.name = any(:products) and i.list = any(:lists::uuid[]) and i.parts <> 0
                         order by i.digest
                        """)
                .param("products", products.toArray(String[]::new))
                .param("lists", lists.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("list", UUID.class), _ -> new ArrayList<>())
                            .add(new Platform(
                                    row.getString("name"), row.getString("digest"), ItemStore.texts(row, "names")));
                });
        return all;
    }

    /// By list, of which parts of CPE there is anything.
    Map<UUID, Set<String>> parts(Collection<UUID> lists) {
        Map<UUID, Set<String>> all = new HashMap<>();
        database.sql("""
                        select list, bit_or(parts) as parts from watching.item where list = any(:lists::uuid[]) group by list
                        """)
                .param("lists", lists.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    int bits = row.getInt("parts");
                    Set<String> parts = new HashSet<>();
                    PARTS.forEach((part, bit) -> {
                        if ((bits & bit) != 0) {
                            parts.add(part);
                        }
                    });
                    all.put(row.getObject("list", UUID.class), parts);
                });
        return all;
    }
}
