package tsukasa.watching.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.vulnerability.ChangedEntries.Place;
import tsukasa.watching.Fact;
import tsukasa.watching.FindingState;
import tsukasa.watching.keeping.Change.Fresh;
import tsukasa.watching.keeping.Change.Known;

/// Writes down what became of findings, and the news of it, many at once.
@Repository
class ChangeStore {
    private final JdbcClient database;

    ChangeStore(JdbcClient database) {
        this.database = database;
    }

    /// Whoever follows holds it until the end of the transaction.
    Place follow() {
        return progress("for update");
    }

    /// Whoever adds items holds the followers back, so that no change passes by unseen.
    void hold() {
        progress("for share");
    }

    /// From here on every statement is planned for as many rows as it is given: they differ by orders of magnitude, and
    /// a plan made for few takes hours for many.
    private Place progress(String how) {
        database.sql("set local plan_cache_mode = force_custom_plan").update();
        database.sql("insert into watching.progress (mark, entry) values (0, 0) on conflict do nothing")
                .update();
        return database.sql("select mark, entry from watching.progress " + how)
                .query((row, _) -> new Place(row.getLong("mark"), row.getLong("entry")))
                .single();
    }

    void followed(Place place) {
        database.sql("update watching.progress set mark = :mark, entry = :entry")
                .param("mark", place.mark())
                .param("entry", place.entry())
                .update();
    }

    /// Holds the findings of these items and entries in the order in which decisions hold theirs, before some of them
    /// at
    /// a time are looked at.
    void hold(List<Comparing.Place> places) {
        database.sql("""
                        with held as (
                          select f.id from unnest(:items, :entries) as k (item, entry)
                            join watching.finding f on f.item = k.item and f.entry = k.entry
                           order by f.id for no key update of f
                        )
                        select count(*) from held
                        """)
                .param("items", places.stream().map(Comparing.Place::item).toArray(Long[]::new))
                .param("entries", places.stream().map(Comparing.Place::entry).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /// The findings of these items and entries, held in the order of their ids, as decisions hold theirs: what their
    /// owner decides meanwhile is known here, or waits. That order is one of each call: what a transaction holds in
    /// several parts may meet a decision crosswise, which is then taken again.
    void held(List<Comparing.Place> places, Consumer<Known> taker) {
        Map<String, String> texts = new HashMap<>();
        database.sql("""
                        select f.* from unnest(:items, :entries) as k (item, entry)
                          join watching.finding f on f.item = k.item and f.entry = k.entry
                         order by f.id for no key update of f
                        """)
                .param("items", places.stream().map(Comparing.Place::item).toArray(Long[]::new))
                .param("entries", places.stream().map(Comparing.Place::entry).toArray(Long[]::new))
                .query((RowCallbackHandler) row -> taker.accept(known(row, texts)));
    }

    private static Known known(ResultSet row, Map<String, String> texts) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getLong("item"),
                row.getLong("entry"),
                FindingState.valueOf(row.getString("state")),
                new Judged(
                        whole(row.getObject("severity")),
                        whole(row.getObject("tenths")),
                        row.getBoolean("exploited"),
                        row.getBoolean("sure"),
                        once(texts, row.getString("feed")),
                        once(texts, row.getString("party")),
                        once(texts, row.getString("rule")),
                        once(texts, row.getString("version")),
                        once(texts, row.getString("told")),
                        once(texts, row.getString("ordered")),
                        fix(row, texts)));
    }

