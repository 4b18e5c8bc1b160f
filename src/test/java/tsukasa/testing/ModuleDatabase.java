package tsukasa.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// A database of its own with the tables of some modules, for tests that start no Spring.
public final class ModuleDatabase {
    private ModuleDatabase() {}

    public static DataSource with(String... modules) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SharedPostgres.freshUrl());
        config.setUsername("postgres");
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        HikariDataSource source = new HikariDataSource(config);
        for (String module : modules) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        return source;
    }
}
