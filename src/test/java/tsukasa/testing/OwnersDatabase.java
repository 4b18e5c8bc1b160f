package tsukasa.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database as its owner sees it, whom no row policy holds back: for tests that look at rows or get in the way of
/// the platform, `@Qualifier(OwnersDatabase.OWNER) JdbcClient`.
@Configuration(proxyBeanMethods = false)
public class OwnersDatabase {
    public static final String OWNER = "owner";

    /// The platform asks as its owner at its start alone and opens a connection each time; a test asks by the dozen.
    @Bean(defaultCandidate = false, destroyMethod = "close")
    HikariDataSource ownersPool(@Qualifier("ownOwner") DataSource owner) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(owner);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Bean(defaultCandidate = false)
    @Qualifier(OWNER)
    JdbcClient ownersClient(@Qualifier("ownersPool") DataSource owner) {
        return JdbcClient.create(owner);
    }
}
