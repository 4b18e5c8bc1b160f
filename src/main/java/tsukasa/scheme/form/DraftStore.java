package tsukasa.scheme.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.database.Acts;
import tsukasa.scheme.Answers;
import tsukasa.scheme.Intake;

@Component
class DraftStore {
    private final JdbcClient database;

    DraftStore(JdbcClient database) {
        this.database = database;
    }

    @Transactional
    @Acts(as = Intake.ACTOR)
    void add(byte[] hash, Draft draft) {
        database.sql("""
                        insert into scheme.draft
                               (token_hash, scheme, version, answers, submission_key, entry, started_at, changed_at, expires_at,
                                acts_for)
                        values (:hash, :scheme, :version, cast(:answers as jsonb), :key, :entry, :now, :now, :expires, :for)
                        """)
                .param("hash", hash)
                .param("scheme", draft.scheme())
                .param("version", draft.version())
                .param("answers", new Answers(draft.answers()).json())
                .param("key", draft.key())
                .param("entry", draft.entry())
                .param("now", Timestamp.from(draft.changedAt()))
                .param("expires", Timestamp.from(draft.expiresAt()))
                .param("for", draft.actsFor())
                .update();
    }

    @Transactional(readOnly = true)
    @Acts(as = Intake.ACTOR)
    Optional<Draft> find(byte[] hash, String scheme, Instant now) {
        return database.sql("""
                        select scheme, version, answers, submission_key, entry, changed_at, expires_at, sent_as, acts_for
                          from scheme.draft
                         where token_hash = :hash and scheme = :scheme and expires_at > :now
                        """)
                .param("hash", hash)
                .param("scheme", scheme)
                .param("now", Timestamp.from(now))
                .query((row, _) -> draft(row))
                .optional();
    }

    /// Replaces the answers of these fields and no others, so that two windows of one form do not undo each other. A
    /// draft that was sent stays as it was sent.
    @Transactional
    @Acts(as = Intake.ACTOR)
    boolean save(byte[] hash, Collection<String> fields, Map<String, Object> answers, Instant now, Instant expires) {
        return database.sql("""
                        update scheme.draft
                           set answers = (answers - cast(:fields as text[])) || cast(:answers as jsonb),
                               changed_at = :now, expires_at = :expires
                         where token_hash = :hash and sent_as is null
                        """)
                        .param("hash", hash)
                        .param("fields", fields.toArray(String[]::new))
                        .param("answers", new Answers(answers).json())
                        .param("now", Timestamp.from(now))
                        .param("expires", Timestamp.from(expires))
                        .update()
                == 1;
    }

    @Transactional
    @Acts(as = Intake.ACTOR)
    void sent(byte[] hash, String number) {
        database.sql("update scheme.draft set sent_as = :number where token_hash = :hash and sent_as is null")
                .param("hash", hash)
                .param("number", number)
                .update();
    }

    @Transactional
    @Acts(as = Intake.ACTOR)
    void forget(Instant expiredBefore) {
        database.sql("delete from scheme.draft where expires_at < :before")
                .param("before", Timestamp.from(expiredBefore))
                .update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("scheme"),
                row.getInt("version"),
                Answers.parse(row.getString("answers")).values(),
                row.getString("submission_key"),
                row.getString("entry"),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("sent_as"),
                row.getObject("acts_for", UUID.class));
    }
}
