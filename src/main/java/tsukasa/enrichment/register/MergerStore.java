package tsukasa.enrichment.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tsukasa.enrichment.register.Merger.Decision;
import tsukasa.enrichment.register.Merger.State;
import tsukasa.enrichment.register.Merger.What;
import tsukasa.identity.Visitor;
import tsukasa.vulnerability.ProductRegister.Kind;

/// Keeps what is proposed to be one, and what was decided about it.
@Repository
class MergerStore {
    private static final String ROWS = "select id, what, kind, one, into_id, subject, state, reason, proposed_id,"
            + " proposed_name, proposed_at, decided_name, decided_at, answer from enrichment.merger";
    private final JdbcClient database;

    MergerStore(JdbcClient database) {
        this.database = database;
    }

    private static Merger merger(ResultSet row, int number) throws SQLException {
        String decided = row.getString("decided_name");
        return new Merger(
                row.getLong("id"),
                What.valueOf(row.getString("what")),
                Kind.valueOf(row.getString("kind")),
                row.getLong("one"),
                row.getLong("into_id"),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("proposed_id", UUID.class),
                row.getString("proposed_name"),
                at(row, "proposed_at"),
                decided == null
                        ? Optional.empty()
                        : Optional.of(new Decision(decided, at(row, "decided_at"), row.getString("answer"))));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    Optional<Merger> find(long id) {
        return database.sql(ROWS + " where id = :id")
                .param("id", id)
                .query(MergerStore::merger)
                .optional();
    }

    /// What waits about a vendor or product, on either side.
    List<Merger> waiting(Kind kind, long id) {
        return database.sql(
                        ROWS + " where kind = :kind and state = 'WAITING' and (one = :id or into_id = :id) order by id")
                .param("kind", kind.name())
                .param("id", id)
                .query(MergerStore::merger)
                .list();
    }

    /// The newest first.
    List<Merger> list(boolean waiting, long from, int size) {
        return database.sql(ROWS + " where (state = 'WAITING') = :waiting order by id desc offset :from limit :size")
                .param("waiting", waiting)
                .param("from", from)
                .param("size", size)
                .query(MergerStore::merger)
                .list();
    }

    long count(boolean waiting) {
        return database.sql("select count(*) from enrichment.merger where (state = 'WAITING') = :waiting")
                .param("waiting", waiting)
                .query(Long.class)
                .single();
    }

    /// Empty where something waits about it already.
    Optional<Long> propose(
            What what, Kind kind, long one, long into, String subject, String reason, Visitor by, Instant at) {
        return database.sql("""
                        insert into enrichment.merger (what, kind, one, into_id, subject, state, reason, proposed_id, proposed_name,
                                                       proposed_at)
                        values (:what, :kind, :one, :into, :subject, 'WAITING', :reason, :by, :name, :at)
                        on conflict do nothing returning id
                        """)
                .param("what", what.name())
                .param("kind", kind.name())
                .param("one", one)
                .param("into", into)
                .param("subject", subject)
                .param("reason", reason)
                .param("by", by.id())
                .param("name", by.displayName())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /// False where it waits no longer.
    boolean decide(long id, State state, String answer, Visitor by, Instant at) {
        return database.sql("""
                        update enrichment.merger
                           set state = :state, answer = :answer, decided_id = :by, decided_name = :name, decided_at = :at
                         where id = :id and state = 'WAITING'
                        """)
                        .param("state", state.name())
                        .param("answer", answer)
                        .param("by", by.id())
                        .param("name", by.displayName())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }
}
