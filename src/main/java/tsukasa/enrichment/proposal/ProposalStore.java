package tsukasa.enrichment.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.enrichment.Enrichment;
import tsukasa.enrichment.Proposal;
import tsukasa.enrichment.Proposal.Event;
import tsukasa.enrichment.Proposal.Item;
import tsukasa.enrichment.Proposal.Kind;
import tsukasa.enrichment.Proposal.State;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.kernel.foureyes.Hands;
import tsukasa.kernel.foureyes.Hands.Hand;

/// Proposals and what happened to them.
@Repository
class ProposalStore {
    private static final String HEAD = """
            select id, kind, state, subject, version, entry, change, undoes, changed from enrichment.proposal
            """;
    private final JdbcClient database;

    ProposalStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Proposal> find(long id) {
        return whole(database.sql(HEAD + " where id = :id")
                        .param("id", id)
                        .query(ProposalStore::head)
                        .list())
                .stream()
                .findFirst();
    }

    List<Proposal> open(Collection<Long> entries) {
        return whole(database.sql(HEAD + " where entry = any(:entries) and state in ('DRAFT', 'SUBMITTED', 'RETURNED')")
                .param("entries", entries.toArray(Long[]::new))
                .query(ProposalStore::head)
                .list());
    }

    List<Proposal> of(long entry) {
        return whole(database.sql(HEAD + """
                         where entry = :entry
                            or id in (select proposal from enrichment.item where entry = :entry)
                         order by id desc limit 100
                        """)
                .param("entry", entry)
                .query(ProposalStore::head)
                .list());
    }

    List<Proposal> list(Set<State> states, long from, int size) {
        return whole(database.sql(
                        HEAD + " where state = any(:states) order by changed desc, id desc offset :from limit :size")
                .param("states", names(states))
                .param("from", from)
                .param("size", size)
                .query(ProposalStore::head)
                .list());
    }

    long count(Set<State> states) {
        return database.sql("select count(*) from enrichment.proposal where state = any(:states)")
                .param("states", names(states))
                .query(Long.class)
                .single();
    }

    private static String[] names(Set<State> states) {
        return states.stream().map(State::name).toArray(String[]::new);
    }

