package tsukasa.scheme.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.scheme.Scheme;

/// Reads cases for staff: what row policies let through to whoever asks.
@Component
@Transactional(readOnly = true)
class CaseListStore {
    /// So far ahead of a page cases are counted. Beyond, the exact number is not worth the wait, and comes with the
    /// pages.
    private static final int COUNTED_AHEAD = 1_000;

    /// Behind the wall a part of a name finds no index. What stood in the register has its names there, without a wall
    /// and with an index over each two letters; the few that never did are looked through.
    private static final String NAMED = """
            (number = :text or subject_key = :text
              or id in (
                select case_id from scheme.register_entry
                where scheme = :scheme and position(scheme.folded(:text) in searched) > 0
                  and (length(scheme.folded(:text)) < 2 or scheme.pairs(searched) @> scheme.pairs(scheme.folded(:text)))
                union all
                select case_id from scheme.register_past
                where scheme = :scheme and position(scheme.folded(:text) in scheme.folded(name)) > 0)
              or (state in ('awaiting-confirmation', 'lapsed') or access = 'confidential')
                and position(scheme.folded(:text) in scheme.folded(name)) > 0)
            """;

    private final JdbcClient jdbc;

    CaseListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Empty words mean any.
    ///
    /// @param handler a person, or [#NOBODY]
    record Filter(
            Scheme scheme, String text, String state, String prefecture, String level, String handler, Order order) {}

    static final String NOBODY = "none";

    /// In which order cases are listed; each is the order of an index.
    enum Order {
        NEWEST("received_at desc, id desc", "-received"),
        OLDEST("received_at, id", "received"),
        HANDLER("handled_by, received_at desc, id desc", "handler"),
        /// What nobody handles comes first, and of that what waited longest.
        NOBODY_FIRST("handled_by desc, received_at, id", "-handler");

        private final String by;
        private final String parameter;

        Order(String by, String parameter) {
            this.by = by;
            this.parameter = parameter;
        }

        static Order read(String sort) {
            return Arrays.stream(values())
                    .filter(order -> order.parameter.equals(sort))
                    .findFirst()
                    .orElse(NEWEST);
        }

        SortedBy sorted() {
            return SortedBy.read(parameter);
        }
    }

    record Row(
            String number,
            String name,
            String state,
            String prefecture,
            String level,
            @Nullable String handledBy,
            String access,
            Instant receivedAt,
            Instant changedAt) {}

    record File(
            long id,
            String number,
            int version,
            String state,
            String subjectKey,
            String name,
            String answers,
            String access,
            Instant receivedAt) {}

    record Event(
            String kind,
            @Nullable String fromLevel,
            @Nullable String toLevel,
            LocalDate occurredOn,
            Instant recordedAt,
            String actor,
            @Nullable String handler,
            @Nullable String reason) {}

    /// A page, and how many cases there are as far as counted; `more` says that counting ended before they did.
    record Slice(List<Row> rows, long counted, boolean more) {}

    /// The page asked for, or the last one where there are not so many.
    Slice slice(Filter filter, int page, int size) {
        Slice found = ahead(filter, (page - 1L) * size, size);
        if (!found.rows().isEmpty() || page == 1) {
            return found;
        }
        int last = new Paging(page, size, count(filter)).last();
        return ahead(filter, (last - 1L) * size, size);
    }

    /// Counts ahead and finds the page in one look through an index, and reads only the rows of the page. Numbers are
    /// written into the statement: PostgreSQL then makes one plan for a page and keeps it, policies and all.
    private Slice ahead(Filter filter, long offset, int size) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        RowMapper<Row> rows = new SimplePropertyRowMapper<>(Row.class);
        List<Row> page = new ArrayList<>();
        long[] counted = {0};
        jdbc.sql("""
                select cardinality(ids) as counted, number, name, state, prefecture, level, handled_by, access, received_at,
                       changed_at
                from (select coalesce(array_agg(id), '{}') as ids
                      from (select id from scheme.case_file where\s""" + where + " order by " + filter.order().by
                        + " offset " + offset + " limit " + COUNTED_AHEAD + ") as ahead) as found"
                        + " left join (unnest(ids[1 : " + size + "]) with ordinality as page (wanted, place)"
                        + " join scheme.case_file on id = wanted) on true order by place")
                .params(values)
                .query(row -> {
                    counted[0] = row.getLong("counted");
                    if (row.getString("number") != null) {
                        page.add(rows.mapRow(row, page.size()));
                    }
                });
        return new Slice(page, offset + counted[0], counted[0] == COUNTED_AHEAD);
    }

    private long count(Filter filter) {
        Map<String, Object> values = new HashMap<>();
        return jdbc.sql("select count(*) from scheme.case_file where " + where(filter, values))
                .params(values)
                .query(Long.class)
                .single();
    }

    private static String where(Filter filter, Map<String, Object> values) {
        List<String> parts = new ArrayList<>();
        parts.add("scheme = :scheme");
        values.put("scheme", filter.scheme().id());
        if (!filter.state().isEmpty()) {
            parts.add("state = :state");
            values.put("state", filter.state());
        }
        if (!filter.prefecture().isEmpty()) {
            parts.add("prefecture = :prefecture");
            values.put("prefecture", filter.prefecture());
        }
        if (!filter.level().isEmpty()) {
            parts.add("level = :level");
            values.put("level", filter.level());
        }
        if (filter.handler().equals(NOBODY)) {
            parts.add("handled_by is null");
        } else if (!filter.handler().isEmpty()) {
            parts.add("id in (select case_id from scheme.handler where person = :handler::uuid and until is null)");
            values.put("handler", filter.handler());
        }
        if (!filter.text().isEmpty()) {
            parts.add(NAMED);
            values.put("text", filter.text());
        }
        return String.join(" and ", parts);
    }

    Optional<File> file(String scheme, String number) {
        return jdbc.sql("""
                select id, number, version, state, subject_key, name, answers::text as answers, access,
                       received_at
                from scheme.case_file where scheme = :scheme and number = :number
                """)
                .param("scheme", scheme)
                .param("number", number)
                .query(File.class)
                .optional();
    }

    /// Other cases of the same subject, newest first; a person without a number has none.
    List<Row> others(Scheme scheme, File file) {
        return jdbc.sql("""
                select number, name, state, prefecture, level, handled_by, access, received_at, changed_at
                from scheme.case_file
                where scheme = :scheme and subject_key = :subject and number <> :number
                order by received_at desc limit 20
                """)
                .param("scheme", scheme.id())
                .param("subject", file.subjectKey())
                .param("number", file.number())
                .query(new SimplePropertyRowMapper<>(Row.class))
                .list();
    }

    List<Event> events(long caseId) {
        return jdbc.sql("""
                select kind, from_level, to_level, occurred_on, recorded_at, actor,
                       case when kind in ('taken', 'assigned', 'handed-over', 'taken-off') then payload ->> 'handler' end as handler,
                       payload ->> 'reason' as reason
                from scheme.case_event where case_id = :case order by seq desc
                """)
                .param("case", caseId)
                .query(new SimplePropertyRowMapper<>(Event.class))
                .list();
    }

    /// Declarations that nobody has confirmed yet.
    long waiting(String scheme) {
        return jdbc.sql("""
                select count(*) from scheme.case_file where scheme = :scheme and state = 'awaiting-confirmation'
                """).param("scheme", scheme).query(Long.class).single();
    }
}