    private static String once(Map<String, String> texts, String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private static @Nullable String fix(ResultSet row, Map<String, String> texts) throws SQLException {
        String fix = row.getString("fix");
        return fix == null ? null : once(texts, fix);
    }

    private static @Nullable Integer whole(@Nullable Object number) {
        return number instanceof Number some ? some.intValue() : null;
    }

    /// @param told whether their owners hear of it: not of what they see at once, having just added the item
    void add(List<Fresh> fresh, boolean told, Instant now) {
        if (fresh.isEmpty()) {
            return;
        }
        Judgements judgements = new Judgements(fresh.stream().map(Fresh::judged).toList());
        judgements
                .into(database.sql("""
                        with fresh as (
                          insert into watching.finding (owner, list, item, entry, state, severity, tenths, exploited, sure,
                                 feed, party, rule, version, told, ordered, fix, since, changed_at)
                          select k.owner::uuid, k.list::uuid, k.item, k.entry, 'OPEN', k.severity::smallint, k.tenths::smallint, k.exploited,
                                 k.sure, k.feed, k.party, k.rule, k.version, k.told, k.ordered, k.fix, :now, :now
                            from unnest(:owners, :lists, :items, :entries, :severities, :tenths, :exploited, :sure, :feeds, :parties,
                                        :rules, :versions, :told, :orders, :fixes)
                              as k (owner, list, item, entry, severity, tenths, exploited, sure, feed, party, rule, version, told,
                                    ordered, fix)
                          on conflict (item, entry) do nothing
                          returning id, owner, list
                        )
                        insert into watching.news (list, owner, finding, kind, facts, at, to_letter, to_hook)
                        select f.list, f.owner, f.id, 'NEW', '{}', :now, l.letters <> 'NEVER', l.hooked
                          from fresh f join watching.list l on l.id = f.list
                         where :tell
                        """))
                .param("owners", texts(fresh, one -> one.owner().toString()))
                .param("lists", texts(fresh, one -> one.list().toString()))
                .param("items", fresh.stream().map(Fresh::item).toArray(Long[]::new))
                .param("entries", fresh.stream().map(Fresh::entry).toArray(Long[]::new))
                .param("tell", told)
                .param("now", ItemStore.at(now))
                .update();
    }

    static <T> String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    void change(List<Change> changes, Instant now) {
        List<Change> judged =
                changes.stream().filter(one -> one.judged() != null).toList();
        rejudge(judged, now);
        became(changes.stream().filter(one -> one.became() != null).toList(), now);
        events(
                changes.stream()
                        .filter(one -> one.became() != null || !one.facts().isEmpty())
                        .toList(),
                now);
        news(changes.stream().filter(one -> one.told() != null).toList(), now);
    }

    private void rejudge(List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        Judgements judgements = new Judgements(changes.stream()
                .map(one -> one.judged() == null ? one.known().judged() : one.judged())
                .toList());
        judgements
                .into(database.sql("""
                        update watching.finding f
                           set severity = k.severity::smallint, tenths = k.tenths::smallint, exploited = k.exploited, sure = k.sure,
                               feed = k.feed, party = k.party, rule = k.rule, version = k.version, told = k.told,
                               ordered = k.ordered, fix = k.fix,
                               changed_at = case when k.heard then :now else f.changed_at end
                          from unnest(:ids, :heard, :severities, :tenths, :exploited, :sure, :feeds, :parties, :rules, :versions,
                                      :told, :orders, :fixes)
                            as k (id, heard, severity, tenths, exploited, sure, feed, party, rule, version, told, ordered, fix)
                         where f.id = k.id
                        """))
                .param("ids", ids(changes))
                .param(
                        "heard",
                        changes.stream().map(one -> !one.facts().isEmpty()).toArray(Boolean[]::new))
                .param("now", ItemStore.at(now))
                .update();
    }

    private static Long[] ids(List<Change> changes) {
        return changes.stream().map(one -> one.known().id()).toArray(Long[]::new);
    }

    /// What matches again became affected now.
    private void became(List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        database.sql("""
                        update watching.finding f
                           set state = k.state, changed_at = :now,
                               since = case when f.state = 'GONE' and k.state = 'OPEN' then :now else f.since end
                          from unnest(:ids, :states) as k (id, state)
                         where f.id = k.id
                        """)
                .param("ids", ids(changes))
                .param(
                        "states",
                        texts(
                                changes,
                                one -> one.became() == null
                                        ? null
                                        : one.became().name()))
                .param("now", ItemStore.at(now))
                .update();
    }

    private void events(List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into watching.finding_event (finding, seq, owner, at, became, facts)
                        select f.id, coalesce((select max(seq) from watching.finding_event where finding = f.id), 0) + 1, f.owner,
                               :now, k.became, string_to_array(k.facts, ' ')
                          from unnest(:ids, :became, :facts) as k (id, became, facts)
                          join watching.finding f on f.id = k.id
                        """)
                .param("ids", ids(changes))
                .param(
                        "became",
                        texts(
                                changes,
                                one -> one.became() == null
                                        ? null
                                        : one.became().name()))
                .param("facts", texts(changes, ChangeStore::facts))
                .param("now", ItemStore.at(now))
                .update();
    }

    private static String facts(Change change) {
        return change.facts().stream().sorted().map(Fact::name).collect(Collectors.joining(" "));
    }

    private void news(List<Change> changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into watching.news (list, owner, finding, kind, facts, at, to_letter, to_hook)
                        select f.list, f.owner, f.id, k.kind, string_to_array(k.facts, ' '), :now, l.letters <> 'NEVER', l.hooked
                          from unnest(:ids, :kinds, :facts) as k (id, kind, facts)
                          join watching.finding f on f.id = k.id
                          join watching.list l on l.id = f.list
                        """)
                .param("ids", ids(changes))
                .param(
                        "kinds",
                        texts(
                                changes,
                                one -> one.told() == null ? null : one.told().name()))
                .param("facts", texts(changes, ChangeStore::facts))
                .param("now", ItemStore.at(now))
                .update();
    }

    /// The columns of many judgements.
    record Judgements(List<Judged> all) {
        JdbcClient.StatementSpec into(JdbcClient.StatementSpec statement) {
            return statement
                    .param("severities", all.stream().map(Judged::severity).toArray(Integer[]::new))
                    .param("tenths", all.stream().map(Judged::tenths).toArray(Integer[]::new))
                    .param("exploited", all.stream().map(Judged::exploited).toArray(Boolean[]::new))
                    .param("sure", all.stream().map(Judged::sure).toArray(Boolean[]::new))
                    .param("feeds", texts(all, Judged::feed))
                    .param("parties", texts(all, Judged::party))
                    .param("rules", texts(all, Judged::rule))
                    .param("versions", texts(all, Judged::version))
                    .param("told", texts(all, Judged::told))
                    .param("orders", texts(all, Judged::order))
                    .param("fixes", texts(all, Judged::fix));
        }
    }
}
