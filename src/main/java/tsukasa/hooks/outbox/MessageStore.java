package tsukasa.hooks.outbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookDelivery;
import tsukasa.hooks.HookDeliveryState;
import tsukasa.hooks.HookId;
import tsukasa.hooks.HookMessage;
import tsukasa.hooks.HookTargetId;
import tsukasa.hooks.HookTrouble;

@Component
@Transactional
class MessageStore {
    static final Duration CLAIM = Duration.ofMinutes(2);
    static final int AT_ONE_HOST = 4;
    /// The oldest of each target that is due, as many as its host may have, then the best of them all.
    private static final String CLAIMING = """
            with recursive target as (
              (select target as id from hooks.message where state = 'QUEUED' order by target limit 1)
              union all
              select (select m.target from hooks.message m
                       where m.state = 'QUEUED' and m.target > t.id order by m.target limit 1)
                from target t where t.id is not null
            ), under_way as materialized (
              select m.target, t.host from hooks.message m join hooks.target t on t.id = m.target
               where m.claim is not null and m.claimed_until > :now
            ), due as (
              select m.id, m.due_at, t.host, m.place,
                     row_number() over (partition by t.host order by m.place, m.due_at, m.id)
                       + (select count(*) from under_way u where u.host = t.host) as at_host
                from target join hooks.target t using (id)
                cross join lateral (
                  select q.id, q.due_at, row_number() over (order by q.due_at, q.id) as place
                    from hooks.message q
                   where q.target = t.id and q.state = 'QUEUED' and q.due_at <= :now
                     and (q.claimed_until is null or q.claimed_until <= :now)
                   order by q.due_at, q.id
                   limit case when t.failures > 0 then 1 else :at_one_host end) m
               where t.state = 'ACTIVE' and (t.rests_until is null or t.rests_until <= :now)
                 and (t.failures = 0 or not exists (select from under_way u where u.target = t.id))
            ), chosen as (
              select id from due where at_host <= :at_one_host order by place, due_at, id limit :most
            ), claimed as (
              update hooks.message m set claim = :claim, claimed_until = :until
                from chosen c where c.id = m.id and m.state = 'QUEUED'
              returning m.id, m.target, m.body, m.attempts, m.queued_at
            )
            select c.*, t.address, t.secret,
                   case when t.old_secret_until > :now then t.old_secret end as old_secret
              from claimed c join hooks.target t on t.id = c.target
            """;
    private final JdbcClient database;

    MessageStore(JdbcClient database) {
        this.database = database;
    }

    /// Absent when the key was there before, or there is no target that is written to.
    Optional<HookId> add(HookMessage message, String body, Instant now) {
        return database.sql("""
                        insert into hooks.message (target, key, kind, body, queued_at, due_at)
                        select t.id, :key, :kind, :body, :now, :now
                          from hooks.target t where t.id = :target and t.state = 'ACTIVE'
                            for key share of t
                        on conflict (target, key) do nothing
                        returning id
                        """)
                .param("key", message.key())
                .param("kind", message.kind())
                .param("body", body)
                .param("now", Timestamp.from(now))
                .param("target", message.target().value())
                .query((row, _) -> new HookId(row.getObject("id", UUID.class)))
                .optional();
    }

    Optional<HookId> find(HookTargetId target, String key) {
        return database.sql("select id from hooks.message where target = :target and key = :key")
                .param("target", target.value())
                .param("key", key)
                .query((row, _) -> new HookId(row.getObject("id", UUID.class)))
                .optional();
    }

    /// The time of the earliest of so many tests since then, to one target or to its host; absent when there were
    /// fewer.
    Optional<Instant> testsReach(HookTargetId target, Instant since, int ofTarget, int ofHost) {
        return database.sql("""
                        select min(m.queued_at) as first
                          from hooks.target t join hooks.target o on o.host = t.host
                          join hooks.message m on m.target = o.id and m.kind = 'test' and m.queued_at > :since
                         where t.id = :target
                        having count(*) >= :of_host or count(*) filter (where o.id = t.id) >= :of_target
                        """)
                .param("since", Timestamp.from(since))
                .param("target", target.value())
                .param("of_host", ofHost)
                .param("of_target", ofTarget)
                .query((row, _) -> row.getTimestamp("first").toInstant())
                .optional();
    }

    List<HookDelivery> list(HookTargetId target, int most) {
        return database.sql("""
                        select id, kind, state, attempts, queued_at, tried_at, status, trouble, due_at
                          from hooks.message where target = :target order by id desc limit :most
                        """)
                .param("target", target.value())
                .param("most", most)
                .query((row, _) -> delivery(row))
                .list();
    }

