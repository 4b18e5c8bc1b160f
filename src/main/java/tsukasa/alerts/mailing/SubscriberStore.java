package tsukasa.alerts.mailing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.alerts.Urgency;
import tsukasa.identity.Secret;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

@Repository
class SubscriberStore {
    private static final String WISH =
            "select * from alerts.subscription_wish where token = :token and expires_at > :now";
    private final JdbcClient database;

    SubscriberStore(JdbcClient database) {
        this.database = database;
    }

    long wishesOf(EmailAddress address, Instant since) {
        return database.sql(
                        "select count(*) from alerts.subscription_wish where address = :address and made_at > :since")
                .param("address", address.value())
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    void wish(Secret token, Subscription wanted, Instant now, Instant until) {
        database.sql("""
                        insert into alerts.subscription_wish (token, address, language, least, updates, made_at, expires_at)
                        values (:token, :address, :language, :least, :updates, :now, :until)
                        """)
                .param("token", token.hash())
                .param("address", wanted.address().value())
                .param("language", wanted.language().tag())
                .param("least", wanted.least().name())
                .param("updates", wanted.updates())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
    }

    Optional<Subscription> look(Secret token, Instant now) {
        return database.sql(WISH)
                .param("token", token.hash())
                .param("now", Timestamp.from(now))
                .query((row, _) -> subscription(row))
                .optional();
    }

    /// Forgets the wish, and all others of this address with it.
    Optional<Subscription> take(Secret token, Instant now) {
        Optional<Subscription> wanted = database.sql(WISH + " for update")
                .param("token", token.hash())
                .param("now", Timestamp.from(now))
                .query((row, _) -> subscription(row))
                .optional();
        wanted.ifPresent(one -> database.sql("delete from alerts.subscription_wish where address = :address")
                .param("address", one.address().value())
                .update());
        return wanted;
    }

    /// Whoever is there already keeps the secret of earlier letters, and gets what they chose now.
    void keep(Subscription wanted, Secret token, Instant now) {
        database.sql("""
                        insert into alerts.subscriber (address, language, least, updates, token, confirmed_at)
                        values (:address, :language, :least, :updates, :token, :now)
                        on conflict (address) do update
                           set language = excluded.language, least = excluded.least, updates = excluded.updates
                        """)
                .param("address", wanted.address().value())
                .param("language", wanted.language().tag())
                .param("least", wanted.least().name())
                .param("updates", wanted.updates())
                .param("token", token.text())
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean forget(Secret token) {
        return database.sql("delete from alerts.subscriber where token = :token")
                        .param("token", token.text())
                        .update()
                == 1;
    }

    void forgetWishes(Instant now) {
        database.sql("delete from alerts.subscription_wish where expires_at <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    long count() {
        return database.sql("select count(*) from alerts.subscriber")
                .query(Long.class)
                .single();
    }

    /// @param after  the last one of the block before; absent for the first block
    /// @param before only those who had confirmed by then
    record Block(@Nullable UUID after, Instant before, List<Urgency> least, boolean update) {}

    List<Subscriber> some(Block block, int most) {
        return database.sql("""
                        select id, address, language, token from alerts.subscriber
                         where id > coalesce(cast(:after as uuid), '00000000-0000-0000-0000-000000000000')
                           and confirmed_at <= :before and least = any(:least) and (updates or not :update)
                         order by id limit :most
                        """)
                .param("after", block.after(), java.sql.Types.OTHER)
                .param("before", Timestamp.from(block.before()))
                .param("least", block.least().stream().map(Urgency::name).toArray(String[]::new))
                .param("update", block.update())
                .param("most", most)
                .query((row, _) -> new Subscriber(
                        row.getObject("id", UUID.class),
                        EmailAddress.of(row.getString("address")),
                        language(row),
                        row.getString("token")))
                .list();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                EmailAddress.of(row.getString("address")),
                language(row),
                Urgency.valueOf(row.getString("least")),
                row.getBoolean("updates"));
    }

    private static Language language(ResultSet row) throws SQLException {
        return row.getString("language").equals("ja") ? Language.JA : Language.EN;
    }
}
