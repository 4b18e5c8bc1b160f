package tsukasa.cycle.closing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closing.Event;
import tsukasa.cycle.Closing.State;
import tsukasa.cycle.ClosingOutcome;
import tsukasa.cycle.ClosingOutcome.AlreadyThere;
import tsukasa.cycle.ClosingOutcome.Done;
import tsukasa.cycle.Closings;
import tsukasa.cycle.Period;
import tsukasa.cycle.PeriodClosed;
import tsukasa.cycle.PeriodReopened;
import tsukasa.identity.Visitor;
import tsukasa.plan.CountRequest;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.FrozenCounts.Freezing;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.Threshold;

/// The rules of closing; who may call them is asked at the endpoints.
@Service
class ClosingDesk implements Closings {
    private static final int LONGEST_REASON = 2_000;
    private final ClosingStore store;
    private final FrozenCounts frozen;
    private final PlanShelf shelf;
    private final ApplicationEventPublisher events;
    private final ClosingActions actions;
    private final Clock clock;

    ClosingDesk(
            ClosingStore store,
            FrozenCounts frozen,
            PlanShelf shelf,
            ApplicationEventPublisher events,
            ClosingActions actions,
            Clock clock) {
        this.store = store;
        this.frozen = frozen;
        this.shelf = shelf;
        this.events = events;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public List<Closing> of(String plan) {
        return store.of(plan);
    }

    @Override
    public Optional<Closing> find(long id) {
        return store.find(id);
    }

    @Override
    public Optional<Closing> live(String plan, Period period) {
        return store.live(plan, period);
    }

    /// One transaction: a node that dies in the middle leaves no half-closed period.
    @Override
    @Transactional
    public ClosingOutcome propose(String planId, Period period, Visitor by) {
        Optional<Plan> plan = shelf.plan(planId).filter(p -> p.year().equals(period.year()));
        if (plan.isEmpty()) {
            return new ClosingOutcome.NotThere();
        }
        Instant now = clock.instant();
        if (!period.over(now)) {
            return new ClosingOutcome.NotOver(period.last());
        }
        Optional<Long> id = store.begin(planId, period, now);
        if (id.isEmpty()) {
            return new AlreadyThere(store.live(planId, period).orElseThrow());
        }
        freeze(id.get(), plan.get(), period, now);
        store.event(id.get(), State.PROPOSED, by, now, null);
        Closing proposed = store.find(id.get()).orElseThrow();
        actions.became(proposed, State.PROPOSED, by, null);
        return new Done(proposed);
    }

    private void freeze(long closing, Plan plan, Period period, Instant knownAt) {
        int position = 0;
        for (Threshold threshold : plan.thresholds()) {
            position++;
            var day = period.last().isAfter(threshold.asOf()) ? threshold.asOf() : period.last();
            switch (frozen.freeze(CountRequest.now(threshold, day), knownAt)) {
                case Freezing.Frozen(var count) -> store.value(closing, position, threshold.id(), count.id(), null);
                case Freezing.NotCounted(var reason) ->
                    store.value(closing, position, threshold.id(), null, reason.what());
            }
        }
    }

    @Override
    @Transactional
    public ClosingOutcome close(long id, boolean despite, Visitor by) {
        Optional<Closing> found = store.find(id);
        if (found.isEmpty()) {
            return new ClosingOutcome.NotThere();
        }
        if (found.get().first().by().equals(by.id())) {
            return new ClosingOutcome.SamePerson();
        }
        int missing = (int) found.get().values().stream()
                .filter(value -> value.frozen().isEmpty())
                .count();
        if (missing > 0 && !despite) {
            return new ClosingOutcome.Incomplete(missing);
        }
        ClosingOutcome outcome = move(found.get(), State.PROPOSED, State.CLOSED, by, null);
        if (outcome instanceof Done) {
            events.publishEvent(new PeriodClosed(
                    id, found.get().plan(), found.get().period().part()));
        }
        return outcome;
    }

    @Override
    @Transactional
    public ClosingOutcome giveBack(long id, String reason, Visitor by) {
        Optional<Closing> found = store.find(id);
        if (found.isEmpty()) {
            return new ClosingOutcome.NotThere();
        }
        return unusable(reason)
                ? new ClosingOutcome.NoReason()
                : move(found.get(), State.PROPOSED, State.RETURNED, by, reason.strip());
    }

    @Override
    @Transactional
    public ClosingOutcome reopen(long id, String reason, Visitor by) {
        Optional<Closing> found = store.find(id);
        if (found.isEmpty()) {
            return new ClosingOutcome.NotThere();
        }
        if (unusable(reason)) {
            return new ClosingOutcome.NoReason();
        }
        ClosingOutcome outcome = move(found.get(), State.CLOSED, State.REOPENED, by, reason.strip());
        if (outcome instanceof Done) {
            events.publishEvent(new PeriodReopened(
                    id, found.get().plan(), found.get().period().part(), reason.strip()));
        }
        return outcome;
    }

    private static boolean unusable(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf(0) >= 0;
    }

    private ClosingOutcome move(
            Closing closing, State from, State to, Visitor by, @org.jspecify.annotations.Nullable String reason) {
        if (!store.move(closing.id(), from, to)) {
            return new AlreadyThere(store.find(closing.id()).orElseThrow());
        }
        store.event(closing.id(), to, by, clock.instant(), reason);
        actions.became(closing, to, by, reason);
        return new Done(store.find(closing.id()).orElseThrow());
    }

    static boolean proposedBy(Closing closing, Visitor visitor) {
        Event first = closing.first();
        return first.by().equals(visitor.id());
    }
}
