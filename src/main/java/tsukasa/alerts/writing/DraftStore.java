package tsukasa.alerts.writing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.alerts.AlertDraft;
import tsukasa.alerts.AlertDraft.Kind;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertWords;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftEvent;
import tsukasa.kernel.foureyes.DraftEvent.Became;
import tsukasa.kernel.foureyes.DraftState;

/// Keeps what is being written and who did what with it.
@Repository
class DraftStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DRAFT = """
            select d.id, d.kind, d.state, d.seen, d.words, d.author, d.due, a.year, a.number
              from alerts.draft d left join alerts.alert a on a.id = d.alert
            """;
    private final JdbcClient database;

    DraftStore(JdbcClient database) {
        this.database = database;
    }

    List<AlertDraft> open() {
        return with(database.sql(
                        DRAFT + " where d.state in ('DRAFT', 'REVIEW', 'APPROVED') order by d.changed_at desc, d.id")
                .query(DraftStore::draft)
                .list());
    }

    long waiting() {
        return database.sql("select count(*) from alerts.draft where state = 'REVIEW'")
                .query(Long.class)
                .single();
    }

    Optional<AlertDraft> find(long id) {
        return with(database.sql(DRAFT + " where d.id = :id")
                        .param("id", id)
                        .query(DraftStore::draft)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<AlertDraft> openFor(AlertNumber number) {
        return open().stream()
                .filter(draft -> draft.of().equals(Optional.of(number)))
                .findFirst();
    }

    List<Long> due(Instant now) {
        return database.sql("select id from alerts.draft where state = 'APPROVED' and due <= :now order by due, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Until the end of the transaction nobody else takes it; false where somebody has.
    boolean claim(long id, Instant now) {
        return database.sql("""
                        select id from alerts.draft where id = :id and state = 'APPROVED' and due <= :now
                           for update skip locked
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .optional()
                .isPresent();
    }

    /// Empty where another edition of this alert is being written already.
    Optional<Long> begin(Kind kind, Optional<AlertNumber> of, AlertWords words, Visitor by, Instant at) {
        return database.sql("""
                        insert into alerts.draft (kind, alert, state, seen, words, author, changed_at)
                        values (:kind, (select id from alerts.alert where year = :year and number = :number), 'DRAFT', 1, :words,
                                :by, :at)
                        on conflict do nothing returning id
                        """)
                .param("kind", kind.name())
                .param("year", of.map(AlertNumber::year).orElse(0))
                .param("number", of.map(AlertNumber::number).orElse(0))
                .param("words", JSON.writeValueAsString(words))
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /// False when somebody else was first.
    boolean write(long id, int seen, AlertWords words, Visitor by, Instant at) {
        return database.sql("""
                        update alerts.draft set words = :words, author = :by, seen = seen + 1, changed_at = :at
                         where id = :id and seen = :seen and state = 'DRAFT'
                        """)
                        .param("words", JSON.writeValueAsString(words))
                        .param("by", by.id())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /// False when it is no longer as it was seen.
    boolean move(AlertDraft draft, DraftState to, Optional<UUID> approver, Optional<Instant> due, Instant at) {
        return database.sql("""
                        update alerts.draft set state = :to, seen = seen + 1, approver = :approver, due = :due, changed_at = :at
                         where id = :id and seen = :seen and state = :from
                        """)
                        .param("to", to.name())
                        .param("approver", approver.orElse(null))
                        .param("due", due.map(d -> d.atOffset(ZoneOffset.UTC)).orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", draft.id())
                        .param("seen", draft.seen())
                        .param("from", draft.state().name())
                        .update()
                == 1;
    }

    UUID approver(long id) {
        return database.sql("select approver from alerts.draft where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    void event(long id, UUID by, String name, Became became, String note, Instant at) {
        database.sql("""
                        insert into alerts.draft_event (draft, seq, at, by_id, by_name, became, note)
                        select :id, coalesce(max(seq), 0) + 1, :at, :by, :name, :became, :note
                          from alerts.draft_event where draft = :id
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("name", name)
                .param("became", became.key())
                .param("note", note)
                .update();
    }

    private List<AlertDraft> with(List<AlertDraft> drafts) {
        Map<Long, List<DraftEvent>> events = new HashMap<>();
        database.sql("""
                        select draft, at, by_id, by_name, became, note from alerts.draft_event
                         where draft = any(:ids) order by draft, seq
                        """)
                .param("ids", drafts.stream().map(AlertDraft::id).toArray(Long[]::new))
                .query(row -> {
                    events.computeIfAbsent(row.getLong("draft"), _ -> new ArrayList<>())
                            .add(new DraftEvent(
                                    row.getObject("at", OffsetDateTime.class).toInstant(),
                                    row.getObject("by_id", UUID.class),
                                    row.getString("by_name"),
                                    Became.of(row.getString("became")),
                                    row.getString("note")));
                });
        return drafts.stream()
                .map(d -> new AlertDraft(
                        d.id(),
                        d.kind(),
                        d.of(),
                        d.state(),
                        d.seen(),
                        d.words(),
                        d.author(),
                        d.due(),
                        events.getOrDefault(d.id(), List.of())))
                .toList();
    }

    private static AlertDraft draft(ResultSet row, int number) throws SQLException {
        Integer year = row.getObject("year", Integer.class);
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        return new AlertDraft(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                year == null ? Optional.empty() : Optional.of(new AlertNumber(year, row.getInt("number"))),
                DraftState.valueOf(row.getString("state")),
                row.getInt("seen"),
                JSON.readValue(row.getString("words"), AlertWords.class),
                row.getObject("author", UUID.class),
                Optional.ofNullable(due).map(OffsetDateTime::toInstant),
                List.of());
    }
}
