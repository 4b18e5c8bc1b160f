package tsukasa.bench.measuring;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.InfrastructureProxy;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Lets requests that ask for it pass the walls by: their transactions are not told who asks, and run as a role for
/// which PostgreSQL checks no policy. The same request can so be measured with and without, in turn. Exists only
/// while `bench walls` measures, on a folder of invented data.
@Component
@ConditionalOnProperty("tsukasa.bench-walls")
class BenchTransactions implements BeanPostProcessor {
    static final String UNTOLD = "X-Bench-Untold";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSourceTransactionManager told ? new Choosing(told, untold(told)) : bean;
    }

    private static PlatformTransactionManager untold(DataSourceTransactionManager told) {
        if (told.getDataSource() instanceof HikariDataSource walled) {
            return new JdbcTransactionManager(new Beside(walled));
        }
        throw new IllegalStateException("a transaction manager without a pool");
    }

    /// Connections past the walls, where a transaction would use those of the walled pool.
    private static final class Beside extends DelegatingDataSource implements InfrastructureProxy {
        private final HikariDataSource walled;

        Beside(HikariDataSource walled) {
            super(beside(walled));
            this.walled = walled;
        }

        /// Opened when first asked: the role is made while the platform runs.
        private static HikariDataSource beside(HikariDataSource walled) {
            HikariDataSource source = new HikariDataSource();
            source.setJdbcUrl(walled.getJdbcUrl());
            source.setDataSourceProperties(walled.getDataSourceProperties());
            source.setUsername(NoWallsStore.ROLE);
            source.setMaximumPoolSize(walled.getMaximumPoolSize());
            source.setMinimumIdle(walled.getMinimumIdle());
            source.setConnectionInitSql("set jit = off");
            return source;
        }

        @Override
        public Object getWrappedObject() {
            return walled;
        }
    }

    private record Choosing(PlatformTransactionManager told, PlatformTransactionManager untold)
            implements PlatformTransactionManager {
        private PlatformTransactionManager chosen() {
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                            && now.getRequest().getHeader(UNTOLD) != null
                    ? untold
                    : told;
        }

        @Override
        public TransactionStatus getTransaction(@org.jspecify.annotations.Nullable TransactionDefinition definition) {
            return chosen().getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            chosen().commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            chosen().rollback(status);
        }
    }
}
