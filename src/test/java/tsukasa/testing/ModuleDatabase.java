package tsukasa.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import tsukasa.kernel.database.StillConnected;

/// A database of its own with the tables of some modules, for tests that start no Spring.
public final class ModuleDatabase {
    private ModuleDatabase() {}

    public static DataSource with(String... modules) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(modules));
        config.setUsername("postgres");
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setExceptionOverride(new StillConnected());
        config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(config);
    }

    private static String url(String... modules) {
        return SharedPostgres.copyUrl(String.join(" ", modules), url -> migrate(SharedPostgres.source(url), modules));
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
