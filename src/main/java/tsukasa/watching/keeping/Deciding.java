package tsukasa.watching.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.watching.Decision;

/// Takes a decision again that waited for a round while the round waited for it: a round holds findings in several
/// parts, each in order, but not one after the other. What is held for the decision is let go in between.
@Component
class Deciding {
    private static final int TIMES = 5;
    private final DecisionStore store;
    private final TransactionTemplate apart;

    Deciding(DecisionStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    int decide(UUID owner, String byName, List<Long> findings, Decision decision, Instant at) {
        for (int time = 1; ; time++) {
            try {
                return Objects.requireNonNull(apart.execute(_ -> store.decide(owner, byName, findings, decision, at)));
            } catch (PessimisticLockingFailureException failure) {
                if (time == TIMES) {
                    throw failure;
                }
            }
        }
    }
}
