package tsukasa.testing;

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

    @Bean(defaultCandidate = false)
    @Qualifier(OWNER)
    JdbcClient ownersClient(@Qualifier("ownOwner") DataSource owner) {
        return JdbcClient.create(owner);
    }
}
