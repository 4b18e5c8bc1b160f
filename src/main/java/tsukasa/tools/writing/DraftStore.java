package tsukasa.tools.writing;

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
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftEvent;
import tsukasa.kernel.foureyes.DraftEvent.Became;
import tsukasa.kernel.foureyes.DraftState;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolDraft.Kind;
import tsukasa.tools.ToolName;
import tsukasa.tools.ToolWords;

/// Keeps what is being written and who did what with it.
@Repository
class DraftStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DRAFT = """
            select d.id, d.kind, d.state, d.seen, d.words, d.author, t.name, r.version
              from tools.draft d left join tools.tool t on t.id = d.tool left join tools.release r on r.id = d.release
            """;
    private final JdbcClient database;

    DraftStore(JdbcClient database) {
        this.database = database;
    }

    List<ToolDraft> open() {
        return with(database.sql(DRAFT + " where d.state in ('DRAFT', 'REVIEW') order by d.changed_at desc, d.id desc")
                .query(DraftStore::draft)
                .list());
    }

    Optional<ToolDraft> find(long id) {
        return with(database.sql(DRAFT + " where d.id = :id")
                        .param("id", id)
                        .query(DraftStore::draft)
                        .list())
                .stream()
                .findFirst();
    }

    /// Empty where the same is being written already.
    Optional<Long> begin(Kind kind, Optional<ToolName> tool, String version, ToolWords words, Visitor by, Instant at) {
        return database.sql("""
                        insert into tools.draft (kind, tool, release, state, seen, words, author, changed_at)
                        select :kind, t.id, r.id, 'DRAFT', 1, :words, :by, :at
                          from (values (1)) one left join tools.tool t on t.name = :tool
                          left join tools.release r on r.tool = t.id and r.version = :version
                        on conflict do nothing returning id
                        """)
                .param("kind", kind.name())
                .param("tool", tool.map(ToolName::value).orElse(""))
                .param("version", kind.ofRelease() ? version : "")
                .param("words", JSON.writeValueAsString(words))
                .param("by", by.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    /// False when somebody else was first.
    boolean write(long id, int seen, ToolWords words, Visitor by, Instant at) {
        return database.sql("""
                        update tools.draft set words = :words, author = :by, seen = seen + 1, changed_at = :at
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
    boolean move(ToolDraft draft, DraftState to, Instant at) {
        return database.sql("""
                        update tools.draft set state = :to, seen = seen + 1, changed_at = :at
                         where id = :id and seen = :seen and state = :from
                        """)
                        .param("to", to.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", draft.id())
                        .param("seen", draft.seen())
                        .param("from", draft.state().name())
                        .update()
                == 1;
    }

    void event(long id, Visitor by, Became became, String note, Instant at) {
        database.sql("""
                        insert into tools.draft_event (draft, seq, at, by_id, by_name, became, note)
                        select :id, coalesce(max(seq), 0) + 1, :at, :by, :name, :became, :note
                          from tools.draft_event where draft = :id
                        """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .param("name", by.displayName())
                .param("became", became.key())
                .param("note", note)
                .update();
    }

    private List<ToolDraft> with(List<ToolDraft> drafts) {
        Map<Long, List<DraftEvent>> events = new HashMap<>();
        database.sql("""
                        select draft, at, by_id, by_name, became, note from tools.draft_event
                         where draft = any(:ids) order by draft, seq
                        """)
                .param("ids", drafts.stream().map(ToolDraft::id).toArray(Long[]::new))
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
                .map(d -> new ToolDraft(
                        d.id(),
                        d.kind(),
                        d.tool(),
                        d.version(),
                        d.state(),
                        d.seen(),
                        d.words(),
                        d.author(),
                        events.getOrDefault(d.id(), List.of())))
                .toList();
    }

    private static ToolDraft draft(ResultSet row, int number) throws SQLException {
        return new ToolDraft(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("name")).map(ToolName::new),
                Optional.ofNullable(row.getString("version")),
                DraftState.valueOf(row.getString("state")),
                row.getInt("seen"),
                JSON.readValue(row.getString("words"), ToolWords.class),
                row.getObject("author", UUID.class),
                List.of());
    }
}
