package tsukasa.watching.keeping;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts who watches what.
@Repository
class PopularityStore {
    private final JdbcClient database;

    PopularityStore(JdbcClient database) {
        this.database = database;
    }

    /// A person counts once, however many lists and versions they have; removed lists do not count.
    Map<String, Integer> byName(int fewest) {
        Map<String, Integer> names = new HashMap<>();
        database.sql("""
                        select n.name, count(distinct n.owner) as people
                          from watching.item_name n
                          join watching.item i on i.id = n.item
                          join watching.list l on l.id = i.list and l.removed_at is null
                         group by n.name having count(distinct n.owner) >= :fewest
                        """).param("fewest", fewest).query(row -> {
            names.put(row.getString("name"), row.getInt("people"));
        });
        return names;
    }
}
