package tsukasa.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// A database of its own with the tables of some modules, for tests that start no Spring.
public final class ModuleDatabase {
    private ModuleDatabase() {}

    public static DataSource with(String... modules) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(modules));
        config.setUsername("postgres");
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(config);
    }

    /// With a new connection each time, for tests of statements after which a pool would give up its connection.
    public static DataSource unpooled(String... modules) {
        return SharedPostgres.source(url(modules));
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
