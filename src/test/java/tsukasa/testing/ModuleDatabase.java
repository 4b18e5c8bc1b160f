package tsukasa.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.stream.Stream;
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
        migrate(source, modules);
        return source;
    }

    /// What all modules stand on comes first.
    public static void migrate(DataSource source, String... modules) {
        Stream.concat(Stream.of("__root"), Stream.of(modules))
                .forEach(module -> Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/migration/" + module)
                        .table("flyway_schema_history_" + module)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate());
    }
}
