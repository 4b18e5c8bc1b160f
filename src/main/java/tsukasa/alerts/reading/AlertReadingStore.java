package tsukasa.alerts.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.alerts.Alert;
import tsukasa.alerts.AlertContent;
import tsukasa.alerts.AlertNumber;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.AlertQuestion.Span;
import tsukasa.kernel.Text;

/// Reads what is published, and never what is being written.
@Repository
class AlertReadingStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient database;

    AlertReadingStore(JdbcClient database) {
        this.database = database;
    }

    private record Found(long id, Alert alert) {}

    Optional<Alert> find(AlertNumber number) {
        return with(database.sql("select * from alerts.alert where year = :year and number = :number")
                        .param("year", number.year())
                        .param("number", number.number())
                        .query(AlertReadingStore::found)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<Alert> find(AlertNumber number, int edition) {
        return with(database.sql("""
                                select a.id, a.year, a.number, a.published_at, e.standing, e.at as updated_at, e.content
                                  from alerts.edition e join alerts.alert a on a.id = e.alert
                                 where a.year = :year and a.number = :number and e.edition = :edition
                                """)
                        .param("year", number.year())
                        .param("number", number.number())
                        .param("edition", edition)
                        .query(AlertReadingStore::found)
                        .list())
                .stream()
                .map(alert -> new Alert(
                        alert.number(),
                        alert.standing(),
                        alert.published(),
                        alert.updated(),
                        alert.content(),
                        alert.editions().subList(0, edition)))
                .findFirst();
    }

    List<Alert> list(AlertQuestion question) {
        Map<String, Object> params = new LinkedHashMap<>();
        String where = where(question, params);
        params.put("from", question.from());
        params.put("size", question.size());
        return with(database.sql("select a.* from alerts.alert a" + where
                        + " order by a.updated_at desc, a.id desc offset :from limit :size")
                .params(params)
                .query(AlertReadingStore::found)
                .list());
    }

    long count(AlertQuestion question) {
        Map<String, Object> params = new LinkedHashMap<>();
        String where = where(question, params);
        return database.sql("select count(*) from alerts.alert a" + where)
                .params(params)
                .query(Long.class)
                .single();
    }

    List<Integer> years() {
        return database.sql("select distinct year from alerts.alert order by year desc")
                .query((row, _) -> row.getInt(1))
                .list();
    }

    long mark() {
        return database.sql("select coalesce(max(id), 0) from alerts.edition")
                .query(Long.class)
                .single();
    }

    private List<Alert> with(List<Found> found) {
        Map<Long, List<Alert.Edition>> editions = new HashMap<>();
        database.sql("""
                        select alert, edition, at, what_ja, what_en from alerts.edition
                         where alert = any(:alerts) order by alert, edition
                        """)
                .param("alerts", found.stream().map(Found::id).toArray(Long[]::new))
                .query(row -> {
                    editions.computeIfAbsent(row.getLong("alert"), _ -> new ArrayList<>())
                            .add(new Alert.Edition(
                                    row.getInt("edition"),
                                    instant(row, "at"),
                                    Text.of(row.getString("what_ja"), row.getString("what_en"))));
                });
        return found.stream()
                .map(one -> new Alert(
                        one.alert().number(),
                        one.alert().standing(),
                        one.alert().published(),
                        one.alert().updated(),
                        one.alert().content(),
                        editions.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static String where(AlertQuestion question, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        if (question.products() != null) {
            conditions.add("a.id in (select c.alert from alerts.concern c where c.product = any(:products))");
            params.put("products", question.products().toArray(Long[]::new));
        }
        List<String> words = Words.of(question.words());
        for (int i = 0; i < words.size(); i++) {
            conditions.add("position(:word" + i + " in a.words) > 0");
            params.put("word" + i, words.get(i));
        }
        span("published_at", question.published(), conditions, params);
        span("updated_at", question.updated(), conditions, params);
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static void span(String column, Span span, List<String> conditions, Map<String, Object> params) {
        bound(column, ">=", "_from", span.from(), conditions, params);
        bound(column, "<", "_until", span.until(), conditions, params);
    }

    private static void bound(
            String column,
            String comparison,
            String name,
            @Nullable Instant at,
            List<String> conditions,
            Map<String, Object> params) {
        if (at != null) {
            conditions.add("a." + column + " " + comparison + " :" + column + name);
            params.put(column + name, at.atOffset(ZoneOffset.UTC));
        }
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("id"),
                new Alert(
                        new AlertNumber(row.getInt("year"), row.getInt("number")),
                        Alert.Standing.valueOf(row.getString("standing")),
                        instant(row, "published_at"),
                        instant(row, "updated_at"),
                        JSON.readValue(row.getString("content"), AlertContent.class),
                        List.of()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
