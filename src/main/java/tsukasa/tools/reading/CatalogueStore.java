package tsukasa.tools.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Text;
import tsukasa.tools.Release;
import tsukasa.tools.Release.Withdrawal;
import tsukasa.tools.Tool;
import tsukasa.tools.Tool.Change;
import tsukasa.tools.ToolContent;
import tsukasa.tools.ToolName;
import tsukasa.tools.Tools.Question;

/// Reads what is published, and never what is being written.
@Repository
class CatalogueStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RELEASE = """
            select r.id, r.tool, t.name, r.version, r.released_on, r.notes_ja, r.notes_en, r.parts, r.published_at,
                   r.withdrawn_at, r.reason_ja, r.reason_en
              from tools.release r join tools.tool t on t.id = r.tool
            """;
    private final JdbcClient database;

    CatalogueStore(JdbcClient database) {
        this.database = database;
    }

    private record Found(long id, Tool tool) {}

    Optional<Tool> find(ToolName name) {
        return with(database.sql("select * from tools.tool where name = :name")
                        .param("name", name.value())
                        .query(CatalogueStore::found)
                        .list())
                .stream()
                .findFirst();
    }

    List<Tool> list(Question question, LocalDate today) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> params = new LinkedHashMap<>();
        List<String> words = SearchWords.of(question.words());
        for (int i = 0; i < words.size(); i++) {
            conditions.add("position(:word" + i + " in words) > 0");
            params.put("word" + i, words.get(i));
        }
        if (question.audience() != null) {
            conditions.add(":audience = any(audiences)");
            params.put("audience", question.audience().name());
        }
        if (question.support() != null) {
            conditions.add(
                    switch (question.support()) {
                        case SUPPORTED -> "support_until is null";
                        case ENDING -> "support_until >= :today";
                        case ENDED -> "support_until < :today";
                    });
            params.put("today", today);
        }
        return with(database.sql(
                        "select * from tools.tool where " + String.join(" and ", conditions) + " order by title_ja, id")
                .params(params)
                .query(CatalogueStore::found)
                .list());
    }

    List<Release> newestReleases(int most) {
        return database.sql(
                        RELEASE + " where r.withdrawn_at is null order by r.published_at desc, r.id desc limit :most")
                .param("most", most)
                .query(CatalogueStore::release)
                .list();
    }

    Optional<String> signature(UUID file) {
        return database.sql("select armored from tools.signature where file = :file")
                .param("file", file)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    long mark() {
        return database.sql("select coalesce(max(id), 0) from tools.change")
                .query(Long.class)
                .single();
    }

    private List<Tool> with(List<Found> found) {
        Long[] ids = found.stream().map(Found::id).toArray(Long[]::new);
        Map<Long, List<Release>> releases = new HashMap<>();
        database.sql(RELEASE + " where r.tool = any(:tools) order by r.released_on desc, r.id desc")
                .param("tools", ids)
                .query(row -> {
                    releases.computeIfAbsent(row.getLong("tool"), _ -> new ArrayList<>())
                            .add(release(row, 0));
                });
        Map<Long, List<Change>> changes = changes(ids);
        return found.stream()
                .map(one -> new Tool(
                        one.tool().name(),
                        one.tool().content(),
                        one.tool().published(),
                        one.tool().updated(),
                        releases.getOrDefault(one.id(), List.of()),
                        changes.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Change>> changes(Long[] tools) {
        Map<Long, List<Change>> changes = new HashMap<>();
        database.sql("""
                        select c.tool, c.at, r.version, c.what_ja, c.what_en
                          from tools.change c left join tools.release r on r.id = c.release
                         where c.tool = any(:tools) order by c.tool, c.id
                        """).param("tools", tools).query(row -> {
            changes.computeIfAbsent(row.getLong("tool"), _ -> new ArrayList<>())
                    .add(new Change(
                            instant(row, "at"),
                            row.getString("version"),
                            Text.of(row.getString("what_ja"), row.getString("what_en"))));
        });
        return changes;
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("id"),
                new Tool(
                        new ToolName(row.getString("name")),
                        JSON.readValue(row.getString("content"), ToolContent.class),
                        instant(row, "published_at"),
                        instant(row, "updated_at"),
                        List.of(),
                        List.of()));
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getLong("id"),
                new ToolName(row.getString("name")),
                row.getString("version"),
                row.getObject("released_on", LocalDate.class),
                Text.of(row.getString("notes_ja"), row.getString("notes_en")),
                texts(row.getArray("parts")),
                instant(row, "published_at"),
                withdrawal(row));
    }

    private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Withdrawal(at.toInstant(), Text.of(row.getString("reason_ja"), row.getString("reason_en")));
    }

    private static List<String> texts(Array column) throws SQLException {
        return List.of((String[]) column.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
