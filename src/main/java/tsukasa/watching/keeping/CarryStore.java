package tsukasa.watching.keeping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.watching.FindingState;
import tsukasa.watching.Justification;

/// Carries what was decided of one version of a product over to the next.
@Repository
class CarryStore {
    private static final String CARRY = """
        with before as (
          select k.product, f.entry, min(f.since) as since, bool_or(f.exploited) as exploited, min(i.version) as version,
                 min(f.state) as state, min(e.justification) as justification, min(e.note) as note, min(e.by_name) as by_name,
                 bool_or(f.state <> 'OPEN') as decided,
                 count(distinct (f.state, coalesce(e.justification, ''), coalesce(e.note, ''))) = 1 as agreed
            from unnest(:productsBefore, :before) as k (product, item)
            join watching.item i on i.id = k.item
            join watching.finding f on f.item = k.item and f.state <> 'GONE'
            left join lateral (
              select justification, note, by_name from watching.finding_event
               where finding = f.id and became is not null order by seq desc limit 1) e on f.state <> 'OPEN'
           group by k.product, f.entry
        ), met as (
          select f.id, f.owner, b.*,
                 b.agreed and b.state = any(:states) and coalesce(b.justification, '') <> all(:without)
                   and (b.exploited or not f.exploited) as holds
            from unnest(:productsAfter, :after) as k (product, item)
            join watching.finding f on f.item = k.item and f.state = 'OPEN'
            join before b on b.product = k.product and b.entry = f.entry
        ), moved as (
          update watching.finding f set since = m.since, state = case when m.holds then m.state else f.state end
            from met m where f.id = m.id
        ), told as (
          insert into watching.finding_event (finding, seq, owner, at, became, justification, note, by_name,
                 before_version, before_state)
          select m.id, coalesce((select max(seq) from watching.finding_event where finding = m.id), 0) + 1, m.owner, :at,
                 case when m.holds then m.state end, m.justification, coalesce(m.note, ''), coalesce(m.by_name, ''),
                 m.version, m.state
            from met m where m.decided and m.agreed
        )
        select count(*) filter (where holds) as carried, count(*) filter (where decided and not holds) as undecided
          from met
        """;
    private final JdbcClient database;

    CarryStore(JdbcClient database) {
        this.database = database;
    }

    /// @param decisions that hold for the new version
    /// @param undecided that do not
    record Carried(long decisions, long undecided) {}

    /// By product, items that leave a bill and items that are new in their list; findings of the latter take over since
    /// when the product is affected, and what was decided where all versions that leave agree. What does not hold
    /// stands in their history.
    ///
    /// @param states  that can hold for another version
    /// @param without justifications that cannot
    Carried carry(
            List<Map.Entry<Integer, Long>> before,
            List<Map.Entry<Integer, Long>> after,
            Collection<FindingState> states,
            Collection<Justification> without,
            java.time.Instant at) {
        return database.sql(CARRY)
                .param("productsBefore", before.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .param("before", before.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .param("productsAfter", after.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .param("after", after.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .param("states", states.stream().map(FindingState::name).toArray(String[]::new))
                .param("without", without.stream().map(Justification::word).toArray(String[]::new))
                .param("at", ItemStore.at(at))
                .query((row, _) -> new Carried(row.getLong("carried"), row.getLong("undecided")))
                .single();
    }
}
