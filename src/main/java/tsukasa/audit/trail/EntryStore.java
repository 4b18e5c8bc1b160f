package tsukasa.audit.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditCheck;
import tsukasa.audit.AuditDay;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.audit.Deed;
import tsukasa.audit.Entry;
import tsukasa.audit.Thing;
import tsukasa.kernel.page.Writing;

@Component
class EntryStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TRIGRAM = Pattern.compile("[A-Za-z0-9]{3}");
    private static final Pattern PAIR = Pattern.compile("[^ -~]{2}");
    private static final int AT_ONCE = 1_000;
    private final JdbcTemplate database;
    private final JdbcTemplate streaming;

    EntryStore(DataSource source) {
        this.database = new JdbcTemplate(source);
        this.streaming = new JdbcTemplate(source);
        streaming.setFetchSize(AT_ONCE);
    }

    /// The conditions in force only, so that each search finds its index.
    private record Condition(String sql, List<Object> values) {
        static Condition of(Wanted wanted) {
            StringBuilder sql = new StringBuilder(" where true");
            List<Object> values = new ArrayList<>();
            if (UUID_FORM.matcher(wanted.who()).matches()) {
                add(sql, values, "actor_id = ?", wanted.who());
            } else if (!wanted.who().isEmpty()) {
                words(sql, values, "(actor_name || ' ' || actor_id)", wanted.who());
            }
            if (!wanted.object().isEmpty()) {
                words(sql, values, "(object_type || ' ' || object_id || ' ' || object_label)", wanted.object());
            }
            if (!wanted.action().isEmpty()) {
                add(sql, values, "action = ?", wanted.action());
            }
            if (wanted.kind() != null) {
                add(sql, values, "kind = ?", wanted.kind().name());
            }
            if (wanted.from() != null) {
                add(sql, values, "occurred_at >= ?", midnight(wanted.from()));
            }
            if (wanted.until() != null) {
                add(sql, values, "occurred_at < ?", midnight(wanted.until().plusDays(1)));
            }
            return new Condition(sql.toString(), values);
        }

        /// Three Latin letters or digits find the trigrams; without them, two other letters find the pairs.
        private static void words(StringBuilder sql, List<Object> values, String where, String text) {
            add(sql, values, where + " ilike ?", part(text));
            if (!TRIGRAM.matcher(text).find() && PAIR.matcher(text).find()) {
                add(sql, values, "audit.pairs" + where + " @> audit.pairs(?)", text);
            }
        }

        private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
            sql.append(" and ").append(condition);
            values.add(value);
        }

        private static String part(String text) {
            return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }

        private static Object midnight(LocalDate day) {
            return day.atStartOfDay(Writing.JAPAN).toOffsetDateTime();
        }

        Object[] and(Object... more) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(List.of(more));
            return all.toArray();
        }
    }

    long count(Wanted wanted, int most) {
        Condition condition = Condition.of(wanted);
        Long counted = database.queryForObject(
                "select count(*) from (select 1 from audit.entry" + condition.sql() + " limit ?) as counted",
                Long.class,
                condition.and(most + 1));
        return counted == null ? 0 : counted;
    }

    List<Entry> list(Wanted wanted, long offset, int size) {
        Condition condition = Condition.of(wanted);
        return database.query(
                "select * from audit.entry" + condition.sql() + " order by occurred_at desc, id desc offset ? limit ?",
                (row, _) -> entry(row),
                condition.and(offset, size));
    }

    /// Needs a transaction around it to fetch piece by piece.
    void each(Wanted wanted, Consumer<Entry> taker) {
        Condition condition = Condition.of(wanted);
        streaming.query(
                "select * from audit.entry" + condition.sql() + " order by occurred_at desc, id desc",
                (RowCallbackHandler) row -> taker.accept(entry(row)),
                condition.and());
    }

    Optional<Entry> find(long id) {
        return database.query("select * from audit.entry where id = ?", (row, _) -> entry(row), id).stream()
                .findFirst();
    }

    Optional<Entry> at(LocalDate day, long seq) {
        return database
                .query("select * from audit.entry where day = ? and seq = ?", (row, _) -> entry(row), day, seq)
                .stream()
                .findFirst();
    }

    Optional<AuditDay> day(LocalDate day) {
        return database.query("select * from audit.day where day = ?", (row, _) -> day(row), day).stream()
                .findFirst();
    }

    List<AuditDay> days(long offset, int size) {
        return database.query(
                "select * from audit.day order by day desc offset ? limit ?", (row, _) -> day(row), offset, size);
    }

    long dayCount() {
        Long counted = database.queryForObject("select count(*) from audit.day", Long.class);
        return counted == null ? 0 : counted;
    }

    long sealed(AuditCheck.Range range) {
        Long counted = database.queryForObject("""
                select coalesce(sum(entries), 0) from audit.day
                 where day >= coalesce(?::date, day) and day <= coalesce(?::date, day)
                """, Long.class, range.from(), range.until());
        return counted == null ? 0 : counted;
    }

    private static AuditDay day(ResultSet row) throws SQLException {
        return new AuditDay(
                row.getObject("day", LocalDate.class),
                row.getLong("ordinal"),
                row.getLong("entries"),
                row.getBoolean("closed"),
                row.getTimestamp("sealed_at").toInstant(),
                HexFormat.of().formatHex(row.getBytes("root")),
                row.getString("key_id"),
                HexFormat.of().formatHex(row.getBytes("signature")));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("occurred_at", java.time.OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                Deed.Kind.valueOf(row.getString("kind")),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        uuid(row.getString("organisation"))),
                row.getString("action"),
                Thing.of(row.getString("object_type"), row.getString("object_id"), row.getString("object_label")),
                row.getString("reason"),
                facts(row.getString("facts")),
                row.getString("request"),
                row.getString("network"),
                row.getObject("day", LocalDate.class),
                row.getLong("seq"),
                HexFormat.of().formatHex(row.getBytes("previous")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    /// Whoever tampered with an entry must not make it unreadable.
    private static @Nullable UUID uuid(@Nullable String text) {
        return text != null && UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    private static Map<String, String> facts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException tamperedWith) {
            return Map.of("", json);
        }
    }
}
