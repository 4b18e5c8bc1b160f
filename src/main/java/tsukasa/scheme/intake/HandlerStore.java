package tsukasa.scheme.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who handles cases, and how far a case is to be seen. The walls let it write for those who change hands only.
@Component
class HandlerStore {
    private final JdbcClient jdbc;

    HandlerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param name as it was when the case was given
    record Present(UUID person, String name) {}

    /// In the order in which they were given the case.
    List<Present> present(long caseId) {
        return jdbc.sql("select person, name from scheme.handler where case_id = :case and until is null order by id")
                .param("case", caseId)
                .query(new SimplePropertyRowMapper<>(Present.class))
                .list();
    }

    void give(long caseId, UUID person, String name, Instant now) {
        jdbc.sql("""
                insert into scheme.handler (case_id, person, name, since) values (:case, :person, :name, :now)
                """)
                .param("case", caseId)
                .param("person", person)
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(long caseId, UUID person, Instant now) {
        jdbc.sql("""
                update scheme.handler set until = greatest(since, :now)
                where case_id = :case and person = :person and until is null
                """)
                .param("case", caseId)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    String access(long caseId) {
        return jdbc.sql("select access from scheme.case_file where id = :case")
                .param("case", caseId)
                .query(String.class)
                .single();
    }

    void access(long caseId, String access) {
        jdbc.sql("update scheme.case_file set access = :access where id = :case")
                .param("access", access)
                .param("case", caseId)
                .update();
    }
}
