package tsukasa.alerts.writing;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.alerts.Alert.Standing;
import tsukasa.alerts.AlertContent;
import tsukasa.alerts.AlertContent.Concerned;
import tsukasa.alerts.AlertNumber;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;

/// Puts an approved edition among what everyone may read.
@Repository
class PublicationStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient database;

    PublicationStore(JdbcClient database) {
        this.database = database;
    }

    /// @param author the last who wrote in it
    record Edition(Standing standing, AlertContent content, Text what, UUID author, UUID approver, Instant at) {}

    AlertNumber first(long draft, Edition edition) {
        int year = edition.at().atZone(Writing.JAPAN).getYear();
        int number = database.sql("""
                        insert into alerts.number as n values (:year, 1)
                        on conflict (year) do update set last = n.last + 1 returning last
                        """).param("year", year).query(Integer.class).single();
        AlertNumber given = new AlertNumber(year, number);
        long id = database.sql("""
                        insert into alerts.alert (year, number, standing, published_at, updated_at, urgency, words, content)
                        values (:year, :number, :standing, :at, :at, :urgency, :words, :content) returning id
                        """)
                .param("year", year)
                .param("number", number)
                .param("standing", edition.standing().name())
                .param("at", edition.at().atOffset(ZoneOffset.UTC))
                .param("urgency", edition.content().urgency().name())
                .param("words", words(given, edition.content()))
                .param("content", JSON.writeValueAsString(edition.content()))
                .query(Long.class)
                .single();
        database.sql("update alerts.draft set alert = :alert where id = :draft")
                .param("alert", id)
                .param("draft", draft)
                .update();
        keep(id, edition);
        return given;
    }

    int next(AlertNumber number, Edition edition) {
        long id = database.sql("""
                        update alerts.alert set standing = :standing, updated_at = :at, urgency = :urgency, words = :words,
                               content = :content
                         where year = :year and number = :number returning id
                        """)
                .param("standing", edition.standing().name())
                .param("at", edition.at().atOffset(ZoneOffset.UTC))
                .param("urgency", edition.content().urgency().name())
                .param("words", words(number, edition.content()))
                .param("content", JSON.writeValueAsString(edition.content()))
                .param("year", number.year())
                .param("number", number.number())
                .query(Long.class)
                .single();
        database.sql("delete from alerts.concern where alert = :id")
                .param("id", id)
                .update();
        return keep(id, edition);
    }

    private int keep(long id, Edition edition) {
        database.sql("insert into alerts.concern (alert, product) select :id, unnest(:products) on conflict do nothing")
                .param("id", id)
                .param(
                        "products",
                        edition.content().products().stream()
                                .map(Concerned::product)
                                .filter(Objects::nonNull)
                                .toArray(Long[]::new))
                .update();
        return database.sql("""
                        insert into alerts.edition (alert, edition, standing, at, what_ja, what_en, content, author, approver)
                        select :id, coalesce(max(edition), 0) + 1, :standing, :at, :ja, :en, :content, :author, :approver
                          from alerts.edition where alert = :id returning edition
                        """)
                .param("id", id)
                .param("standing", edition.standing().name())
                .param("at", edition.at().atOffset(ZoneOffset.UTC))
                .param("ja", edition.what().ja())
                .param("en", edition.what().en())
                .param("content", JSON.writeValueAsString(edition.content()))
                .param("author", edition.author())
                .param("approver", edition.approver())
                .query(Integer.class)
                .single();
    }

    private static String words(AlertNumber number, AlertContent content) {
        String all = Stream.of(
                        Stream.of(content.title(), content.summary(), content.action())
                                .flatMap(text -> Stream.of(text.ja(), text.en())),
                        content.products().stream().flatMap(p -> Stream.of(p.vendor(), p.name())),
                        content.cves().stream().map(Object::toString),
                        Stream.of(number.toString()))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
        return Normalizer.normalize(all, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
