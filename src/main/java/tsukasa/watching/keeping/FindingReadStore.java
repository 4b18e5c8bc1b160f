package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Rule;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.vulnerability.Verdict.Reason;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingQuestion.Key;
import tsukasa.watching.FindingState;

/// Lists findings. However many there are, a page is read from the front of an index: one stretch of it for each list,
/// state and range of urgency that is asked for, merged.
@Repository
class FindingReadStore {
    private static final int SPAN = 1000;
    private static final int EXPLOITED = 10_000;
    private static final int MOST_PRODUCTS = 500;
    static final String COLUMNS = "f.*, i.title as product, i.version as item_version";
    private static final String LISTS = """
        with lists as materialized (
          select id from watching.list
           where owner = :owner and removed_at is null and (cardinality(:lists::uuid[]) = 0 or id = any(:lists::uuid[]))
        )
        """;
    private static final String URGENT = """
        select f.* from lists l
         cross join unnest(:states) as s (state)
         cross join unnest(:lows, :highs) as r (low, high)
         cross join lateral (
           select * from watching.finding f
            where f.list = l.id and f.state = s.state and f.urgency between r.low and r.high %s
            order by f.urgency desc, f.id desc limit :size) f
        """;
    private static final String NEWEST = """
        select f.* from lists l
         cross join unnest(:states) as s (state)
         cross join lateral (
           select * from watching.finding f
            where f.list = l.id and f.state = s.state %s
              and exists (select 1 from unnest(:lows, :highs) as r (low, high) where f.urgency between r.low and r.high)
            order by f.since desc, f.id desc limit :size) f
        """;
    private static final String OF_PRODUCTS = """
        select f.* from watching.finding f
         where f.item = any(array(select i.id from watching.item i where i.list in (select id from lists)
                                     and strpos(lower(i.title || ' ' || i.version), lower(:product)) > 0 limit :products))
           and f.state = any(:states) %s
           and exists (select 1 from unnest(:lows, :highs) as r (low, high) where f.urgency between r.low and r.high)
        """;
    /// By items: their number is bounded, that of the lists that an entry concerns is not.
    private static final String OF_ENTRIES = """
        select f.* from watching.item i join watching.finding f on f.item = i.id and f.entry = any(:entries)
         where i.list in (select id from lists)
           and f.state = any(:states) %s
           and exists (select 1 from unnest(:lows, :highs) as r (low, high) where f.urgency between r.low and r.high)
        """;
    private static final String SUMMED = """
        select coalesce(sum(s.count), 0) from lists l join watching.finding_sum s on s.list = l.id
         where s.state = any(:states)
           and exists (select 1 from unnest(:lows, :highs) as r (low, high) where s.range * 1000 between r.low and r.high)
        """;
    private final JdbcClient database;

    FindingReadStore(JdbcClient database) {
        this.database = database;
    }

    List<Finding> list(UUID owner, FindingQuestion question) {
        Map<String, Object> params = params(owner, question);
        String order = question.newest() ? "f.since desc, f.id desc" : "f.urgency desc, f.id desc";
        return database.sql(LISTS + "select " + COLUMNS + " from (" + rows(question, params) + " order by " + order
                        + " limit :size) f join watching.item i on i.id = f.item order by " + order)
                .params(params)
                .query((row, _) -> finding(row))
                .list();
    }

