package tsukasa.scheme.casework;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads who handles cases, as far as row policies let whoever asks see the cases.
@Component
@Transactional(readOnly = true)
class HandlerListStore {
    private static final String MINE = """
             from scheme.handler h join scheme.case_file f on f.id = h.case_id
             where h.person = walls.person() and h.until is null and f.state in ('awaiting-confirmation', 'registered')
            """;
    private final JdbcClient jdbc;

    HandlerListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param name as it was when the case was given
    record Handler(UUID person, String name, Instant since) {}

    record Mine(String scheme, String number, String name, String state, String access, Instant since) {}

    /// In the order in which they were given the case.
    List<Handler> of(long caseId) {
        return jdbc.sql("""
                select person, name, since from scheme.handler where case_id = :case and until is null order by id
                """)
                .param("case", caseId)
                .query(new SimplePropertyRowMapper<>(Handler.class))
                .list();
    }

    /// What the person who asks has to do: cases that have not ended.
    long countOfMine() {
        return jdbc.sql("select count(*)" + MINE).query(Long.class).single();
    }

    Map<String, Long> countOfMineByScheme() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select f.scheme, count(*)" + MINE + " group by f.scheme")
                .query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /// The newest first.
    List<Mine> mine(int most) {
        return jdbc.sql("select f.scheme, f.number, f.name, f.state, f.access, h.since" + MINE
                        + " order by h.since desc, f.id desc limit :most")
                .param("most", most)
                .query(new SimplePropertyRowMapper<>(Mine.class))
                .list();
    }
}
