package tsukasa.scheme.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the register: what it says now, and what it said before it learned better.
@Component
class EntryStore {
    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record NewEntry(String scheme, String subjectKey, long caseId, String number, Statement says, LocalDate from) {}

    void insert(List<NewEntry> entries, Instant now) {
        jdbc.sql("""
                insert into scheme.register_entry
                  (scheme, subject_key, case_id, number, name, kana, english, prefecture, industry, employees, capital,
                   sme, level, valid, recorded_from)
                select s, k, c, n, nm, ka, en, p, i, em, ca, sm, l, daterange(f, null), :now
                from unnest(:schemes::text[], :subjects::text[], :cases::bigint[], :numbers::text[], :names::text[],
                            :kanas::text[], :englishes::text[], :prefectures::text[], :industries::text[],
                            :employees::int[], :capitals::bigint[], :smalls::boolean[], :levels::text[], :from::date[])
                     as e (s, k, c, n, nm, ka, en, p, i, em, ca, sm, l, f)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("schemes", column(entries, NewEntry::scheme, String[]::new))
                .param("subjects", column(entries, NewEntry::subjectKey, String[]::new))
                .param("cases", column(entries, NewEntry::caseId, Long[]::new))
                .param("numbers", column(entries, NewEntry::number, String[]::new))
                .param("names", column(entries, e -> e.says().name(), String[]::new))
                .param("kanas", column(entries, e -> e.says().kana(), String[]::new))
                .param("englishes", column(entries, e -> e.says().english(), String[]::new))
                .param("prefectures", column(entries, e -> e.says().prefecture(), String[]::new))
                .param("industries", column(entries, e -> e.says().industry(), String[]::new))
                .param("employees", column(entries, e -> e.says().employees(), Integer[]::new))
                .param("capitals", column(entries, e -> e.says().capital(), Long[]::new))
                .param("smalls", column(entries, e -> e.says().small(), Boolean[]::new))
                .param("levels", column(entries, e -> e.says().level(), String[]::new))
                .param("from", column(entries, e -> e.from().toString(), String[]::new))
                .update();
    }

    private static <T> T[] column(
            List<NewEntry> entries,
            Function<NewEntry, ? extends @Nullable T> value,
            java.util.function.IntFunction<T[]> array) {
        List<@Nullable T> values = new ArrayList<>(entries.size());
        entries.forEach(entry -> values.add(value.apply(entry)));
        return values.toArray(array);
    }

    /// Those of the subjects that stand in the register on or after the day. Each is looked up by itself (`offset 0`
    /// keeps it so): asked for together, they looked to PostgreSQL like half the table while it grew unseen.
    Set<String> standing(String scheme, List<String> subjects, LocalDate day) {
        return Set.copyOf(jdbc.sql("""
                select distinct standing.subject_key
                from unnest(:subjects::text[]) as asked (subject), lateral (
                  select subject_key from scheme.register_entry
                  where scheme = :scheme and subject_key = asked.subject
                    and (upper_inf(valid) or upper(valid) > :day::date)
                  offset 0) as standing
                """)
                .param("scheme", scheme)
                .param("subjects", subjects.toArray(String[]::new))
                .param("day", day.toString())
                .query((row, i) -> row.getString(1))
                .list());
    }

    /// The case of the entry that a subject has now or later.
    java.util.Optional<String> standingNumber(String scheme, String subject, LocalDate day) {
        return jdbc.sql("""
                select number from scheme.register_entry
                where scheme = :scheme and subject_key = :subject and valid && daterange(:day::date, null)
                order by lower(valid) desc limit 1
                """)
                .param("scheme", scheme)
                .param("subject", subject)
                .param("day", day.toString())
                .query(String.class)
                .optional();
    }

    /// What the register says of a case from the day on was believed until now: it goes to the past, and what stands
    /// before the day is said again, shortened. How many statements ended.
    long end(long caseId, LocalDate day, Instant now) {
        return jdbc.sql("""
                with ended as (
                  delete from scheme.register_entry
                  where case_id = :case and (upper_inf(valid) or upper(valid) > :day::date)
                  returning *
                ), past as (
                  insert into scheme.register_past
                    (entry_id, scheme, subject_key, case_id, number, name, kana, english, prefecture, industry, employees,
                     capital, sme, level, valid, recorded)
                  select entry_id, scheme, subject_key, case_id, number, name, kana, english, prefecture, industry,
                         employees, capital, sme, level, valid, tstzrange(recorded_from, :now)
                  from ended where recorded_from < :now
                ), shortened as (
                  insert into scheme.register_entry
                    (scheme, subject_key, case_id, number, name, kana, english, prefecture, industry, employees, capital,
                     sme, level, valid, recorded_from)
                  select scheme, subject_key, case_id, number, name, kana, english, prefecture, industry, employees,
                         capital, sme, level, daterange(lower(valid), :day::date), :now
                  from ended where lower(valid) < :day::date
                )
                select count(*) from ended
                """)
                .param("case", caseId)
                .param("day", day.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// The first day of what stands now for a case.
    java.util.Optional<LocalDate> standsSince(long caseId) {
        return jdbc.sql("""
                select lower(valid) from scheme.register_entry where case_id = :case and upper_inf(valid)
                """)
                .param("case", caseId)
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /// The first day of what the register said of a case until it last changed.
    java.util.Optional<LocalDate> saidSince(long caseId) {
        return jdbc.sql("""
                select lower(valid) from scheme.register_past where case_id = :case
                order by upper(recorded) desc, lower(valid) desc limit 1
                """)
                .param("case", caseId)
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .optional();
    }
}
