package tsukasa.budget.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.EntryOutcome;
import tsukasa.budget.EntryOutcome.Fault;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.MoneyRules;
import tsukasa.budget.MoneyYears;
import tsukasa.budget.NewAmount;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closings;
import tsukasa.cycle.Period;
import tsukasa.cycle.PeriodClosed;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;

/// The rules of entering; who may call them is asked at the endpoints.
@Service
class ExecutionDesk implements Execution {
    private final ExecutionStore store;
    private final MoneyYears years;
    private final Closings closings;
    private final ExecutionActions actions;
    private final Clock clock;

    ExecutionDesk(ExecutionStore store, MoneyYears years, Closings closings, ExecutionActions actions, Clock clock) {
        this.store = store;
        this.years = years;
        this.closings = closings;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public Executed of(Plan plan) {
        MoneyRules rules = years.rules(plan);
        return new Executed(
                BudgetLines.of(plan, rules), plan.year().months(), store.amounts(plan.id()), rules.forecastMonths());
    }

    @Override
    public Map<String, AmountVersion> month(Plan plan, YearMonth month) {
        return store.latest(plan.id(), month).stream()
                .collect(Collectors.toMap(AmountVersion::line, Function.identity()));
    }

    @Override
    public List<AmountVersion> history(Plan plan, String line, YearMonth month) {
        return years.lines(plan)
                .find(line)
                .map(found -> store.history(plan.id(), found, month))
                .orElse(List.of());
    }

    @Override
    public Optional<Period> closed(Plan plan, YearMonth month) {
        return Period.of(plan.year()).stream()
                .filter(period -> !month.atDay(1).isAfter(period.last()))
                .filter(period -> closings.live(plan.id(), period)
                        .filter(closing -> closing.state() == Closing.State.CLOSED)
                        .isPresent())
                .findFirst();
    }

    /// Within the transaction that closes, on purpose: whoever enters at this moment is waited for, whoever comes later
    /// sees the closed period.
    @EventListener
    void closing(PeriodClosed closed) {
        store.holdAll(closed.plan());
    }

    @Override
    public List<Fault> check(Plan plan, List<NewAmount> amounts) {
        return new Check(plan, amounts).faults();
    }

    @Override
    @Transactional
    public EntryOutcome enter(Plan plan, List<NewAmount> amounts, Optional<SourceFile> file, Visitor by) {
        store.holdOpen(plan.id());
        Check check = new Check(plan, amounts);
        if (!check.faults().isEmpty()) {
            return new EntryOutcome.Refused(check.faults());
        }
        Instant now = clock.instant();
        List<Fault> overtaken = new ArrayList<>();
        for (int index : check.changing()) {
            NewAmount amount = amounts.get(index);
            BudgetLine line = check.lines.find(amount.line()).orElseThrow();
            if (!store.enter(plan.id(), line, amount, file.map(SourceFile::id).orElse(null), by, now)) {
                overtaken.add(EntryFaults.changedMeanwhile(index));
            }
        }
        if (!overtaken.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new EntryOutcome.Refused(overtaken);
        }
        actions.entered(plan, amounts, check.changing(), by, file);
        return new EntryOutcome.Done(
                check.changing().size(), amounts.size() - check.changing().size());
    }

    /// Looks at many amounts at once against what stands in the book now.
    private final class Check {
        private final BudgetLines lines;
        private final List<Fault> faults = new ArrayList<>();
        private final List<Integer> changing = new ArrayList<>();
        private final Map<YearMonth, Map<String, AmountVersion>> book = new HashMap<>();
        private final Map<YearMonth, Optional<Period>> closedBy = new HashMap<>();

        Check(Plan plan, List<NewAmount> amounts) {
            this.lines = years.lines(plan);
            for (int index = 0; index < amounts.size(); index++) {
                look(plan, index, amounts.get(index));
            }
        }

        private void look(Plan plan, int index, NewAmount amount) {
            YearMonth month = amount.month();
            if (lines.find(amount.line()).isEmpty()) {
                faults.add(EntryFaults.noLine(index));
            } else if (!plan.year().months().contains(month)) {
                faults.add(EntryFaults.notOfYear(index, plan));
            } else if (month.atDay(1).isAfter(java.time.LocalDate.ofInstant(clock.instant(), EntryFaults.JAPAN))) {
                faults.add(EntryFaults.notBegun(index, month));
            } else if (amount.yen().filter(EntryFaults::tooLarge).isPresent()) {
                faults.add(EntryFaults.tooLargeAt(index));
            } else {
                against(plan, index, amount);
            }
        }

        private void against(Plan plan, int index, NewAmount amount) {
            AmountVersion now = book.computeIfAbsent(amount.month(), month -> month(plan, month))
                    .get(amount.line());
            int version = now == null ? 0 : now.version();
            if (now == null ? amount.yen().isEmpty() : now.yen().equals(amount.yen())) {
                return;
            }
            Optional<Period> closed = closedBy.computeIfAbsent(amount.month(), month -> closed(plan, month));
            if (closed.isPresent()) {
                faults.add(EntryFaults.closed(index, closed.get()));
            } else if (version != amount.seen()) {
                faults.add(EntryFaults.changedMeanwhile(index));
            } else if (version > 0 && EntryFaults.unusable(amount.reason())) {
                faults.add(EntryFaults.noReason(index));
            } else {
                changing.add(index);
            }
        }

        List<Fault> faults() {
            return faults;
        }

        List<Integer> changing() {
            return changing;
        }
    }
}