    /// Nodes claim one after the other, so that what is on its way to a host is counted right; a claim takes
    /// milliseconds
    /// and is committed before anything travels. Of each target the oldest come first, and targets take turns.
    List<Claimed> claim(UUID claim, int most, Instant now) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('hooks.claim', 0))")
                .query((_, _) -> true)
                .single();
        return database.sql(CLAIMING)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("claim", claim)
                .param("at_one_host", AT_ONE_HOST)
                .param("most", most)
                .query((row, _) -> claimed(row, claim))
                .list();
    }

    /// False when the claim was lost meanwhile: to another node after its time, or to whoever took the target away.
    boolean delivered(Claimed message, int status, Instant now) {
        return database.sql("""
                        update hooks.message
                           set state = 'DELIVERED', body = null, attempts = attempts + 1, tried_at = :now,
                               status = :status, trouble = null, claim = null, claimed_until = null
                         where id = :id and claim = :claim
                        """)
                        .param("now", Timestamp.from(now))
                        .param("status", status)
                        .param("id", message.id().value())
                        .param("claim", message.claim())
                        .update()
                == 1;
    }

    /// @param next when it is tried again; absent when it is given up
    boolean notDelivered(
            Claimed message, HookTrouble trouble, @Nullable Integer status, @Nullable Instant next, Instant now) {
        return database.sql("""
                        update hooks.message
                           set attempts = attempts + 1, tried_at = :now, status = :status, trouble = :trouble,
                               claim = null, claimed_until = null, due_at = coalesce(:next, due_at),
                               state = case when cast(:next as timestamptz) is null then 'FAILED' else 'QUEUED' end,
                               body = case when cast(:next as timestamptz) is not null then body end
                         where id = :id and claim = :claim
                        """)
                        .param("now", Timestamp.from(now))
                        .param("status", status, java.sql.Types.INTEGER)
                        .param("trouble", trouble.name())
                        .param("next", next == null ? null : Timestamp.from(next), java.sql.Types.TIMESTAMP)
                        .param("id", message.id().value())
                        .param("claim", message.claim())
                        .update()
                == 1;
    }

    void giveUpAll(HookTargetId target, HookTrouble trouble) {
        database.sql("""
                        update hooks.message
                           set state = 'FAILED', body = null, trouble = :trouble, claim = null, claimed_until = null
                         where target = :target and state = 'QUEUED'
                        """)
                .param("trouble", trouble.name())
                .param("target", target.value())
                .update();
    }

    int giveUpOlder(Instant than, Instant now) {
        return database.sql("""
                        update hooks.message
                           set state = 'FAILED', body = null, trouble = coalesce(trouble, :trouble), claim = null,
                               claimed_until = null
                         where state = 'QUEUED' and queued_at < :than and (claim is null or claimed_until <= :now)
                        """)
                .param("trouble", HookTrouble.TOO_OLD.name())
                .param("than", Timestamp.from(than))
                .param("now", Timestamp.from(now))
                .update();
    }

    int forgetOlder(Instant than) {
        return database.sql("delete from hooks.message where state <> 'QUEUED' and queued_at < :than")
                .param("than", Timestamp.from(than))
                .update();
    }

    long count(HookDeliveryState state) {
        return database.sql("select count(*) from hooks.message where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    private static Claimed claimed(ResultSet row, UUID claim) throws SQLException {
        return new Claimed(
                new HookId(row.getObject("id", UUID.class)),
                claim,
                new HookTargetId(row.getObject("target", UUID.class)),
                new HookAddress(URI.create(row.getString("address"))),
                row.getString("body"),
                row.getInt("attempts"),
                row.getTimestamp("queued_at").toInstant(),
                row.getBytes("secret"),
                row.getBytes("old_secret"));
    }

    private static HookDelivery delivery(ResultSet row) throws SQLException {
        HookDeliveryState state = HookDeliveryState.valueOf(row.getString("state"));
        String trouble = row.getString("trouble");
        return new HookDelivery(
                new HookId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                state,
                row.getInt("attempts"),
                row.getTimestamp("queued_at").toInstant(),
                TargetStore.instant(row.getTimestamp("tried_at")),
                row.getObject("status", Integer.class),
                trouble == null ? null : HookTrouble.valueOf(trouble),
                state == HookDeliveryState.QUEUED ? row.getTimestamp("due_at").toInstant() : null);
    }
}
