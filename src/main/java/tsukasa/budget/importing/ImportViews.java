package tsukasa.budget.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.budget.NewAmount;
import tsukasa.budget.importing.ImportDesk.Checked;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.RowFault;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;

/// Draws the report of a checked file.
@Component
class ImportViews {
    private static final int SHOWN = 200;
    private final Clock clock;

    ImportViews(Clock clock) {
        this.clock = clock;
    }

    ImportPage page(Frame frame, Plan plan, Errors errors, Checked.@Nullable Report checked) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        List<YearMonth> begun = plan.year().months().stream()
                .filter(month -> !month.atDay(1).isAfter(today))
                .toList();
        List<Option> options = begun.stream()
                .map(month -> Option.of(month.toString(), month.toString()))
                .toList();
        return new ImportPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                options,
                begun.isEmpty() ? "" : begun.getLast().toString(),
                errors,
                checked == null ? null : report(frame, checked));
    }

    private static ImportPage.Report report(Frame frame, Checked.Report checked) {
        ImportReport report = checked.report();
        List<RowFault> faults = report.wrong().stream()
                .flatMap(line -> line.wrong().stream().map(wrong -> RowFault.of(frame, line.row(), wrong)))
                .toList();
        return new ImportPage.Report(
                checked.file(),
                checked.name(),
                frame.say(report.what()),
                summary(frame, report),
                report.digest(),
                faults.stream().limit(SHOWN).toList(),
                Math.max(0, faults.size() - SHOWN),
                report.wrong().size(),
                report.good().stream()
                        .limit(SHOWN)
                        .map(line -> good(frame, line))
                        .toList(),
                report.changing(),
                report.corrections(),
                report.needsReason());
    }

    private static String summary(Frame frame, ImportReport report) {
        int rows = report.lines().size();
        int wrong = report.wrong().size();
        String ja = rows + "行を読みました。記録できるのは" + report.changing() + "行"
                + (report.corrections() > 0 ? "（うち訂正" + report.corrections() + "行）" : "")
                + "、今の記録と同じものが" + (report.good().size() - report.changing()) + "行、直すところがあるのは" + wrong + "行です。"
                + (report.empty() > 0 ? "金額が空欄の" + report.empty() + "行は読みませんでした。" : "");
        String en = rows + " rows were read: " + report.changing() + " can be entered"
                + (report.corrections() > 0 ? " (" + report.corrections() + " of them corrections)" : "") + ", "
                + (report.good().size() - report.changing()) + " say what stands already, " + wrong
                + " need correction."
                + (report.empty() > 0 ? " " + report.empty() + " rows without an amount were left alone." : "");
        return frame.say(ja, en);
    }

    private static ImportPage.Good good(Frame frame, ImportLine line) {
        NewAmount amount = line.amount().orElseThrow();
        String effect = line.same()
                ? frame.say("変わりません", "No change")
                : line.correction() ? frame.say("訂正", "Correction") : frame.say("新しく記録", "New");
        return new ImportPage.Good(
                line.row(),
                amount.month().toString(),
                line.line().map(l -> frame.say(l.title())).orElse(""),
                yen(frame, line.before()),
                yen(frame, amount.yen()),
                effect,
                Stream.concat(line.hints().stream().map(frame::say), amount.reason().stream())
                        .collect(Collectors.joining(frame.say("　", " "))));
    }

    private static String yen(Frame frame, Optional<Long> yen) {
        return yen.map(y -> frame.writing().number(y)).orElse("");
    }
}
