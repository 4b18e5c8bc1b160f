package tsukasa.watching.keeping;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.kernel.round.Bell;
import tsukasa.watching.Decision;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingState;
import tsukasa.watching.MassDecision;
import tsukasa.watching.MassDecisions;

/// Takes decisions about many, part by part, each in a transaction of its own.
@Service
class MassDesk implements MassDecisions {
    private static final int PART = 500;
    private static final Duration KEPT = Duration.ofDays(90);
    private final MassStore store;
    private final FindingReadStore findings;
    private final TransactionTemplate apart;
    private final Clock clock;
    final Bell bell = new Bell();

    MassDesk(MassStore store, FindingReadStore findings, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.findings = findings;
        this.apart = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<MassDecision> begin(
            UUID owner, UUID list, FindingQuestion question, String byName, Decision decision) {
        FindingDesk.check(decision);
        Set<FindingState> states = EnumSet.allOf(FindingState.class);
        if (!question.states().isEmpty()) {
            states.retainAll(question.states());
        }
        states.remove(FindingState.GONE);
        if (states.isEmpty()) {
            return Optional.empty();
        }
        FindingQuestion asked = question.of(list, states).from(null).sized(MOST);
        Optional<Long> id = Objects.requireNonNull(apart.execute(_ -> {
            List<Long> found = findings.ids(owner, asked);
            return found.isEmpty()
                    ? Optional.<Long>empty()
                    : Optional.of(store.begin(owner, list, byName, decision, found, clock.instant()));
        }));
        return id.flatMap(begun -> started(owner, begun));
    }

    /// The first part at once, so that few are done when the page shows them; the rest is the watchman's.
    private Optional<MassDecision> started(UUID owner, long id) {
        try {
            if (part(id)) {
                part(id);
            }
        } catch (PessimisticLockingFailureException e) {
            bell.ring();
        }
        Optional<MassDecision> now = find(owner, id);
        if (now.filter(mass -> mass.step().going()).isPresent()) {
            bell.ring();
        }
        return now;
    }

    @Override
    public Optional<MassDecision> find(UUID owner, long id) {
        return Objects.requireNonNull(apart.execute(_ -> store.find(owner, id)));
    }

    @Override
    public List<MassDecision> of(UUID owner, UUID list, int most) {
        return Objects.requireNonNull(apart.execute(_ -> store.of(owner, list, most)));
    }

    @Override
    public boolean undo(UUID owner, long id) {
        boolean begun = Boolean.TRUE.equals(apart.execute(_ -> store.undo(owner, id)));
        if (begun) {
            started(owner, id);
        }
        return begun;
    }

    /// Of one of them, or of any for 0. False where nothing waits.
    boolean part(long id) {
        return Boolean.TRUE.equals(apart.execute(_ -> {
            Optional<MassStore.Going> going = store.take(id);
            going.ifPresent(one -> {
                MassStore.Part part = store.part(one, PART);
                if (part.isEmpty()) {
                    store.end(one, clock.instant());
                } else {
                    store.work(one, part, clock.instant());
                    if (part.places().size() < PART) {
                        store.end(one, clock.instant());
                    }
                }
            });
            return going.isPresent();
        }));
    }

    void goOn(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean() && part(0)) {
            Thread.yield();
        }
    }

    void clearAway() {
        apart.executeWithoutResult(_ -> store.clearAway(clock.instant().minus(KEPT)));
    }
}
