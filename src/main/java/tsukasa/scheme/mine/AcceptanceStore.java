package tsukasa.scheme.mine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.database.Acts;
import tsukasa.scheme.Intake;

/// Who accepted which version of the logo's terms, and when.
@Component
class AcceptanceStore {
    private final JdbcClient database;

    AcceptanceStore(JdbcClient database) {
        this.database = database;
    }

    @Transactional
    @Acts(as = Intake.ACTOR)
    void record(String number, int version, Instant now, String actor) {
        database.sql("""
                        insert into scheme.terms_acceptance (case_id, version, accepted_at, actor)
                        select id, :version, :now, :actor from scheme.case_file where number = :number
                        on conflict do nothing
                        """)
                .param("number", number)
                .param("version", version)
                .param("now", Timestamp.from(now))
                .param("actor", actor)
                .update();
    }

    /// The last time this version was accepted for this entry.
    @Transactional(readOnly = true)
    @Acts(as = Intake.ACTOR)
    Optional<Instant> acceptedAt(String number, int version) {
        return database.sql("""
                        select a.accepted_at
                          from scheme.terms_acceptance a
                          join scheme.case_file f on f.id = a.case_id
                         where f.number = :number and a.version = :version
                         order by a.accepted_at desc
                         limit 1
                        """)
                .param("number", number)
                .param("version", version)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
