package tsukasa.bench.measuring;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A way past the walls of a database of invented data, made as its owner.
final class NoWallsStore {
    /// May what the application's role may, and passes row policies by.
    static final String ROLE = "tsukasa_bench";

    private final JdbcClient database;

    NoWallsStore(DataSource owner) {
        this.database = JdbcClient.create(owner);
    }

    void open() {
        database.sql("drop role if exists " + ROLE).update();
        database.sql("create role " + ROLE + " login bypassrls in role tsukasa_app")
                .update();
    }

    /// As a living database has them; these tables were filled a moment ago.
    void settle() {
        database.sql("select distinct polrelid::regclass::text from pg_policy")
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(table -> database.sql("vacuum (analyze) " + table).update());
    }
}
