package tsukasa.scheme.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Cases and their events.
@Component
class CaseStore {
    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param answers JSON
    record NewCase(
            String number,
            String scheme,
            int version,
            String state,
            String subjectKey,
            String name,
            String prefecture,
            String level,
            String submissionKey,
            String answers,
            boolean confidential) {}

    record CaseRow(
            long id,
            String number,
            String scheme,
            int version,
            String state,
            String subjectKey,
            String name,
            String answers,
            int revision,
            Instant receivedAt) {}

    record LastEvent(int seq, byte[] hash, Instant recordedAt) {}

    /// Until the transaction ends nobody else holds the same thing: two sendings of one form, two declarations of one
    /// subject.
    void hold(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 83))")
                .param("what", what)
                .query((row, i) -> "held")
                .single();
    }

    /// Held by many at once, but by nobody while someone holds it alone.
    void share(String what) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(:what, 83))")
                .param("what", what)
                .query((row, i) -> "held")
                .single();
    }

    /// The first of `count` fresh numbers; numbers of a rolled-back case are not given out again out of order.
    long reserve(String scheme, int year, int count) {
        return jdbc.sql("""
                insert into scheme.counter as c (scheme, year, last) values (:scheme, :year, :count)
                on conflict (scheme, year) do update set last = c.last + :count
                returning last - :count + 1
                """)
                .param("scheme", scheme)
                .param("year", year)
                .param("count", count)
                .query(Long.class)
                .single();
    }

    /// Numbers of the cases that came with these keys before.
    Map<String, String> numbersByKey(String scheme, List<String> keys) {
        return jdbc
                .sql("""
                select submission_key, number from scheme.case_file
                where scheme = :scheme and submission_key = any(:keys)
                """)
                .param("scheme", scheme)
                .param("keys", keys.toArray(String[]::new))
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Ids in the order of the cases; empty where the key came before.
    List<Optional<Long>> insert(List<NewCase> cases, Instant now) {
        Map<String, Long> ids = jdbc
                .sql("""
                insert into scheme.case_file
                  (number, scheme, version, state, subject_key, name, prefecture, level, submission_key, answers, access,
                   received_at, changed_at)
                select n, s, v, st, sk, nm, pf, lv, k, a::jsonb, case when c then 'confidential' else 'department' end, :now, :now
                from unnest(:numbers::text[], :schemes::text[], :versions::int[], :states::text[], :subjects::text[],
                            :names::text[], :prefectures::text[], :levels::text[], :keys::text[], :answers::text[],
                            :confidential::boolean[])
                     as t (n, s, v, st, sk, nm, pf, lv, k, a, c)
                on conflict (scheme, submission_key) do nothing
                returning number, id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("numbers", texts(cases, NewCase::number))
                .param("schemes", texts(cases, NewCase::scheme))
                .param("versions", cases.stream().map(NewCase::version).toArray(Integer[]::new))
                .param("states", texts(cases, NewCase::state))
                .param("subjects", texts(cases, NewCase::subjectKey))
                .param("names", texts(cases, NewCase::name))
                .param("prefectures", texts(cases, NewCase::prefecture))
                .param("levels", texts(cases, NewCase::level))
                .param("keys", texts(cases, NewCase::submissionKey))
                .param("answers", texts(cases, NewCase::answers))
                .param("confidential", cases.stream().map(NewCase::confidential).toArray(Boolean[]::new))
                .query((row, i) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return cases.stream().map(c -> Optional.ofNullable(ids.get(c.number()))).toList();
    }

    /// An event is as confidential as its case; one of a case that is not seen is refused.
    void append(List<CaseEvent> events) {
        jdbc.sql("""
                insert into scheme.case_event
                  (case_id, seq, kind, from_level, to_level, occurred_on, recorded_at, actor, payload, previous, hash,
                   confidential)
                select c, s, k, f, t, o, r, a, p::jsonb, v, h,
                       (select access = 'confidential' from scheme.case_file where id = c)
                from unnest(:cases::bigint[], :seqs::int[], :kinds::text[], :from::text[], :to::text[], :days::date[],
                            :times::timestamptz[], :actors::text[], :payloads::text[], :previous::bytea[],
                            :hashes::bytea[]) as e (c, s, k, f, t, o, r, a, p, v, h)
                """)
                .param("cases", events.stream().map(CaseEvent::caseId).toArray(Long[]::new))
                .param("seqs", events.stream().map(CaseEvent::seq).toArray(Integer[]::new))
                .param("kinds", texts(events, CaseEvent::kind))
                .param("from", texts(events, CaseEvent::fromLevel))
                .param("to", texts(events, CaseEvent::toLevel))
                .param("days", texts(events, e -> e.occurredOn().toString()))
                .param("times", texts(events, e -> e.recordedAt().toString()))
                .param("actors", texts(events, CaseEvent::actor))
                .param("payloads", texts(events, CaseEvent::payload))
                .param("previous", events.stream().map(CaseEvent::previous).toArray(byte[][]::new))
                .param("hashes", events.stream().map(CaseEvent::hash).toArray(byte[][]::new))
                .update();
    }

    /// What happened next: the event covers the one before it.
    void follow(CaseRow file, String kind, LocalDate day, Instant now, String actor, String payload) {
        LastEvent last = last(file.id()).orElseThrow();
        append(List.of(
                new CaseEvent(file.id(), last.seq() + 1, kind, null, null, day, now, actor, payload, last.hash())));
    }

    private static <T> @Nullable String[] texts(List<T> rows, java.util.function.Function<T, @Nullable String> column) {
        List<@Nullable String> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(column.apply(row)));
        return values.toArray(new @Nullable String[0]);
    }

    Optional<CaseRow> byNumber(String number) {
        return jdbc.sql(SELECT + " where number = :number")
                .param("number", number)
                .query(CaseRow.class)
                .optional();
    }

    /// Holds the case until the transaction ends.
    Optional<CaseRow> lock(long id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(CaseRow.class)
                .optional();
    }

    private static final String SELECT = """
            select id, number, scheme, version, state, subject_key, name, answers::text as answers, revision, received_at
            from scheme.case_file""";

    /// When what the case says was last said by its subject, or for them.
    Instant contentsSince(long caseId) {
        return jdbc.sql("""
                select recorded_at from scheme.case_event
                where case_id = :id
                  and kind in ('declared', 'stepped-up', 'changed', 'corrected', 'withdrawn', 'restored')
                order by seq desc limit 1
                """)
                .param("id", caseId)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    Optional<LastEvent> last(long caseId) {
        return jdbc.sql(
                        "select seq, hash, recorded_at from scheme.case_event where case_id = :id order by seq desc limit 1")
                .param("id", caseId)
                .query(LastEvent.class)
                .optional();
    }

    void update(long id, String state, Instant now) {
        jdbc.sql("""
                update scheme.case_file set state = :state, revision = revision + 1, changed_at = :now where id = :id
                """)
                .param("state", state)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// What the case says from now on.
    ///
    /// @param answers JSON
    void say(long id, Statement says, String answers, Instant now) {
        jdbc.sql("""
                update scheme.case_file
                set name = :name, prefecture = :prefecture, level = :level, answers = :answers::jsonb,
                    revision = revision + 1, changed_at = :now
                where id = :id
                """)
                .param("name", says.name())
                .param("prefecture", says.prefecture())
                .param("level", says.level())
                .param("answers", answers)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    Optional<CaseRow> byId(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(CaseRow.class)
                .optional();
    }

    /// Cases that nobody confirmed while a link could still do it, the oldest first.
    List<Long> unconfirmed(Instant now, int most) {
        return jdbc.sql("""
                select f.id from scheme.case_file f
                where f.state = 'awaiting-confirmation' and not exists (
                  select from scheme.confirmation c
                  where c.case_id = f.id and c.purpose = 'confirm' and c.expires_at >= :now)
                order by f.received_at limit :most
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /// Every event of a case, with the hash that was kept.
    List<Kept> events(String number) {
        return jdbc.sql("""
                select e.case_id, e.seq, e.kind, e.from_level, e.to_level, e.occurred_on, e.recorded_at, e.actor,
                       e.payload::text as payload, e.previous, e.hash
                from scheme.case_event e join scheme.case_file f on f.id = e.case_id
                where f.number = :number order by e.seq
                """)
                .param("number", number)
                .query((row, i) -> new Kept(
                        new CaseEvent(
                                row.getLong(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, LocalDate.class),
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getString(8),
                                row.getString(9),
                                row.getBytes(10)),
                        row.getBytes(11)))
                .list();
    }

    record Kept(CaseEvent event, byte[] hash) {}

    record TokenRow(long caseId, @Nullable Instant usedAt, boolean expired) {}

    void issue(byte[] tokenHash, long caseId, String purpose, Instant now, Instant expires) {
        jdbc.sql("""
                insert into scheme.confirmation (token_hash, case_id, purpose, issued_at, expires_at)
                values (:hash, :case, :purpose, :now, :expires)
                """)
                .param("hash", tokenHash)
                .param("case", caseId)
                .param("purpose", purpose)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<TokenRow> token(byte[] hash, String purpose, Instant now) {
        return jdbc.sql("""
                select case_id, used_at, expires_at < :now as expired from scheme.confirmation
                where token_hash = :hash and purpose = :purpose
                """)
                .param("hash", hash)
                .param("purpose", purpose)
                .param("now", Timestamp.from(now))
                .query(TokenRow.class)
                .optional();
    }

    void markUsed(byte[] hash, Instant now) {
        jdbc.sql("update scheme.confirmation set used_at = :now where token_hash = :hash and used_at is null")
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .update();
    }
}
