package tsukasa.scheme.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.kernel.database.Acts;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Writing;

/// Reads the public part of the registers.
@Component
class RegisterStore {
    /// Beyond this the exact number of rows with a word in them is not worth the wait.
    static final int COUNTED_UP_TO = 1_000;

    private static final int FETCH = 2_000;
    private static final Pattern DIGITS = Pattern.compile("\\d{2,13}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{1,8}-\\d{4}-\\d{1,12}");
    private static final String COLUMNS = """
            number, case when subject_key like 'P-%' then '' else subject_key end as subject, name, kana, english,
            prefecture, industry, level, lower(valid) as valid_from, upper(valid) as valid_to""";

    /// What the register said at a moment: what it had learned by then and had not yet learned better.
    private static final String KNOWN_THEN = """
            (select entry_id, scheme, subject_key, number, name, kana, english, prefecture, industry, level, sme, valid,
                    searched
             from scheme.register_entry where recorded_from < :known
             union all
             select entry_id, scheme, subject_key, number, name, kana, english, prefecture, industry, level, sme, valid,
                    scheme.folded(name || '|' || coalesce(kana, '') || '|' || coalesce(english, ''))
             from scheme.register_past
             where lower(recorded) < :known and upper(recorded) >= :known) as register_entry""";

    private final JdbcClient jdbc;
    private final JdbcClient streaming;
    private final TransactionTemplate reading;