    /// The numbers of those that a page of this size would show.
    List<Long> ids(UUID owner, FindingQuestion question) {
        Map<String, Object> params = params(owner, question);
        String order = question.newest() ? "f.since desc, f.id desc" : "f.urgency desc, f.id desc";
        return database.sql(LISTS + "select f.id from (" + rows(question, params) + ") f order by " + order
                        + " limit :size")
                .params(params)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Exact where sums are kept, else counted no further than the page is large.
    long count(UUID owner, FindingQuestion question) {
        Map<String, Object> params = params(owner, question);
        String counting =
                question.summed() ? SUMMED : "select count(*) from (" + rows(question, params) + " limit :size) f";
        return database.sql(LISTS + counting).params(params).query(Long.class).single();
    }

    private static String rows(FindingQuestion question, Map<String, Object> params) {
        List<String> more = new ArrayList<>();
        if (question.since() != null) {
            more.add("f.since >= :since");
            params.put("since", ItemStore.at(question.since()));
        }
        Key after = question.after();
        if (after != null) {
            more.add(question.newest() ? "(f.since, f.id) < (:order, :id)" : "(f.urgency, f.id) < (:order, :id)");
            params.put(
                    "order",
                    question.newest()
                            ? ItemStore.at(Instant.EPOCH.plus(after.order(), ChronoUnit.MICROS))
                            : (Object) (int) after.order());
            params.put("id", after.id());
        }
        String conditions = more.isEmpty() ? "" : "and " + String.join(" and ", more);
        if (!question.entries().isEmpty()) {
            params.put("entries", question.entries().toArray(Long[]::new));
            return OF_ENTRIES.formatted(conditions);
        }
        if (!question.product().isBlank()) {
            params.put("product", question.product().strip());
            params.put("products", MOST_PRODUCTS);
            return OF_PRODUCTS.formatted(conditions);
        }
        return (question.newest() ? NEWEST : URGENT).formatted(conditions);
    }

    private static Map<String, Object> params(UUID owner, FindingQuestion question) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("owner", owner);
        params.put("lists", question.lists().stream().map(UUID::toString).toArray(String[]::new));
        params.put(
                "states",
                (question.states().isEmpty() ? List.of(FindingState.values()) : question.states())
                        .stream().map(FindingState::name).toArray(String[]::new));
        List<Integer> lows = new ArrayList<>();
        List<Integer> highs = new ArrayList<>();
        ranges(question, lows, highs);
        params.put("lows", lows.toArray(Integer[]::new));
        params.put("highs", highs.toArray(Integer[]::new));
        params.put("size", question.size());
        return params;
    }

    /// The ranges of urgency that severities and exploitation ask for.
    private static void ranges(FindingQuestion question, List<Integer> lows, List<Integer> highs) {
        for (int base : question.exploited() == null
                ? new int[] {0, EXPLOITED}
                : new int[] {question.exploited() ? EXPLOITED : 0}) {
            if (question.severities().isEmpty()) {
                lows.add(base);
                highs.add(base + EXPLOITED - 1);
            }
            for (int severity : question.severities()) {
                lows.add(base + (severity + 1) * SPAN);
                highs.add(base + (severity + 2) * SPAN - 1);
            }
        }
    }

    static Finding finding(ResultSet row) throws SQLException {
        Object severity = row.getObject("severity");
        Object tenths = row.getObject("tenths");
        return new Finding(
                row.getLong("id"),
                row.getObject("list", UUID.class),
                row.getLong("item"),
                row.getString("product"),
                row.getString("item_version"),
                row.getLong("entry"),
                FindingState.valueOf(row.getString("state")),
                severity instanceof Number number ? Severity.values()[number.intValue()] : null,
                tenths instanceof Number number ? number.intValue() : null,
                row.getBoolean("exploited"),
                new Reason(
                        Feed.read(row.getString("feed")).orElseThrow(),
                        row.getString("party"),
                        row.getBoolean("sure") ? Answer.AFFECTED : Answer.POSSIBLY,
                        Rule.valueOf(row.getString("rule")),
                        row.getString("version"),
                        row.getString("told"),
                        row.getString("ordered"),
                        row.getString("fix")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("urgency"));
    }

    Optional<Finding> find(UUID owner, long finding) {
        return database.sql("select " + COLUMNS + """
                         from watching.finding f
                         join watching.item i on i.id = f.item
                         join watching.list l on l.id = f.list
                        where f.id = :finding and f.owner = :owner and l.removed_at is null
                        """)
                .param("finding", finding)
                .param("owner", owner)
                .query((row, _) -> finding(row))
                .optional();
    }

    /// Those of these findings that are in the list, the most urgent first.
    List<Finding> chosen(UUID owner, UUID list, Collection<Long> findings) {
        return database.sql("select " + COLUMNS + """
                         from watching.finding f
                         join watching.item i on i.id = f.item
                         join watching.list l on l.id = f.list
                        where f.id = any(:findings) and f.owner = :owner and f.list = :list and l.removed_at is null
                        order by f.urgency desc, f.id desc
                        """)
                .param("findings", findings.toArray(Long[]::new))
                .param("owner", owner)
                .param("list", list)
                .query((row, _) -> finding(row))
                .list();
    }

    /// Of the last decision on each.
    Map<Long, String> justifications(UUID owner, Collection<Long> findings) {
        Map<Long, String> all = new HashMap<>();
        database.sql("""
                        select distinct on (finding) finding, justification from watching.finding_event
                         where owner = :owner and finding = any(:findings) and became is not null
                         order by finding, seq desc
                        """)
                .param("owner", owner)
                .param("findings", findings.toArray(Long[]::new))
                .query(row -> {
                    String word = row.getString("justification");
                    if (word != null) {
                        all.put(row.getLong("finding"), word);
                    }
                });
        return all;
    }
}
