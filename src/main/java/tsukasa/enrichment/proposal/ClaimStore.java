package tsukasa.enrichment.proposal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.enrichment.Claims.Claim;
import tsukasa.identity.Visitor;

/// Who works on what.
@Repository
class ClaimStore {
    private static final Duration HOLDS = Duration.ofDays(3);
    private final JdbcClient database;

    ClaimStore(JdbcClient database) {
        this.database = database;
    }

    List<Claim> of(Collection<Long> entries, Instant now) {
        return database.sql("""
                        select entry, by_id, by_name, since, until from enrichment.claim
                         where entry = any(:entries) and until > :now
                        """)
                .param("entries", entries.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Claim(
                        row.getLong("entry"),
                        row.getObject("by_id", UUID.class),
                        row.getString("by_name"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Long> all(Instant now) {
        return database.sql("select entry from enrichment.claim where until > :now order by until, entry limit 20000")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// False where somebody else has it and it has not lapsed.
    boolean take(long entry, Visitor by, Instant now) {
        return database.sql("""
                        insert into enrichment.claim as c (entry, by_id, by_name, since, until)
                        values (:entry, :by, :name, :now, :until)
                        on conflict (entry) do update
                           set by_id = excluded.by_id, by_name = excluded.by_name, until = excluded.until,
                               since = case when c.by_id = excluded.by_id and c.until > excluded.since then c.since else excluded.since end
                         where c.by_id = excluded.by_id or c.until <= excluded.since
                        """)
                        .param("entry", entry)
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", now.plus(HOLDS).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean release(long entry, Visitor by) {
        return database.sql("delete from enrichment.claim where entry = :entry and by_id = :by")
                        .param("entry", entry)
                        .param("by", by.id())
                        .update()
                == 1;
    }
}
