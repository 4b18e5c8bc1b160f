package tsukasa.cycle.evaluation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.evaluation.MinisterImportDesk.Checked;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.RowFault;
import tsukasa.plan.GradingRules;
import tsukasa.plan.Plan;

/// Draws what a file would do to the minister's evaluation.
@Component
class MinisterImportViews {
    static final Text NOTHING_SENT =
            Text.of("XLSXかCSVのファイルを選ぶか、行を貼り付けてください。", "Choose an XLSX or CSV file, or paste rows.");
    static final Text TOO_LARGE = Text.of("5 MBを超えています。表だけにしてください。", "It is larger than 5 MB. Send the table alone.");
    static final Text CHANGED = Text.of(
            "確かめたあとに、評価が書き直されました。何も保存していません。下の結果をもう一度確かめてください。",
            "An evaluation was written after the check. Nothing was saved; look at the report again.");
    static final Text NOT_ALL =
            Text.of("直すところのある行を除いて保存するときは、そのことを選んでください。", "To leave out the rows that need correction, say so.");
    static final Text NOT_OVER = Text.of("今の下書きに代えるときは、そのことを選んでください。", "To replace drafts that stand now, say so.");
    static final Text NOTHING_TO_UNDO = Text.of(
            "元に戻せる項目がありません。取り込んだ後に書き直されたか、もう取り消されています。",
            "There is nothing to take back: it was written over or taken back since.");
    private static final int SHOWN = 200;
    private static final int SHOWN_WORDS = 120;
    private final MinisterImportDesk desk;

    MinisterImportViews(MinisterImportDesk desk) {
        this.desk = desk;
    }

    MinisterImportPage page(
            Frame frame, Plan plan, String rows, Errors errors, Checked.@Nullable Report checked, int answer) {
        return new MinisterImportPage(
                frame,
                EvaluationViews.BASE + "/" + plan.id(),
                frame.say(plan.title()),
                plan.grading().rules().stream().map(GradingRules.Rule::grade).collect(Collectors.joining("・")),
                rows,
                errors,
                checked == null ? null : report(frame, checked),
                desk.of(plan).stream().map(one -> brought(frame, one)).toList(),
                answer);
    }

    private static MinisterImportPage.Brought brought(Frame frame, MinisterImportStore.Brought one) {
        return new MinisterImportPage.Brought(
                one.id(),
                one.file(),
                frame.writing().minute(one.at()),
                one.byName(),
                one.items(),
                one.undoneBy()
                        .map(who -> frame.say(who + "さんが取り消しました。", "Taken back by " + who + "."))
                        .orElse(""));
    }

    private static MinisterImportPage.Report report(Frame frame, Checked.Report checked) {
        MinisterReport report = checked.report();
        List<RowFault> faults = report.wrong().stream()
                .flatMap(row -> row.wrong().stream().map(wrong -> RowFault.of(frame, row.row(), wrong)))
                .toList();
        return new MinisterImportPage.Report(
                checked.file(),
                checked.name(),
                frame.say(report.what()),
                summary(frame, report),
                report.digest(),
                faults.stream().limit(SHOWN).toList(),
                Math.max(0, faults.size() - SHOWN),
                report.wrong().size(),
                report.rows().stream()
                        .filter(MinisterRow::good)
                        .limit(SHOWN)
                        .map(row -> good(frame, row))
                        .toList(),
                report.changing().size(),
                report.replacing());
    }

    private static String summary(Frame frame, MinisterReport report) {
        int rows = report.rows().size();
        int changing = report.changing().size();
        int wrong = report.wrong().size();
        int same = rows - changing - wrong;
        String open = report.open() == 0
                ? ""
                : frame.say(
                        "評定も根拠も空欄の" + report.open() + "行は、そのままにします。",
                        " " + report.open() + " rows that say nothing are left alone.");
        return frame.say(
                        rows + "行を読みました。下書きとして保存できるのは" + changing + "行"
                                + (report.replacing() > 0 ? "（うち今の下書きに代わるもの" + report.replacing() + "行）" : "")
                                + "、今の下書きと同じものが" + same + "行、直すところがあるのは" + wrong + "行です。",
                        rows + " rows were read: " + changing + " can be saved as drafts"
                                + (report.replacing() > 0
                                        ? " (" + report.replacing() + " of them over what stands now)"
                                        : "")
                                + ", " + same + " say what stands already, " + wrong + " need correction.")
                + open;
    }

    private static MinisterImportPage.Good good(Frame frame, MinisterRow row) {
        ItemSheet sheet = row.sheet().orElseThrow();
        Words words = row.words();
        return new MinisterImportPage.Good(
                row.row(),
                EvaluationWords.label(sheet),
                EvaluationWords.heading(frame, sheet),
                EvaluationViews.BASE + "/" + sheet.plan().id() + "/" + EvaluationWords.slug(sheet),
                words.grade(),
                sheet.self().map(self -> self.words().grade()).orElse("－"),
                cut(words.reason()),
                cut(Stream.of(words.response(), words.improvement())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n"))),
                row.same()
                        ? frame.say("変わりません", "No change")
                        : row.replacing()
                                ? frame.say("今の下書きに代わる", "Replaces the draft")
                                : frame.say("新しい下書き", "New draft"),
                row.replacing() ? row.now().map(now -> before(frame, now)).orElse("") : "");
    }

    private static String before(Frame frame, Evaluation now) {
        String grade = now.words().grade().isEmpty()
                ? frame.say("未定", "none yet")
                : now.words().grade();
        return frame.say(
                "第" + now.revision() + "版　" + now.latest().byName() + "　評定 " + grade,
                "Version " + now.revision() + ", " + now.latest().byName() + ", grade " + grade);
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= SHOWN_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, SHOWN_WORDS)) + "…";
    }
}
