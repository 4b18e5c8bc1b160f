package tsukasa.plan.counting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Asks published views whether they changed, without counting anything twice.
@Repository
class SourceStore {
    private static final Pattern PUBLISHED = Pattern.compile("[a-z_][a-z0-9_]*\\.pub_[a-z0-9_]+");
    private final JdbcClient database;
    private final Map<String, List<String>> times = new ConcurrentHashMap<>();

    SourceStore(JdbcClient database) {
        this.database = database;
    }

    /// @param print  changes whenever a row is added or one of its times is set
    /// @param latest the latest time any row was recorded, approved or withdrawn
    record Stamp(String print, Optional<Instant> latest) {}

    /// Two equal answers: nothing was committed in between, anywhere in this database.
    String moment() {
        return database.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    /// Empty when there is no such view. What counting sees decides whether it must count again.
    @Transactional(readOnly = true)
    Optional<Stamp> stamp(String view) {
        if (!PUBLISHED.matcher(view).matches()) {
            return Optional.empty();
        }
        List<String> columns = times(view);
        if (columns.isEmpty() && !there(view)) {
            return Optional.empty();
        }
        StringBuilder print = new StringBuilder("count(*)::text");
        List<String> latest = new ArrayList<>(List.of("null::timestamptz"));
        for (String column : columns) {
            String finite = "max(" + column + ") filter (where isfinite(" + column + "))";
            print.append(" || '/' || count(")
                    .append(column)
                    .append(") || '/' || coalesce(extract(epoch from ")
                    .append(finite)
                    .append(")::text, '')");
            latest.add(finite);
        }
        String sql =
                "select " + print + " as print, greatest(" + String.join(", ", latest) + ") as latest from " + view;
        return Optional.of(database.sql(sql)
                .query((row, number) -> new Stamp(
                        row.getString("print"),
                        Optional.ofNullable(row.getObject("latest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single());
    }

    private boolean there(String view) {
        return database.sql("select to_regclass(:view) is not null")
                .param("view", view)
                .query(Boolean.class)
                .single();
    }

    /// Kept once found: a view keeps its columns for as long as its name.
    private List<String> times(String view) {
        List<String> known = times.get(view);
        if (known != null) {
            return known;
        }
        List<String> found = database.sql("select quote_ident(attname) from pg_catalog.pg_attribute"
                        + " where attrelid = to_regclass(:view) and atttypid = 'timestamptz'::regtype"
                        + " and attnum > 0 and not attisdropped order by attnum")
                .param("view", view)
                .query((row, number) -> row.getString(1))
                .list();
        if (!found.isEmpty()) {
            times.put(view, found);
        }
        return found;
    }
}