    RegisterStore(DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(database);
        JdbcTemplate inPieces = new JdbcTemplate(database);
        inPieces.setFetchSize(FETCH);
        this.streaming = JdbcClient.create(inPieces);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// Skips to the rows in an index that holds all that decides (`by_day`, `by_name`), from the nearer end, and reads
    /// only those that are shown. Where many match, walking along the order finds a page sooner than collecting all
    /// matches and sorting them; PostgreSQL cannot know, since how words occur together is not in its statistics.
    ///
    /// @param total how many rows match, so that a page near the end is reached from there
    List<Listed> rows(Search search, long total, long offset, int size) {
        if (search.known().isPresent()) {
            return knownThen(search, offset, size);
        }
        Condition condition = Condition.of(search);
        Search.Order order = search.order();
        boolean many = total > COUNTED_UP_TO;
        boolean backwards = search.withoutText() && offset > total / 2;
        long wanted = backwards ? Math.clamp(total - offset, 0, size) : size;
        String sql = "select " + COLUMNS + " from scheme.register_entry join (select entry_id from"
                + " scheme.register_entry where " + condition.sql + " order by "
                + (backwards ? order.backwards() : order).sql()
                + " offset :offset limit :size) as shown using (entry_id) order by " + order.sql();
        return reading(() -> {
            if (many) {
                jdbc.sql("set local enable_sort = off").update();
                jdbc.sql("set local enable_bitmapscan = off").update();
            }
            return statement(jdbc, sql, condition)
                    .param("offset", backwards ? Math.max(0, total - offset - size) : offset)
                    .param("size", wanted)
                    .query(new SimplePropertyRowMapper<>(Listed.class))
                    .list();
        });
    }

    private List<Listed> knownThen(Search search, long offset, int size) {
        Condition condition = Condition.of(search);
        return reading(() -> statement(
                        jdbc,
                        "select " + COLUMNS + " from " + condition.from + " where " + condition.sql + " order by "
                                + search.order().sql() + " offset :offset limit :size",
                        condition)
                .param("offset", offset)
                .param("size", size)
                .query(new SimplePropertyRowMapper<>(Listed.class))
                .list());
    }

    /// At most one more than [#COUNTED_UP_TO].
    long count(Search search) {
        Condition condition = Condition.of(search);
        return reading(() -> statement(
                        jdbc,
                        "select count(*) from (select 1 from " + condition.from + " where " + condition.sql
                                + " limit :most) as found",
                        condition)
                .param("most", COUNTED_UP_TO + 1)
                .query(Long.class)
                .single());
    }

    /// All rows through a cursor, a few thousand at a time, so that memory stays flat.
    void stream(Search search, Consumer<Listed> each) {
        Condition condition = Condition.of(search);
        reading.executeWithoutResult(_ -> statement(
                        streaming,
                        "select " + COLUMNS + " from " + condition.from + " where " + condition.sql + " order by "
                                + search.order().sql(),
                        condition)
                .query(row -> {
                    each.accept(new Listed(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getObject(9, LocalDate.class),
                            row.getObject(10, LocalDate.class)));
                }));
    }

    /// A plan for these very words: a word that is in every other row wants another than one that is in three. In one
    /// process: starting others takes longer than a page does.
    private <T> T reading(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(reading.execute(_ -> {
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
            jdbc.sql("set local max_parallel_workers_per_gather = 0").update();
            return work.get();
        }));
    }

    private static JdbcClient.StatementSpec statement(JdbcClient client, String sql, Condition condition) {
        return client.sql(sql).params(condition.values);
    }

    record Cell(String prefecture, String industry, String level, boolean sme, long count) {}

    List<Cell> cells(String scheme, LocalDate asOf) {
        return jdbc.sql("""
                select prefecture, industry, level, sme, count(*) as count
                from scheme.register_entry
                where scheme = :scheme and valid @> :day::date
                group by prefecture, industry, level, sme
                """)
                .param("scheme", scheme)
                .param("day", asOf.toString())
                .query(new SimplePropertyRowMapper<>(Cell.class))
                .list();
    }

    record MonthCount(LocalDate month, String kind, long count) {}

    @Transactional(readOnly = true)
    @Acts(as = Walls.REGISTER)
    List<MonthCount> months(String scheme, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                select date_trunc('month', e.occurred_on)::date as month, e.kind, count(*) as count
                from scheme.case_event e join scheme.case_file c on c.id = e.case_id
                where c.scheme = :scheme and e.kind in ('declared', 'stepped-up', 'withdrawn')
                  and e.occurred_on >= :from::date and e.occurred_on <= :until::date
                group by 1, 2
                """)
                .param("scheme", scheme)
                .param("from", from.toString())
                .param("until", until.toString())
                .query(new SimplePropertyRowMapper<>(MonthCount.class))
                .list();
    }

    /// Only what has stood in the register is public; a declaration that nobody confirmed is not.
    @Transactional(readOnly = true)
    @Acts(as = Walls.REGISTER)
    Optional<String> state(String scheme, String number) {
        return jdbc.sql("""
                select state from scheme.case_file
                where number = :number and scheme = :scheme and state in ('registered', 'withdrawn')
                """)
                .param("number", number)
                .param("scheme", scheme)
                .query(String.class)
                .optional();
    }

    /// The answers to some questions, by the name of the field.
    @Transactional(readOnly = true)
    @Acts(as = Walls.REGISTER)
    Map<String, String> answers(String number, Set<String> fields) {
        Map<String, String> answers = new HashMap<>();
        jdbc.sql("""
                select a.key, a.value from scheme.case_file c, jsonb_each_text(c.answers) a
                where c.number = :number and a.key = any(:fields)
                """)
                .param("number", number)
                .param("fields", fields.toArray(String[]::new))
                .query(row -> {
                    answers.put(row.getString(1), row.getString(2));
                });
        return answers;
    }

    /// Everything the register says of a case, newest first.
    List<Listed> says(String scheme, String number) {
        return jdbc.sql("select " + COLUMNS + """

                from scheme.register_entry where number = :number and scheme = :scheme order by lower(valid) desc
                """)
                .param("number", number)
                .param("scheme", scheme)
                .query(new SimplePropertyRowMapper<>(Listed.class))
                .list();
    }

    /// What it said when it last stood there, for an entry withdrawn on its first day.
    Optional<Listed> said(String scheme, String number) {
        return jdbc.sql("select " + COLUMNS + """

                from scheme.register_past where number = :number and scheme = :scheme order by upper(recorded) desc limit 1
                """)
                .param("number", number)
                .param("scheme", scheme)
                .query(Listed.class)
                .optional();
    }

    /// One thing the register has said of a case: for which days, and from when to when it was believed.
    record Said(
            String name,
            String prefecture,
            String industry,
            String level,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}

    /// Everything it has ever said of a case, the newest statement first.
    List<Said> statements(String scheme, String number) {
        return jdbc.sql("""
                select name, prefecture, industry, level, lower(valid) as valid_from, upper(valid) as valid_to,
                       recorded_from, null::timestamptz as recorded_to
                from scheme.register_entry where number = :number and scheme = :scheme
                union all
                select name, prefecture, industry, level, lower(valid), upper(valid), lower(recorded), upper(recorded)
                from scheme.register_past where number = :number and scheme = :scheme
                order by recorded_from desc, valid_from desc
                """)
                .param("number", number)
                .param("scheme", scheme)
                .query(new SimplePropertyRowMapper<>(Said.class))
                .list();
    }

    record Happened(
            String kind,
            @Nullable String fromLevel,
            @Nullable String toLevel,
            LocalDate occurredOn) {}

    /// Without who did it and why: that is between the subject and the agency.
    @Transactional(readOnly = true)
    @Acts(as = Walls.REGISTER)
    List<Happened> events(String scheme, String number) {
        return jdbc.sql("""
                select e.kind, e.from_level, e.to_level, e.occurred_on
                from scheme.case_event e join scheme.case_file c on c.id = e.case_id
                where c.number = :number and c.scheme = :scheme
                  and e.kind in ('declared', 'stepped-up', 'changed', 'corrected', 'withdrawn', 'restored')
                order by e.seq desc
                """)
                .param("number", number)
                .param("scheme", scheme)
                .query(new SimplePropertyRowMapper<>(Happened.class))
                .list();
    }

    /// The where clause of a search, with its values.
    private record Condition(String from, String sql, Map<String, Object> values) {
        static Condition of(Search search) {
            List<String> parts = new ArrayList<>();
            Map<String, Object> values = new HashMap<>();
            parts.add("scheme = :scheme and valid @> :day::date and lower(valid) <= :day::date");
            values.put("scheme", search.scheme().id());
            values.put("day", search.asOf().toString());
            search.prefecture().ifPresent(p -> equal("prefecture", p.code(), parts, values));
            search.industry().ifPresent(i -> equal("industry", i.value(), parts, values));
            search.level().ifPresent(l -> equal("level", l.id(), parts, values));
            search.small().ifPresent(small -> {
                parts.add("sme = :small");
                values.put("small", small);
            });
            search.known().ifPresent(day -> values.put("known", endOf(day)));
            words(search.text(), parts, values);
            String from = search.known().isPresent() ? KNOWN_THEN : "scheme.register_entry";
            return new Condition(from, String.join(" and ", parts), values);
        }

        private static OffsetDateTime endOf(LocalDate day) {
            return day.plusDays(1).atStartOfDay(Writing.JAPAN).toOffsetDateTime();
        }

        private static void equal(String column, String value, List<String> parts, Map<String, Object> values) {
            parts.add(column + " = :" + column);
            values.put(column, value);
        }

        private static void words(String text, List<String> parts, Map<String, Object> values) {
            String folded = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                    .toUpperCase(Locale.ROOT);
            String digits = folded.replace("-", "");
            if (DIGITS.matcher(digits).matches()) {
                parts.add("subject_key like :prefix");
                values.put("prefix", digits + "%");
            } else if (NUMBER.matcher(folded).matches()) {
                equal("number", folded, parts, values);
            } else if (!folded.isBlank()) {
                String[] words = folded.strip().toLowerCase(Locale.ROOT).split("\\s+");
                for (int i = 0; i < Math.min(5, words.length); i++) {
                    word("word" + i, words[i], parts, values);
                }
            }
        }

        /// The pairs find candidates in the index, the pattern decides.
        private static void word(String name, String word, List<String> parts, Map<String, Object> values) {
            int[] signs = word.codePoints().toArray();
            if (signs.length > 1) {
                parts.add("scheme.pairs(searched) @> :" + name + "::text[]");
                values.put(name, covering(signs));
            }
            parts.add("searched like :" + name + "Pattern");
            values.put(
                    name + "Pattern",
                    "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }

        /// As few pairs as hold every sign: each pair is one more long list to read.
        private static String[] covering(int[] signs) {
            String[] pairs = new String[(signs.length + 1) / 2];
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] = new String(signs, Math.min(2 * i, signs.length - 2), 2);
            }
            return pairs;
        }
    }
}
