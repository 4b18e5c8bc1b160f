package tsukasa.cycle.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tsukasa.cycle.CheckedFiles;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Revision;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.ItemSheet;
import tsukasa.identity.Visitor;
import tsukasa.kernel.table.SentFile;
import tsukasa.kernel.table.SheetFile;
import tsukasa.kernel.table.SheetReading;
import tsukasa.kernel.table.SheetReading.Unreadable;
import tsukasa.kernel.table.SheetReading.Unusable;
import tsukasa.plan.Plan;

/// Checks a file with the minister's evaluation, saves it later as drafts exactly as it was checked or not at all, and
/// takes those drafts back.
@Service
class MinisterImportDesk {
    private final EvaluationDesk desk;
    private final MinisterImportStore store;
    private final CheckedFiles files;
    private final EvaluationActions actions;
    private final Clock clock;

    MinisterImportDesk(
            EvaluationDesk desk,
            MinisterImportStore store,
            CheckedFiles files,
            EvaluationActions actions,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.files = files;
        this.actions = actions;
        this.clock = clock;
    }

    sealed interface Checked {
        record Report(long file, String name, MinisterReport report) implements Checked {}

        record Useless(Unreadable why) implements Checked {}
    }

    sealed interface Entered {
        record Done(int drafts) implements Entered {}

        /// Not as it was looked at: somebody wrote, approved or reopened something.
        record Changed(Checked.Report now) implements Entered {}

        /// There are faulty rows, and nobody said to save the others.
        record NotAll(Checked.Report now) implements Entered {}

        /// Words somebody wrote would give way, and nobody said so.
        record NotOver(Checked.Report now) implements Entered {}

        record Gone() implements Entered {}
    }

    /// @param back how many items stand as they stood before
    /// @param left how many were written or made final since, and stay as they are
    record Undone(int back, int left) {}

    private static String purpose(Plan plan) {
        return "minister/" + plan.id();
    }

    @Transactional
    Checked check(Plan plan, SentFile file, Visitor by) {
        return switch (read(plan, file.content())) {
            case Read.Fine(MinisterReport report) ->
                new Checked.Report(files.keep(purpose(plan), file, by), file.name(), report);
            case Read.Useless(Unreadable why) -> new Checked.Useless(why);
        };
    }

    @Transactional
    Entered enter(Plan plan, long file, String digest, boolean goodOnly, boolean over, Visitor by) {
        Optional<CheckedFiles.Kept> kept = files.open(file, purpose(plan), by);
        if (kept.isEmpty() || !(read(plan, kept.get().content()) instanceof Read.Fine(MinisterReport report))) {
            return new Entered.Gone();
        }
        Checked.Report now = new Checked.Report(file, kept.get().name(), report);
        if (!report.digest().equals(digest)) {
            return new Entered.Changed(now);
        }
        if (!report.wrong().isEmpty() && !goodOnly) {
            return new Entered.NotAll(now);
        }
        if (report.replacing() > 0 && !over) {
            return new Entered.NotOver(now);
        }
        long number = store.brought(plan.id(), file, by, clock.instant());
        String why = "取込み：" + kept.get().name();
        for (MinisterRow row : report.changing()) {
            ItemSheet sheet = row.sheet().orElseThrow();
            if (!(desk.bring(sheet, row.words(), row.read(), why, by) instanceof CycleOutcome.Done)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Entered.Changed(now);
            }
            store.item(number, new MinisterImportStore.Item(EvaluationDesk.place(sheet), row.read() + 1));
        }
        files.entered(file);
        actions.brought(
                plan.id(), number, kept.get().sha256(), report.changing().size(), by);
        return new Entered.Done(report.changing().size());
    }

    List<MinisterImportStore.Brought> of(Plan plan) {
        return store.of(plan.id());
    }

    List<ItemSheet> sheets(Plan plan) {
        return desk.sheets(plan);
    }

    /// Each item whose words are still those of the file goes back to the words before it, as a further version.
    @Transactional
    Undone undo(Plan plan, long number, Visitor by) {
        List<MinisterImportStore.Item> items = store.toUndo(plan.id(), number);
        List<ItemSheet> sheets = desk.sheets(plan);
        int back = 0;
        for (MinisterImportStore.Item item : items) {
            boolean done = sheets.stream()
                    .filter(sheet -> EvaluationDesk.place(sheet).equals(item.section()))
                    .anyMatch(sheet -> undone(sheet, item, number, by));
            back += done ? 1 : 0;
        }
        if (back > 0) {
            store.undone(number, by, clock.instant());
            actions.undone(plan.id(), number, back, by);
        }
        return new Undone(back, items.size() - back);
    }

    private boolean undone(ItemSheet sheet, MinisterImportStore.Item item, long number, Visitor by) {
        Optional<Evaluation> now = sheet.minister()
                .filter(evaluation -> evaluation.revision() == item.revision()
                        && evaluation.state().open());
        Words before = now.stream()
                .flatMap(evaluation -> evaluation.revisions().stream())
                .filter(revision -> revision.number() == item.revision() - 1)
                .map(Revision::words)
                .findFirst()
                .orElse(Words.NONE);
        return now.isPresent()
                && desk.bring(sheet, before, item.revision(), "取込みの取消し（第" + number + "回）", by)
                        instanceof CycleOutcome.Done;
    }

    private sealed interface Read {
        record Fine(MinisterReport report) implements Read {}

        record Useless(Unreadable why) implements Read {}
    }

    private Read read(Plan plan, byte[] content) {
        return switch (SheetFile.read(content, GradeRules.LONGEST)) {
            case Unreadable why -> new Read.Useless(why);
            case SheetReading.Rows rows -> {
                try {
                    yield new Read.Fine(new MinisterFile(plan, desk.sheets(plan)).report(rows));
                } catch (Unusable unusable) {
                    yield new Read.Useless(unusable.unreadable());
                }
            }
        };
    }
}
