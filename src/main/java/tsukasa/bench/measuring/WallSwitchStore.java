package tsukasa.bench.measuring;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes the walls down and puts them up again, as the owner of a database of invented data.
final class WallSwitchStore {
    private final JdbcClient database;
    private final List<String> tables;

    WallSwitchStore(DataSource owner) {
        this.database = JdbcClient.create(owner);
        this.tables = database.sql("select distinct polrelid::regclass::text from pg_policy")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// As a living database has them; these were filled a moment ago.
    void settle() {
        tables.forEach(table -> database.sql("vacuum (analyze) " + table).update());
    }

    void up() {
        tables.forEach(table -> database.sql("alter table " + table + " enable row level security")
                .update());
    }

    void down() {
        tables.forEach(table -> database.sql("alter table " + table + " disable row level security")
                .update());
    }
}
