package tsukasa.budget.borrowing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tsukasa.budget.Borrowing;
import tsukasa.budget.BorrowingEntry;
import tsukasa.budget.BorrowingEntry.State;
import tsukasa.budget.BorrowingOutcome;
import tsukasa.budget.BorrowingOutcome.Done;
import tsukasa.budget.BorrowingStanding;
import tsukasa.budget.BorrowingStanding.Posting;
import tsukasa.budget.BorrowingStanding.Step;
import tsukasa.budget.MoneyRules.BorrowingLimit;
import tsukasa.budget.MoneyYears;
import tsukasa.budget.NewBorrowing;
import tsukasa.budget.NewBorrowing.Kind;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;

/// The rules of borrowing. The limit itself is held by the database; here it is told early and in words.
@Service
class BorrowingDesk implements Borrowing {
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_LENDER = 200;
    private static final long LARGEST = 10_000_000_000_000L;
    private final BorrowingStore store;
    private final MoneyYears years;
    private final BorrowingActions actions;
    private final Clock clock;

    BorrowingDesk(BorrowingStore store, MoneyYears years, BorrowingActions actions, Clock clock) {
        this.store = store;
        this.years = years;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public BorrowingStanding standing(Plan plan) {
        Optional<BorrowingLimit> limit = years.rules(plan).borrowing();
        return new BorrowingStanding(
                limit.map(BorrowingLimit::yen),
                limit.map(BorrowingLimit::place),
                BorrowingStanding.steps(postings(store.entries(plan.id()))));
    }

    private static List<Posting> postings(List<BorrowingEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.state() == State.POSTED)
                .map(entry -> new Posting(entry.what().at(), entry.signed()))
                .toList();
    }

    @Override
    public List<BorrowingEntry> entries(Plan plan) {
        return store.entries(plan.id());
    }

    @Override
    @Transactional
    public BorrowingOutcome propose(Plan plan, NewBorrowing entry, Visitor by) {
        Optional<BorrowingOutcome> refusal = refusal(plan, entry);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        long id = store.propose(plan.id(), entry);
        store.event(id, State.PROPOSED, entry.reason().strip(), by, clock.instant());
        actions.became(plan, id, entry, State.PROPOSED, by, entry.reason().strip());
        return new Done(id);
    }

    private Optional<BorrowingOutcome> refusal(Plan plan, NewBorrowing entry) {
        if (unusable(entry.reason(), LONGEST_REASON)
                || unusable(entry.lender(), LONGEST_LENDER)
                || entry.yen() < 1
                || entry.yen() > LARGEST) {
            return Optional.of(new BorrowingOutcome.NoReason());
        }
        LocalDate day = entry.at().atZone(Writing.JAPAN).toLocalDate();
        if (!plan.year().contains(day)
                || entry.due()
                        .filter(due -> due.isBefore(day) || !plan.year().contains(due))
                        .isPresent()) {
            return Optional.of(new BorrowingOutcome.NotOfYear());
        }
        List<BorrowingEntry> entries = store.entries(plan.id());
        return entry.kind() == Kind.DRAW ? overLimit(plan, entries, entry) : wronglyRepaid(entries, entry);
    }

    private static boolean unusable(String text, int longest) {
        return text.isBlank() || text.length() > longest || text.indexOf(0) >= 0;
    }

    private Optional<BorrowingOutcome> overLimit(Plan plan, List<BorrowingEntry> entries, NewBorrowing entry) {
        Optional<BorrowingLimit> limit = years.rules(plan).borrowing();
        if (limit.isEmpty()) {
            return Optional.of(new BorrowingOutcome.NoLimit());
        }
        List<Posting> postings = new ArrayList<>(postings(entries));
        postings.add(new Posting(entry.at(), entry.yen()));
        return BorrowingStanding.steps(postings).stream()
                .max(Comparator.comparingLong(Step::balance))
                .filter(highest -> highest.balance() > limit.get().yen())
                .map(highest -> new BorrowingOutcome.OverLimit(
                        highest.at(), highest.balance(), limit.get().yen()));
    }

    private static Optional<BorrowingOutcome> wronglyRepaid(List<BorrowingEntry> entries, NewBorrowing entry) {
        Optional<BorrowingEntry> draw = entries.stream()
                .filter(other -> other.state() == State.POSTED
                        && other.what().kind() == Kind.DRAW
                        && entry.draw().equals(Optional.of(other.id())))
                .findFirst();
        if (draw.isEmpty() || entry.at().isBefore(draw.get().what().at())) {
            return Optional.of(new BorrowingOutcome.NoDraw());
        }
        long owed = entries.stream()
                .filter(other -> other.state() == State.POSTED
                        && other.subject() == draw.get().id())
                .mapToLong(BorrowingEntry::signed)
                .sum();
        return entry.yen() > owed ? Optional.of(new BorrowingOutcome.TooMuchRepaid()) : Optional.empty();
    }

    @Override
    @Transactional
    public BorrowingOutcome approve(Plan plan, long id, Visitor by) {
        Optional<BorrowingEntry> found = find(plan, id);
        if (found.isEmpty()) {
            return new BorrowingOutcome.NotThere();
        }
        BorrowingEntry entry = found.get();
        if (entry.events().getFirst().by().equals(by.id())) {
            return new BorrowingOutcome.SamePerson();
        }
        Optional<BorrowingLimit> limit = years.rules(plan).borrowing();
        if (limit.isEmpty()) {
            return new BorrowingOutcome.NoLimit();
        }
        if (!store.decide(id, State.POSTED)) {
            return new BorrowingOutcome.Decided();
        }
        store.limit(plan.id(), limit.get().yen());
        return switch (store.post(plan.id(), entry)) {
            case POSTED -> {
                store.event(id, State.POSTED, null, by, clock.instant());
                actions.became(plan, id, entry.what(), State.POSTED, by, null);
                yield new Done(id);
            }
            case OVER_LIMIT ->
                refused(new BorrowingOutcome.OverLimit(
                        entry.what().at(), 0, limit.get().yen()));
            case TOO_MUCH_REPAID -> refused(new BorrowingOutcome.TooMuchRepaid());
        };
    }

    private static BorrowingOutcome refused(BorrowingOutcome why) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return why;
    }

    @Override
    @Transactional
    public BorrowingOutcome giveBack(Plan plan, long id, String reason, Visitor by) {
        Optional<BorrowingEntry> found = find(plan, id);
        if (found.isEmpty()) {
            return new BorrowingOutcome.NotThere();
        }
        if (unusable(reason, LONGEST_REASON)) {
            return new BorrowingOutcome.NoReason();
        }
        if (!store.decide(id, State.RETURNED)) {
            return new BorrowingOutcome.Decided();
        }
        store.event(id, State.RETURNED, reason.strip(), by, clock.instant());
        actions.became(plan, id, found.get().what(), State.RETURNED, by, reason.strip());
        return new Done(id);
    }

    private Optional<BorrowingEntry> find(Plan plan, long id) {
        return store.entries(plan.id()).stream()
                .filter(entry -> entry.id() == id)
                .findFirst();
    }
}
