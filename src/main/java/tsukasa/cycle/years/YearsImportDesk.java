package tsukasa.cycle.years;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tsukasa.cycle.CheckedFiles;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.PastFigure;
import tsukasa.identity.Visitor;
import tsukasa.kernel.table.SentFile;
import tsukasa.kernel.table.SheetFile;
import tsukasa.kernel.table.SheetReading;
import tsukasa.kernel.table.SheetReading.Unreadable;
import tsukasa.kernel.table.SheetReading.Unusable;
import tsukasa.plan.Plan;

/// Checks a file of earlier years' figures, and enters it later exactly as it was checked, or not at all.
@Service
class YearsImportDesk {
    private final PastDesk desk;
    private final CheckedFiles files;

    YearsImportDesk(PastDesk desk, CheckedFiles files) {
        this.desk = desk;
        this.files = files;
    }

    sealed interface Checked {
        record Report(long file, String name, YearReport report) implements Checked {}

        record Useless(Unreadable why) implements Checked {}
    }

    sealed interface Entered {
        record Done(int figures) implements Entered {}

        record Changed(Checked.Report now) implements Entered {}

        record NotAll(Checked.Report now) implements Entered {}

        record Gone() implements Entered {}
    }

    private static String purpose(Plan plan) {
        return "years/" + plan.id();
    }

    @Transactional
    Checked check(Plan plan, SentFile file, Visitor by) {
        return switch (read(plan, file.content())) {
            case Read.Fine(YearReport report) ->
                new Checked.Report(files.keep(purpose(plan), file, by), file.name(), report);
            case Read.Useless(Unreadable why) -> new Checked.Useless(why);
        };
    }

    @Transactional
    Entered enter(Plan plan, long file, String digest, boolean goodOnly, Visitor by) {
        Optional<CheckedFiles.Kept> kept = files.open(file, purpose(plan), by);
        if (kept.isEmpty() || !(read(plan, kept.get().content()) instanceof Read.Fine(YearReport report))) {
            return new Entered.Gone();
        }
        Checked.Report now = new Checked.Report(file, kept.get().name(), report);
        if (!report.digest().equals(digest)) {
            return new Entered.Changed(now);
        }
        if (!report.wrong().isEmpty() && !goodOnly) {
            return new Entered.NotAll(now);
        }
        List<PastFigure.Entry> entries =
                report.changing().stream().flatMap(row -> row.entry().stream()).toList();
        if (!(desk.enter(plan, entries, file, by) instanceof CycleOutcome.Done)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Entered.Changed(now);
        }
        files.entered(file);
        return new Entered.Done(entries.size());
    }

    private sealed interface Read {
        record Fine(YearReport report) implements Read {}

        record Useless(Unreadable why) implements Read {}
    }

    private Read read(Plan plan, byte[] content) {
        return switch (SheetFile.read(content)) {
            case Unreadable why -> new Read.Useless(why);
            case SheetReading.Rows rows -> {
                try {
                    yield new Read.Fine(new YearsFile(desk.rules(plan), desk.entered(plan)).report(rows));
                } catch (Unusable unusable) {
                    yield new Read.Useless(unusable.unreadable());
                }
            }
        };
    }
}
