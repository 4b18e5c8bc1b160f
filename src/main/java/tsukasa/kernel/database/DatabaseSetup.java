package tsukasa.kernel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import tsukasa.kernel.Settings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class DatabaseSetup {
    @Bean(destroyMethod = "close")
    @Conditional(WithoutDatabaseUrl.class)
    EmbeddedDatabase embeddedDatabase(Settings settings, ObjectProvider<EarlyDatabase.Begun> begun) {
        EarlyDatabase.Begun early = begun.getIfAvailable();
        return early == null ? EmbeddedDatabase.start(settings.dataDir()) : early.ready();
    }

    @Bean(destroyMethod = "close")
    @Conditional(WithoutDatabaseUrl.class)
    HikariDataSource embeddedDataSource(EmbeddedDatabase database) {
        return pool(database.url(), "postgres", "");
    }

    @Bean(destroyMethod = "close")
    @Conditional(WithDatabaseUrl.class)
    HikariDataSource dataSource(Settings settings) {
        String url = settings.databaseUrl();
        if (url == null) {
            throw new IllegalStateException("tsukasa.database-url is empty");
        }
        return pool(url, settings.databaseUser(), settings.databasePassword());
    }

    /// `jit` costs a report four times what it saves; a lost database is noticed within five seconds.
    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(20_000);
        config.setConnectionInitSql("set jit = off");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "tsukasa");
        config.addDataSourceProperty("connectTimeout", "5");
        return new HikariDataSource(config);
    }
}
