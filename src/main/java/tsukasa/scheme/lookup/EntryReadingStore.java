package tsukasa.scheme.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.database.Acts;
import tsukasa.kernel.database.Walls;
import tsukasa.scheme.RegisterEntry;

/// Reads entries of the register whole, for the rest of this module.
@Component
class EntryReadingStore {
    private static final String COLUMNS = """
            number, subject_key, name, kana, english, prefecture, industry, employees, capital, sme, level,
            lower(valid) as valid_from, upper(valid) as valid_to""";
    private final JdbcClient jdbc;

    EntryReadingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RegisterEntry> entry(String scheme, String number, LocalDate day) {
        return jdbc.sql("select * from (select " + COLUMNS + """
                , recorded_from, 1 as believed from scheme.register_entry where scheme = :scheme and number = :number
                union all select\s""" + COLUMNS + """
                , lower(recorded), 0 from scheme.register_past where scheme = :scheme and number = :number) as said
                where valid_from <= :day::date
                order by believed desc, valid_from desc, recorded_from desc limit 1
                """)
                .param("scheme", scheme)
                .param("number", number)
                .param("day", day.toString())
                .query((row, _) -> entry(row))
                .optional();
    }

    List<RegisterEntry> newest(String scheme, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                , recorded_from from scheme.register_entry where scheme = :scheme and upper_inf(valid)
                order by lower(valid) desc, entry_id desc limit :limit
                """)
                .param("scheme", scheme)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    /// JSON
    @Transactional(readOnly = true)
    @Acts(as = Walls.REGISTER)
    Optional<String> answers(String scheme, String number) {
        return jdbc.sql("""
                select answers::text from scheme.case_file
                where scheme = :scheme and number = :number and state = 'registered'
                """)
                .param("scheme", scheme)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    private static RegisterEntry entry(ResultSet row) throws SQLException {
        return new RegisterEntry(
                row.getString("number"),
                row.getString("subject_key"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("english"),
                Prefecture.ofCode(row.getString("prefecture")).orElseThrow(),
                row.getString("industry"),
                row.getObject("employees", Integer.class),
                row.getObject("capital", Long.class),
                row.getBoolean("sme"),
                row.getString("level"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("recorded_from", OffsetDateTime.class).toInstant());
    }
}
