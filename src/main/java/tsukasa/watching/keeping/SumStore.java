package tsukasa.watching.keeping;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.watching.Findings.Tally;

/// How many findings lists have. Triggers write down what changed; here it is read, and folded.
@Repository
class SumStore {
    private static final int EXPLOITED = 10;
    private final JdbcClient database;

    SumStore(JdbcClient database) {
        this.database = database;
    }

    /// By list. What no longer matches is in no tally.
    ///
    /// @param lists empty for all
    Map<UUID, Tally> tallies(UUID owner, Collection<UUID> lists) {
        Map<UUID, Tally> tallies = new HashMap<>();
        database.sql("""
                        select s.list, s.state in ('OPEN', 'REVIEWED') as waiting, s.range, sum(s.count) as count
                          from watching.list l join watching.finding_sum s on s.list = l.id
                         where l.owner = :owner and l.removed_at is null and s.state <> 'GONE'
                           and (cardinality(:lists::uuid[]) = 0 or l.id = any(:lists::uuid[]))
                         group by 1, 2, 3 having sum(s.count) <> 0
                        """)
                .param("owner", owner)
                .param("lists", lists.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    tallies.merge(
                            row.getObject("list", UUID.class),
                            tally(row.getBoolean("waiting"), row.getInt("range"), row.getLong("count")),
                            SumStore::sum);
                });
        return tallies;
    }

    private static Tally tally(boolean waiting, int range, long count) {
        return waiting
                ? new Tally(Map.of(range % EXPLOITED - 1, count), range >= EXPLOITED ? count : 0, 0)
                : new Tally(Map.of(), 0, count);
    }

    private static Tally sum(Tally one, Tally other) {
        Map<Integer, Long> both = new HashMap<>(one.bySeverity());
        other.bySeverity().forEach((severity, count) -> both.merge(severity, count, Long::sum));
        return new Tally(both, one.exploited() + other.exploited(), one.decided() + other.decided());
    }

    /// Makes one row of all of a list's state and range, for so many lists. Rows that others add meanwhile stay as they
    /// are.
    ///
    /// @return how many rows were folded; none at the end
    int fold(int lists) {
        return database.sql("""
                        with grown as materialized (
                          select distinct list from (select list from watching.finding_sum where not folded
                                                      order by list limit 100 * :lists) recent order by list limit :lists
                        ), taken as (
                          delete from watching.finding_sum where list in (select list from grown)
                          returning list, owner, state, range, count
                        ), kept as (
                          insert into watching.finding_sum (list, owner, state, range, count, folded)
                          select list, owner, state, range, sum(count), true from taken
                           group by 1, 2, 3, 4 having sum(count) <> 0
                        )
                        select count(*) from taken
                        """).param("lists", lists).query(Integer.class).single();
    }

    boolean complete() {
        return database.sql("select coalesce(bool_and(summed), false) from watching.progress")
                .query(Boolean.class)
                .single();
    }

    /// Counts all findings anew, while nobody can change one.
    void count() {
        database.sql("lock table watching.finding in share row exclusive mode").update();
        database.sql("delete from watching.finding_sum").update();
        database.sql("""
                        insert into watching.finding_sum (list, owner, state, range, count, folded)
                        select list, owner, state, urgency / 1000, count(*), true from watching.finding group by 1, 2, 3, 4
                        """).update();
        database.sql("""
                        insert into watching.progress (mark, entry, summed) values (0, 0, true)
                        on conflict (single) do update set summed = true
                        """).update();
    }
}
