package tsukasa.budget.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.MoneyView;
import tsukasa.budget.Yen;
import tsukasa.cycle.Period;
import tsukasa.identity.Permission;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// Draws the staff's pages of execution.
@Component
class LedgerViews {
    private final Execution execution;
    private final PlanShelf shelf;
    private final Clock clock;

    LedgerViews(Execution execution, PlanShelf shelf, Clock clock) {
        this.execution = execution;
        this.shelf = shelf;
        this.clock = clock;
    }

    LedgerPage list(Frame frame, Plan plan) {
        Executed executed = execution.of(plan);
        List<LedgerPage.Month> months = plan.year().months().stream()
                .map(month -> month(frame, plan, executed, month))
                .toList();
        List<Tab> plans = shelf.plans().size() < 2
                ? List.of()
                : shelf.plans().stream()
                        .map(p -> new Tab(
                                frame.writing().year(p.year()), "/staff/money/" + p.id(), p.id().equals(plan.id())))
                        .toList();
        return new LedgerPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                plans,
                MoneyView.EXECUTION.tabs(frame, plan),
                lead(frame, executed),
                frame.may(Permission.ENTER_EXECUTION.name()),
                months);
    }

    private static String lead(Frame frame, Executed executed) {
        return executed.through()
                .map(through -> frame.say(
                        frame.writing().month(through) + "までの執行額がそろっています。",
                        "Execution is complete up to " + frame.writing().month(through) + "."))
                .orElse(frame.say("まだ、そろった月がありません。", "No month is complete yet."));
    }

    private LedgerPage.Month month(Frame frame, Plan plan, Executed executed, YearMonth month) {
        boolean begun = begun(month);
        int all = (int) executed.lines().all().stream()
                .filter(line -> line.budget().isPresent())
                .count();
        int missing = executed.missing(month).size();
        Optional<Period> closed = execution.closed(plan, month);
        Status status = !begun
                ? Status.NOT_COUNTED_YET
                : missing == 0 ? Status.ACCEPTED : missing == all ? Status.DRAFT : Status.TO_BE_CHECKED;
        String word = !begun
                ? frame.say("これから", "To come")
                : missing == 0
                        ? closed.isPresent() ? frame.say("確定", "Closed") : frame.say("そろった", "Complete")
                        : missing == all ? frame.say("未記録", "Not entered") : frame.say("記録中", "In progress");
        String detail = begun && missing > 0 && missing < all
                ? frame.say("あと" + missing + "科目", missing + " items missing")
                : closed.map(p -> frame.say(
                                p.part().title().ja() + "として締め済み",
                                "Closed with: " + p.part().title().en()))
                        .orElse("");
        return new LedgerPage.Month(
                month.toString(),
                begun ? "/staff/money/" + plan.id() + "/months/" + month : null,
                status,
                word,
                sum(frame, executed, BudgetLine.Kind.REVENUE, month),
                sum(frame, executed, BudgetLine.Kind.EXPENSE, month),
                detail);
    }

    private static String sum(Frame frame, Executed executed, BudgetLine.Kind kind, YearMonth month) {
        return frame.writing()
                .millions(executed.sum(executed.of(kind), List.of(month))
                        .map(Yen::millions)
                        .orElse(null));
    }

    private boolean begun(YearMonth month) {
        return !month.atDay(1).isAfter(LocalDate.ofInstant(clock.instant(), Writing.JAPAN));
    }

    /// What a form was sent with: the amounts by key, and what is wrong with them.
    record Sent(Map<String, String> amounts, String reason, Map<String, String> wrong, Errors errors, int answer) {
        static Sent nothing() {
            return new Sent(Map.of(), "", Map.of(), Errors.none(), 200);
        }
    }

    EntryPage entry(Frame frame, Plan plan, YearMonth month, Sent sent) {
        if (!begun(month)) {
            throw Problem.notFound(Text.of(month + "は、まだ始まっていません。", month + " has not begun yet."));
        }
        Executed executed = execution.of(plan);
        Map<String, AmountVersion> now = execution.month(plan, month);
        int missing = executed.missing(month).size();
        return new EntryPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                month.toString(),
                monthTitle(frame, month),
                missing == 0
                        ? frame.say("予算のあるすべての科目が記録されています。", "Every item that has a budget is entered.")
                        : frame.say(
                                "予算のある" + missing + "科目が、まだ記録されていません。",
                                missing + " items that have a budget are not entered yet."),
                execution
                        .closed(plan, month)
                        .map(p -> frame.say(
                                p.part().title().ja() + "として締めた月です。直すには、役員が理由を書いて期間を再び開きます。",
                                "The month is closed (" + p.part().title().en()
                                        + "). To correct it, an executive opens the period again, with a reason."))
                        .orElse(null),
                frame.may(Permission.ENTER_EXECUTION.name()),
                groups(frame, executed, now, sent),
                !now.isEmpty(),
                sent.reason(),
                sent.errors(),
                sent.answer());
    }

    private static List<EntryPage.Group> groups(
            Frame frame, Executed executed, Map<String, AmountVersion> now, Sent sent) {
        Map<String, List<EntryPage.Line>> groups = new LinkedHashMap<>();
        for (BudgetLine line : executed.lines().all()) {
            String title = frame.say(line.accountTitle())
                    + line.segmentTitle()
                            .map(s -> frame.say("　", ": ") + frame.say(s))
                            .orElse("");
            groups.computeIfAbsent(title, _ -> new ArrayList<>()).add(line(frame, line, now.get(line.key()), sent));
        }
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    private static EntryPage.Group group(String title, List<EntryPage.Line> lines) {
        Map<Boolean, List<EntryPage.Line>> parts =
                lines.stream().collect(Collectors.partitioningBy(LedgerViews::unplanned));
        return new EntryPage.Group(title, parts.getOrDefault(false, List.of()), parts.getOrDefault(true, List.of()));
    }

    private static boolean unplanned(EntryPage.Line line) {
        return line.budget().equals("－") && line.entered().isEmpty() && line.seen() == 0 && line.error() == null;
    }

    private static EntryPage.Line line(Frame frame, BudgetLine line, @Nullable AmountVersion now, Sent sent) {
        String stands = now == null
                ? ""
                : now.yen().map(yen -> frame.writing().number(yen)).orElse("");
        return new EntryPage.Line(
                field(line.key()),
                line.key(),
                frame.say(line.name()),
                now == null ? 0 : now.version(),
                sent.amounts().getOrDefault(line.key(), stands),
                frame.writing().millions(line.budget().map(Yen::millions).orElse(null)),
                now == null ? null : now.byName() + "　" + frame.writing().minute(now.at()),
                now == null ? 0 : now.version(),
                sent.wrong().get(line.key()));
    }

    /// A name that is an id as well.
    static String field(String key) {
        return "a-" + key.replace('/', '-').replace('.', '_');
    }

    static String monthTitle(Frame frame, YearMonth month) {
        return frame.say(
                month.getYear() + "年" + month.getMonthValue() + "月",
                frame.writing().month(month) + " " + month.getYear());
    }

    HistoryPage history(Frame frame, Plan plan, YearMonth month, String key) {
        List<AmountVersion> versions = execution.history(plan, key, month);
        BudgetLine line = execution
                .of(plan)
                .lines()
                .find(key)
                .filter(_ -> !versions.isEmpty())
                .orElseThrow(() -> Problem.notFound(Text.of("その記録はありません。", "There is no such amount.")));
        return new HistoryPage(
                frame,
                plan.id(),
                month.toString(),
                monthTitle(frame, month),
                frame.say(line.title()),
                versions.reversed().stream()
                        .map(v -> new HistoryPage.Version(
                                v.version(),
                                v.yen().map(yen -> frame.writing().number(yen)).orElse(frame.say("取り消し", "Taken back")),
                                frame.writing().minute(v.at()),
                                v.byName(),
                                v.reason().orElse(""),
                                v.file().orElse(frame.say("画面から", "Typed"))))
                        .toList());
    }
}
