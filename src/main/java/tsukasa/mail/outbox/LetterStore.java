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
import org.springframework.transaction.annotation.Transactional;
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
@Transactional
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
                        with new as (
                          select uuidv7() as id, l.*
                            from rows from (jsonb_to_recordset(cast(:letters as jsonb))
                                 as (to_address text, subject text, body text, language text, headers jsonb, secret boolean,
                                     confidential boolean))
                                 with ordinality as l(to_address, subject, body, language, headers, secret, confidential, place)
                        ), letters as (
                          insert into mail.letter
                                 (id, to_address, subject, language, headers, secret, confidential, written_at, next_attempt_at)
                          select id, to_address, subject, language, headers, secret, confidential, :now, :now from new
                        ), contents as (
                          insert into mail.letter_content (letter, secret, body) select id, secret, body from new
                        )
                        select id from new order by place
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
                        select l.id, to_address, subject, c.body, language, headers, l.secret, l.confidential, attempts, written_at
                          from mail.letter l
                          join mail.letter_content c on c.letter = l.id
                         where state = 'QUEUED' and next_attempt_at <= :now
                         order by next_attempt_at, l.id
                         limit 1
                           for update of l skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> waiting(row))
                .optional();
    }

    void taken(MailId id, Instant now, boolean erase) {
        database.sql("""
                        update mail.letter
                           set state = 'SENT', sent_at = :now, attempts = attempts + 1, trouble = null
                         where id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
        if (erase) {
            database.sql("delete from mail.letter_content where letter = :id and secret")
                    .param("id", id.value())
                    .update();
        }
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

    /// With what it says, as far as the walls let it through.
    Optional<OutgoingMail> find(MailId id) {
        return database.sql("""
                        select l.*, c.body as shown_body
                          from mail.letter l left join mail.letter_content c on c.letter = l.id
                         where l.id = :id
                        """)
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
            one.put("confidential", letter.confidential());
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
                row.getBoolean("secret"),
                row.getBoolean("confidential"));
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
