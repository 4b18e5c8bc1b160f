package tsukasa.mail.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tsukasa.kernel.Language;
import tsukasa.mail.DeliveryState;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.MailId;
import tsukasa.mail.OutgoingMail;

@Component
class LetterStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MATCHING = """
             where (:text = '' or (to_address || ' ' || subject) ilike :pattern)
               and (cast(:state as text) is null or state = :state)
            """;
    private final JdbcClient database;

    LetterStore(JdbcClient database) {
        this.database = database;
    }

    List<MailId> add(List<Letter> letters, Instant now) {
        return database.sql("""
                        insert into mail.letter
                               (to_address, subject, body, language, headers, secret, written_at, next_attempt_at)
                        select to_address, subject, body, language, headers, secret, :now, :now
                          from jsonb_to_recordset(cast(:letters as jsonb))
                               as l(to_address text, subject text, body text, language text, headers jsonb, secret boolean)
                        returning id
                        """)
                .param("now", Timestamp.from(now))
                .param("letters", json(letters))
                .query((row, _) -> new MailId(row.getObject("id", UUID.class)))
                .list();
    }

    boolean anyDue(Instant now) {
        return database.sql(
                        "select exists (select 1 from mail.letter where state = 'QUEUED' and next_attempt_at <= :now)")
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /// Held until the transaction ends; other nodes pass over it meanwhile.
    Optional<Waiting> holdNext(Instant now) {
        return database.sql("""
                        select id, to_address, subject, body, language, headers, secret, attempts, written_at
                          from mail.letter
                         where state = 'QUEUED' and next_attempt_at <= :now
                         order by next_attempt_at, id
                         limit 1
                           for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> waiting(row))
                .optional();
    }

    void taken(MailId id, Instant now, boolean erase) {
        database.sql("""
                        update mail.letter
                           set state = 'SENT', sent_at = :now, attempts = attempts + 1, trouble = null,
                               body = case when secret and :erase then null else body end
                         where id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("erase", erase)
                .param("id", id.value())
                .update();
    }

    void tryLater(MailId id, Instant next, String trouble) {
        database.sql("""
                        update mail.letter set attempts = attempts + 1, next_attempt_at = :next, trouble = :trouble
                         where id = :id
                        """)
                .param("next", Timestamp.from(next))
                .param("trouble", trouble)
                .param("id", id.value())
                .update();
    }

    void giveUp(MailId id, String trouble) {
        database.sql("""
                        update mail.letter set state = 'FAILED', attempts = attempts + 1, trouble = :trouble
                         where id = :id
                        """).param("trouble", trouble).param("id", id.value()).update();
    }

    boolean requeueFailed(MailId id, Instant now) {
        return database.sql("""
                        update mail.letter set state = 'QUEUED', attempts = 0, next_attempt_at = :now
                         where id = :id and state = 'FAILED'
                        """)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    long count(String text, @Nullable DeliveryState state) {
        return database.sql("select count(*) from mail.letter" + MATCHING)
                .param("text", text)
                .param("pattern", pattern(text))
                .param("state", state == null ? null : state.name())
                .query(Long.class)
                .single();
    }

    List<OutgoingMail> list(String text, @Nullable DeliveryState state, long offset, int size) {
        return database.sql("select *, null as shown_body from mail.letter" + MATCHING
                        + " order by written_at desc, id desc offset :offset limit :size")
                .param("text", text)
                .param("pattern", pattern(text))
                .param("state", state == null ? null : state.name())
                .param("offset", offset)
                .param("size", size)
                .query((row, _) -> outgoing(row))
                .list();
    }

    /// @param everything secret bodies too
    Optional<OutgoingMail> find(MailId id, boolean everything) {
        return database.sql("""
                        select *, case when secret and not :everything then null else body end as shown_body
                          from mail.letter where id = :id
                        """)
                .param("everything", everything)
                .param("id", id.value())
                .query((row, _) -> outgoing(row))
                .optional();
    }

    private static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String json(List<Letter> letters) {
        ArrayNode all = JSON.createArrayNode();
        for (Letter letter : letters) {
            ObjectNode one = all.addObject();
            one.put("to_address", letter.to().value());
            one.put("subject", letter.subject());
            one.put("body", letter.body());
            one.put("language", letter.language().tag());
            one.put("secret", letter.secret());
            ArrayNode headers = one.putArray("headers");
            letter.headers()
                    .forEach(header ->
                            headers.addObject().put("name", header.name()).put("value", header.value()));
        }
        return JSON.writeValueAsString(all);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        List<Letter.Header> headers = new ArrayList<>();
        for (JsonNode header : JSON.readTree(row.getString("headers"))) {
            headers.add(new Letter.Header(
                    header.path("name").asString(), header.path("value").asString()));
        }
        Letter letter = new Letter(
                EmailAddress.of(row.getString("to_address")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("language").equals("ja") ? Language.JA : Language.EN,
                headers,
                row.getBoolean("secret"));
        return new Waiting(
                new MailId(row.getObject("id", UUID.class)),
                letter,
                row.getInt("attempts"),
                row.getTimestamp("written_at").toInstant());
    }

    private static OutgoingMail outgoing(ResultSet row) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        return new OutgoingMail(
                new MailId(row.getObject("id", UUID.class)),
                EmailAddress.of(row.getString("to_address")),
                row.getString("subject"),
                row.getString("shown_body"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("written_at").toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getString("trouble"));
    }
}