    private static Proposal head(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getString("subject"),
                row.getInt("version"),
                Optional.ofNullable(row.getObject("entry", Long.class)),
                row.getString("change"),
                Optional.ofNullable(row.getObject("undoes", Long.class)),
                at(row, "changed"),
                Hands.NONE,
                List.of());
    }

    private List<Proposal> whole(List<Proposal> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        Long[] ids = heads.stream().map(Proposal::id).toArray(Long[]::new);
        Map<Long, List<Hand>> hands = hands(ids);
        Map<Long, List<Event>> events = events(ids);
        return heads.stream()
                .map(head -> new Proposal(
                        head.id(),
                        head.kind(),
                        head.state(),
                        head.subject(),
                        head.version(),
                        head.entry(),
                        head.change(),
                        head.undoes(),
                        head.changed(),
                        new Hands(hands.getOrDefault(head.id(), List.of())),
                        events.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Hand>> hands(Long[] ids) {
        Map<Long, List<Hand>> hands = new HashMap<>();
        database.sql("""
                        select proposal, by_id, by_name from enrichment.hand
                         where proposal = any(:ids) order by by_name, by_id
                        """).param("ids", ids).query(row -> {
            hands.computeIfAbsent(row.getLong("proposal"), _ -> new ArrayList<>())
                    .add(new Hand(row.getObject("by_id", UUID.class), row.getString("by_name")));
        });
        return hands;
    }

    private Map<Long, List<Event>> events(Long[] ids) {
        Map<Long, List<Event>> events = new HashMap<>();
        database.sql("""
                        select proposal, became, by_id, by_name, at, reason from enrichment.event
                         where proposal = any(:ids) order by proposal, seq
                        """).param("ids", ids).query(row -> {
            events.computeIfAbsent(row.getLong("proposal"), _ -> new ArrayList<>())
                    .add(new Event(
                            row.getString("became"),
                            row.getObject("by_id", UUID.class),
                            row.getString("by_name"),
                            at(row, "at"),
                            row.getString("reason")));
        });
        return events;
    }

    List<Item> items(long proposal, long from, int size) {
        return database.sql("""
                        select place, entry, number, before, after, refused_ja, refused_en from enrichment.item
                         where proposal = :proposal order by place offset :from limit :size
                        """)
                .param("proposal", proposal)
                .param("from", from)
                .param("size", size)
                .query((row, _) -> new Item(
                        row.getInt("place"),
                        row.getLong("entry"),
                        row.getString("number"),
                        Kept.read(row.getString("before")),
                        Kept.read(row.getString("after")),
                        Optional.ofNullable(row.getString("refused_ja")).map(ja -> Text.of(ja, english(row, ja)))))
                .list();
    }

    private static String english(ResultSet row, String otherwise) {
        try {
            return Optional.ofNullable(row.getString("refused_en")).orElse(otherwise);
        } catch (SQLException e) {
            throw new IllegalStateException("a reason has two languages", e);
        }
    }

    long items(long proposal) {
        return database.sql("select count(*) from enrichment.item where proposal = :proposal")
                .param("proposal", proposal)
                .query(Long.class)
                .single();
    }

    /// Empty when somebody else began one for this entry first.
    Optional<Long> begin(
            Kind kind, String subject, @Nullable Long entry, String change, @Nullable Long undoes, Instant at) {
        return database.sql("""
                        insert into enrichment.proposal (kind, state, subject, version, entry, change, undoes, changed)
                        values (:kind, 'DRAFT', :subject, 1, :entry, :change, :undoes, :at)
                        on conflict do nothing returning id
                        """)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("entry", entry)
                .param("change", change)
                .param("undoes", undoes)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /// False when it is not as it was seen. Holds it until this transaction ends.
    boolean turn(long id, int seen, Set<State> from, State to, Instant at) {
        return database.sql("""
                        update enrichment.proposal set state = :to, version = version + 1, changed = :at
                         where id = :id and version = :seen and state = any(:from)
                        """)
                        .param("to", to.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("seen", seen)
                        .param("from", names(from))
                        .update()
                == 1;
    }

    void hand(long proposal, Visitor by) {
        database.sql("""
                        insert into enrichment.hand (proposal, by_id, by_name) values (:proposal, :by, :name) on conflict do nothing
                        """)
                .param("proposal", proposal)
                .param("by", by.id())
                .param("name", by.displayName())
                .update();
    }

    void remember(long proposal, String became, Visitor by, String reason, Instant at) {
        database.sql("""
                        insert into enrichment.event (proposal, seq, became, by_id, by_name, at, reason)
                        select :proposal, coalesce(max(seq), 0) + 1, :became, :by, :name, :at, :reason
                          from enrichment.event where proposal = :proposal
                        """)
                .param("proposal", proposal)
                .param("became", became)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    void write(long proposal, List<Item> items) {
        for (Item item : items) {
            database.sql("""
                            insert into enrichment.item (proposal, place, entry, number, before, after, refused_ja, refused_en)
                            values (:proposal, :place, :entry, :number, :before, :after, :ja, :en)
                            on conflict (proposal, place) do update
                               set before = excluded.before, after = excluded.after,
                                   refused_ja = excluded.refused_ja, refused_en = excluded.refused_en
                            """)
                    .param("proposal", proposal)
                    .param("place", item.place())
                    .param("entry", item.entry())
                    .param("number", item.number())
                    .param("before", Kept.of(item.before()))
                    .param("after", Kept.of(item.after()))
                    .param("ja", item.refused().map(Text::ja).orElse(null))
                    .param("en", item.refused().map(Text::en).orElse(null))
                    .update();
        }
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Item item(int place, long entry, String number, Enrichment before, Enrichment after) {
        return new Item(place, entry, number, before, after, Optional.empty());
    }
}
