package tsukasa.bench.measuring;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Lets requests that ask for it begin transactions that are not told who asks. They see nothing, unless the walls are
/// down; the same request can so be measured with and without. Exists only while `bench walls` measures, on a folder of
/// invented data.
@Component
@ConditionalOnProperty("tsukasa.bench-walls")
class BenchTransactions implements BeanPostProcessor {
    static final String UNTOLD = "X-Bench-Untold";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSourceTransactionManager told ? new Choosing(told, untold(told)) : bean;
    }

    private static PlatformTransactionManager untold(DataSourceTransactionManager told) {
        JdbcTransactionManager untold = new JdbcTransactionManager();
        untold.setDataSource(told.getDataSource());
        untold.afterPropertiesSet();
        return untold;
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
