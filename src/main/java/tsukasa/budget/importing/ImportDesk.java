package tsukasa.budget.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.EntryOutcome;
import tsukasa.budget.EntryOutcome.Fault;
import tsukasa.budget.Execution;
import tsukasa.budget.Execution.SourceFile;
import tsukasa.budget.MoneyYears;
import tsukasa.budget.NewAmount;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.table.CellFault;
import tsukasa.kernel.table.SheetFile;
import tsukasa.kernel.table.SheetReading;
import tsukasa.kernel.table.SheetReading.Unreadable;
import tsukasa.kernel.table.SheetReading.Unusable;
import tsukasa.plan.Plan;

/// Checks a file, keeps it, and enters it later exactly as it was checked, or not at all.
@Service
class ImportDesk {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final String TO_BE_GIVEN = "…";
    private final ImportStore store;
    private final Execution execution;
    private final MoneyYears years;
    private final Clock clock;

    ImportDesk(ImportStore store, Execution execution, MoneyYears years, Clock clock) {
        this.store = store;
        this.execution = execution;
        this.years = years;
        this.clock = clock;
    }

    sealed interface Checked {
        record Report(long file, String name, ImportReport report) implements Checked {}

        record Useless(Unreadable why) implements Checked {}
    }

    sealed interface Entered {
        record Done(int entered, int unchanged) implements Entered {}

        /// Not as it was looked at: somebody entered something, or closed a period.
        record Changed(Checked.Report now) implements Entered {}

        /// There are faulty rows, and nobody said to enter the others.
        record NotAll(Checked.Report now) implements Entered {}

        record NoReason(Checked.Report now) implements Entered {}

        record Gone() implements Entered {}
    }

    @Transactional
    Checked check(Plan plan, String name, byte[] content, Visitor by) {
        store.forget(clock.instant().minus(KEPT));
        return switch (read(plan, content)) {
            case Read.Fine(ImportReport report) ->
                new Checked.Report(
                        store.keep(plan.id(), name, sha256(content), content, by, clock.instant()), name, report);
            case Read.Useless(Unreadable why) -> new Checked.Useless(why);
        };
    }

    @Transactional
    Entered enter(Plan plan, long file, String digest, boolean goodOnly, String reason, Visitor by) {
        Optional<ImportStore.Kept> found = store.open(file, plan.id(), by);
        if (found.isEmpty() || !(read(plan, found.get().content()) instanceof Read.Fine(ImportReport report))) {
            return new Entered.Gone();
        }
        ImportStore.Kept kept = found.get();
        Checked.Report now = new Checked.Report(kept.id(), kept.name(), report);
        if (!report.digest().equals(digest)) {
            return new Entered.Changed(now);
        }
        if (!report.wrong().isEmpty() && !goodOnly) {
            return new Entered.NotAll(now);
        }
        if (report.needsReason() && reason.isBlank()) {
            return new Entered.NoReason(now);
        }
        List<NewAmount> amounts = report.good().stream()
                .flatMap(line -> line.amount().stream())
                .map(amount -> because(amount, reason.strip()))
                .toList();
        Optional<SourceFile> source = Optional.of(new SourceFile(kept.id(), kept.name(), kept.sha256()));
        return switch (execution.enter(plan, amounts, source, by)) {
            case EntryOutcome.Done(int entered, int unchanged) -> {
                store.entered(kept.id(), clock.instant());
                yield new Entered.Done(entered, unchanged);
            }
            case EntryOutcome.Refused _ -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new Entered.Changed(now);
            }
        };
    }

    BudgetLines lines(Plan plan) {
        return years.lines(plan);
    }

    Map<String, AmountVersion> book(Plan plan, YearMonth month) {
        return execution.month(plan, month);
    }

    private static NewAmount because(NewAmount amount, String reason) {
        return amount.seen() == 0 || amount.reason().isPresent()
                ? amount
                : new NewAmount(amount.line(), amount.month(), amount.yen(), amount.seen(), Optional.of(reason));
    }

    private sealed interface Read {
        record Fine(ImportReport report) implements Read {}

        record Useless(Unreadable why) implements Read {}
    }

    private Read read(Plan plan, byte[] content) {
        return switch (SheetFile.read(content)) {
            case Unreadable why -> new Read.Useless(why);
            case SheetReading.Rows rows -> {
                try {
                    ImportReport report = new ExecutionFile(plan, years.lines(plan), book(plan)).report(rows);
                    yield new Read.Fine(againstTheBook(plan, report));
                } catch (Unusable unusable) {
                    yield new Read.Useless(unusable.unreadable());
                }
            }
        };
    }

    private ExecutionFile.Book book(Plan plan) {
        Map<YearMonth, Map<String, AmountVersion>> months = new HashMap<>();
        return (line, month) -> Optional.ofNullable(
                months.computeIfAbsent(month, m -> execution.month(plan, m)).get(line));
    }

    /// What the rules of entering say about rows that are readable; a reason for corrections can still be given.
    private ImportReport againstTheBook(Plan plan, ImportReport report) {
        List<ImportLine> lines = new ArrayList<>(report.lines());
        List<Integer> at = new ArrayList<>();
        List<NewAmount> amounts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).good()) {
                at.add(i);
                amounts.add(because(lines.get(i).amount().orElseThrow(), TO_BE_GIVEN));
            }
        }
        for (Fault fault : execution.check(plan, amounts)) {
            int line = at.get(fault.index());
            lines.set(
                    line, lines.get(line).with(new CellFault(cell(lines.get(line), fault), fault.why(), fault.next())));
        }
        return new ImportReport(report.what(), lines, report.empty());
    }

    private static String cell(ImportLine line, Fault fault) {
        return switch (fault.kind()) {
            case NOT_OF_YEAR, NOT_BEGUN, CLOSED -> line.cells().month();
            case NO_LINE, NO_REASON, CHANGED_MEANWHILE, TOO_LARGE ->
                line.cells().yen();
        };
    }

    private static String sha256(byte[] content) {
        return Sha256.hex(content);
    }
}
