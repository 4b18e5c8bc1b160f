package tsukasa.kernel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.kernel.Settings;
import tsukasa.kernel.database.ApplicationRole.Way;

/// Two ways into the database: the owner's, for migrations, and the application's, for everything else.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class DatabaseSetup {
    @Bean(destroyMethod = "close")
    @Conditional(WithoutDatabaseUrl.class)
    EmbeddedDatabase embeddedDatabase(Settings settings, ObjectProvider<EarlyDatabase.Begun> begun) {
        EarlyDatabase.Begun early = begun.getIfAvailable();
        return early == null ? EmbeddedDatabase.start(settings.dataDir()) : early.ready();
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @Conditional(WithoutDatabaseUrl.class)
    DataSource embeddedOwner(EmbeddedDatabase database) {
        return owner(database.url(), "postgres", "");
    }

    /// Nobody but this machine reaches the embedded database, and it asks for no password.
    @Bean(destroyMethod = "close")
    @Conditional(WithoutDatabaseUrl.class)
    HikariDataSource embeddedDataSource(
            EmbeddedDatabase database, @Qualifier("embeddedOwner") DataSource embeddedOwner) {
        ApplicationRole.prepare(embeddedOwner, Way.SIGNS_IN);
        return pool(database.url(), ApplicationRole.NAME, "");
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @Conditional(WithDatabaseUrl.class)
    DataSource ownOwner(
            Settings settings,
            @Value("${tsukasa.database-owner:}") String user,
            @Value("${tsukasa.database-owner-password:}") String password) {
        return user.isBlank()
                ? owner(url(settings), settings.databaseUser(), settings.databasePassword())
                : owner(url(settings), user, password);
    }

    /// Whoever signs in steps down at once to the application's role.
    @Bean(destroyMethod = "close")
    @Conditional(WithDatabaseUrl.class)
    HikariDataSource dataSource(
            Settings settings,
            @Qualifier("ownOwner") DataSource ownOwner,
            @Value("${tsukasa.database-owner:}") String owner) {
        boolean one = owner.isBlank() || owner.equals(settings.databaseUser());
        ApplicationRole.prepare(ownOwner, one ? Way.STEPS_DOWN : Way.OF_ANOTHER_LOGIN);
        return pool(url(settings), settings.databaseUser(), settings.databasePassword());
    }

    /// Those that modules share.
    @Bean
    static NamedActors sharedActors() {
        return NamedActors.of(
                NamedActor.of(
                        Walls.COUNTING,
                        "計画の指標を数える。承認前の実績も読むが、示すのは数だけ",
                        "Counts the plan's indicators; reads results before approval, and gives out numbers only"),
                NamedActor.of(Walls.REGISTER, "登録簿に載ったことのある案件を、だれにでも示す", "Shows anybody what has stood in a register"));
    }

    @Bean
    PlatformTransactionManager transactionManager(HikariDataSource source) {
        return new WalledTransactions(source);
    }

    /// Who asks is found out by the session, and no wall stands around sessions: their transactions, two or three of
    /// each request, are told nothing.
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations sessionTransactions(HikariDataSource source) {
        TransactionTemplate untold = new TransactionTemplate(new JdbcTransactionManager(source));
        untold.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return untold;
    }

    private static String url(Settings settings) {
        String url = settings.databaseUrl();
        if (url == null) {
            throw new IllegalStateException("tsukasa.database-url is empty");
        }
        return url;
    }

    private static DataSource owner(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("tsukasa-migrations");
        source.setConnectTimeout(20);
        return source;
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
        config.setExceptionOverride(new StillConnected());
        config.setConnectionInitSql("set role " + ApplicationRole.NAME + "; set jit = off");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "tsukasa");
        config.addDataSourceProperty("connectTimeout", "5");
        return new HikariDataSource(config);
    }
}
