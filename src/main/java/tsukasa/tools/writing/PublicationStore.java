package tsukasa.tools.writing;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Text;
import tsukasa.tools.Audience;
import tsukasa.tools.ToolContent;
import tsukasa.tools.ToolDraft;
import tsukasa.tools.ToolName;

/// Writes what everyone sees.
@Repository
class PublicationStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient database;

    PublicationStore(JdbcClient database) {
        this.database = database;
    }

    /// Empty where the name is taken.
    Optional<Long> tool(ToolName name, ToolContent content, Instant at) {
        return database.sql("""
                        insert into tools.tool (name, title_ja, words, audiences, support_until, content, published_at, updated_at)
                        values (:name, :title, :words, :audiences, :until, :content, :at, :at)
                        on conflict (name) do nothing returning id
                        """)
                .param("name", name.value())
                .param("title", content.title().ja())
                .param("words", words(name, content))
                .param("audiences", audiences(content))
                .param("until", content.supportUntil())
                .param("content", JSON.writeValueAsString(content))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    long revise(ToolName name, ToolContent content, Instant at) {
        return database.sql("""
                        update tools.tool set title_ja = :title, words = :words, audiences = :audiences, support_until = :until,
                               content = :content, updated_at = :at
                         where name = :name returning id
                        """)
                .param("name", name.value())
                .param("title", content.title().ja())
                .param("words", words(name, content))
                .param("audiences", audiences(content))
                .param("until", content.supportUntil())
                .param("content", JSON.writeValueAsString(content))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    long touched(ToolName name, Instant at) {
        return database.sql("update tools.tool set updated_at = :at where name = :name returning id")
                .param("name", name.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /// Empty where this version is out already.
    Optional<Long> release(long tool, String version, LocalDate day, Text notes, List<String> parts, Instant at) {
        return database.sql("""
                        insert into tools.release (tool, version, released_on, notes_ja, notes_en, parts, published_at)
                        values (:tool, :version, :day, :ja, :en, :parts, :at)
                        on conflict (tool, version) do nothing returning id
                        """)
                .param("tool", tool)
                .param("version", version)
                .param("day", day)
                .param("ja", notes.ja())
                .param("en", notes.en())
                .param("parts", parts.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    boolean released(ToolName tool, String version) {
        return database.sql("""
                        select exists (select 1 from tools.release r join tools.tool t on t.id = r.tool
                                        where t.name = :tool and r.version = :version)
                        """)
                .param("tool", tool.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /// Empty where it is withdrawn.
    Optional<Long> correct(long tool, String version, Text notes, List<String> parts) {
        return database.sql("""
                        update tools.release set notes_ja = :ja, notes_en = :en, parts = :parts
                         where tool = :tool and version = :version and withdrawn_at is null returning id
                        """)
                .param("tool", tool)
                .param("version", version)
                .param("ja", notes.ja())
                .param("en", notes.en())
                .param("parts", parts.toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    /// Empty where it is withdrawn.
    Optional<Long> withdraw(long tool, String version, Text reason, Instant at) {
        return database.sql("""
                        update tools.release set withdrawn_at = :at, reason_ja = :ja, reason_en = :en
                         where tool = :tool and version = :version and withdrawn_at is null returning id
                        """)
                .param("tool", tool)
                .param("version", version)
                .param("ja", reason.ja())
                .param("en", reason.en())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .optional();
    }

    void change(long tool, @Nullable Long release, ToolDraft draft, Text what, UUID approver, Instant at) {
        database.sql("""
                        insert into tools.change (tool, release, kind, at, what_ja, what_en, words, author, approver)
                        values (:tool, :release, :kind, :at, :ja, :en, :words, :author, :approver)
                        """)
                .param("tool", tool)
                .param("release", release)
                .param("kind", draft.kind().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ja", what.ja())
                .param("en", what.en())
                .param("words", JSON.writeValueAsString(draft.words()))
                .param("author", draft.author())
                .param("approver", approver)
                .update();
    }

    void signature(UUID file, String armored) {
        database.sql("insert into tools.signature (file, armored) values (:file, :armored) on conflict do nothing")
                .param("file", file)
                .param("armored", armored)
                .update();
    }

    private static String[] audiences(ToolContent content) {
        return content.audiences().stream().map(Audience::name).toArray(String[]::new);
    }

    private static String words(ToolName name, ToolContent content) {
        String all = String.join(
                "\n",
                name.value(),
                content.title().ja(),
                content.title().en(),
                content.purpose().ja(),
                content.purpose().en(),
                content.description().ja(),
                content.description().en(),
                content.licence(),
                String.join("\n", content.platforms()));
        return Normalizer.normalize(all, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
