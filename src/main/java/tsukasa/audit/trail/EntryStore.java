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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String NEWEST_FIRST = " order by occurred_at desc, id desc";
    private static final int AT_ONCE = 1_000;

    /// Pages that are looked at to learn how many entries have a word, and the share from which walking is quicker.
    private static final int SAMPLE = 100;

    private static final double FREQUENT = 0.07;
    private final JdbcTemplate database;
    private final JdbcTemplate streaming;

    EntryStore(DataSource source) {
        this.database = new JdbcTemplate(source);
        this.streaming = new JdbcTemplate(source);
        streaming.setFetchSize(AT_ONCE);
    }

    /// The conditions in force only, so that each search finds its index.
    ///
    /// @param plain what the order can be walked by
    /// @param words what has to be looked for within names
    /// @param pairs what finds the words in an index
    private record Conditions(Part plain, Part words, Part pairs) {
        static Conditions of(Wanted wanted) {
            Conditions all = new Conditions(Part.none(), Part.none(), Part.none());
            if (UUID_FORM.matcher(wanted.who()).matches()) {
                all.plain.add("actor_id = ?", wanted.who());
            } else if (!wanted.who().isEmpty()) {
                all.named("(actor_name || ' ' || actor_id)", wanted.who());
            }
            if (!wanted.object().isEmpty()) {
                all.named("(object_type || ' ' || object_id || ' ' || object_label)", wanted.object());
            }
            if (!wanted.action().isEmpty()) {
                all.plain.add("action = ?", wanted.action());
            }
            if (wanted.kind() != null) {
                all.plain.add("kind = ?", wanted.kind().name());
            }
            if (wanted.from() != null) {
                all.plain.add("occurred_at >= ?", midnight(wanted.from()));
            }
            if (wanted.until() != null) {
                all.plain.add("occurred_at < ?", midnight(wanted.until().plusDays(1)));
            }
            return all;
        }

        /// Three Latin letters or digits find the trigrams; without them, two other letters find the pairs.
        private void named(String where, String text) {
            words.add(where + " ilike ?", part(text));
            if (!TRIGRAM.matcher(text).find() && PAIR.matcher(text).find()) {
                pairs.add("audit.pairs" + where + " @> audit.pairs(?)", text);
            }
        }

        private static String part(String text) {
            return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }

        private static Object midnight(LocalDate day) {
            return day.atStartOfDay(Writing.JAPAN).toOffsetDateTime();
        }

        Rows rows(Way way) {
            return switch (way) {
                case BY_INDEX ->
                    new Rows("audit.entry where " + Part.and(plain, words, pairs), values(plain, words, pairs));
                case BY_ORDER ->
                    new Rows(
                            "(select * from audit.entry where " + Part.and(plain) + NEWEST_FIRST
                                    + " offset 0) as entry where " + Part.and(words),
                            values(plain, words));
            };
        }

        private static List<Object> values(Part... parts) {
            return Stream.of(parts).flatMap(part -> part.values().stream()).toList();
        }
    }

    private record Part(List<String> sql, List<Object> values) {
        static Part none() {
            return new Part(new ArrayList<>(), new ArrayList<>());
        }

        void add(String condition, Object value) {
            sql.add(condition);
            values.add(value);
        }

        static String and(Part... parts) {
            return Stream.concat(Stream.of("true"), Stream.of(parts).flatMap(part -> part.sql().stream()))
                    .collect(Collectors.joining(" and "));
        }
    }

    private record Rows(String sql, List<Object> values) {
        Object[] with(Object... more) {
            return Stream.concat(values.stream(), Stream.of(more)).toArray();
        }
    }

    enum Way {
        /// Whatever index PostgreSQL thinks best: collects all that have a word.
        BY_INDEX,
        /// Newest first, looking at each for its words, until there are enough.
        BY_ORDER
    }

    /// A word that many entries have is found sooner by walking; a sample of the pages tells.
    Way way(Wanted wanted) {
        Part words = Conditions.of(wanted).words();
        boolean frequent = !words.sql().isEmpty()
                && Boolean.TRUE.equals(database.queryForObject(
                        "select count(*) filter (where " + Part.and(words) + ") > " + FREQUENT + " * count(*)"
                                + " from audit.entry tablesample system (least(100, 100.0 * " + SAMPLE
                                + " * current_setting('block_size')::int"
                                + " / greatest(1, pg_relation_size('audit.entry'))))",
                        Boolean.class,
                        words.values().toArray()));
        return frequent ? Way.BY_ORDER : Way.BY_INDEX;
    }

    long count(Wanted wanted, Way way, int most) {
        Rows rows = Conditions.of(wanted).rows(way);
        Long counted = database.queryForObject(
                "select count(*) from (select 1 from " + rows.sql() + " limit ?) as counted",
                Long.class,
                rows.with(most + 1));
        return counted == null ? 0 : counted;
    }

    List<Entry> list(Wanted wanted, Way way, long offset, int size) {
        Rows rows = Conditions.of(wanted).rows(way);
        return database.query(
                "select * from " + rows.sql() + NEWEST_FIRST + " offset ? limit ?",
                (row, _) -> entry(row),
                rows.with(offset, size));
    }

    /// Needs a transaction around it to fetch piece by piece.
    void each(Wanted wanted, Consumer<Entry> taker) {
        Rows rows = Conditions.of(wanted).rows(Way.BY_INDEX);
        streaming.query(
                "select * from " + rows.sql() + NEWEST_FIRST,
                (RowCallbackHandler) row -> taker.accept(entry(row)),
                rows.with());
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
