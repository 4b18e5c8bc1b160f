package tsukasa.budget.grant;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.MoneyView;
import tsukasa.budget.Yen;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Accounts;
import tsukasa.plan.Accounts.PersonnelEstimate;
import tsukasa.plan.Plan;

/// Draws pay against its estimate. Totals of estimates are the printed ones.
@Component
class PersonnelViews {
    private final Execution execution;

    PersonnelViews(Execution execution) {
        this.execution = execution;
    }

    PersonnelPage page(Frame frame, Plan plan) {
        Executed executed = execution.of(plan);
        List<YearMonth> shown = executed.months().subList(0, executed.whole());
        BudgetLines all = executed.lines().where(line -> line.code().equals(BudgetLine.PERSONNEL));
        List<PersonnelPage.Line> lines = new ArrayList<>();
        for (PersonnelEstimate estimate : plan.accounts().personnel()) {
            if (!estimate.account().equals(Accounts.TOTAL)) {
                lines.addAll(account(frame, executed, all, estimate));
            }
        }
        Optional<Yen> whole = printed(plan, Accounts.TOTAL);
        whole.ifPresent(_ -> lines.add(line(frame, executed, frame.say("計", "Total"), true, whole, all)));
        return new PersonnelPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                MoneyView.PERSONNEL.tabs(frame, plan),
                lead(frame, executed, all, whole),
                GrantViews.asOf(frame, executed.through()),
                shown.stream().map(frame.writing()::month).toList(),
                lines,
                plan.accounts().personnel().stream()
                        .flatMap(estimate -> estimate.note().stream())
                        .map(frame::say)
                        .distinct()
                        .toList());
    }

    private static Optional<Yen> printed(Plan plan, String account) {
        return plan.accounts().personnel().stream()
                .filter(estimate -> estimate.account().equals(account))
                .findFirst()
                .map(estimate -> Yen.ofMillions(estimate.millions()));
    }

    private static String lead(Frame frame, Executed executed, BudgetLines all, Optional<Yen> whole) {
        Optional<Yen> paid = executed.sum(all);
        if (whole.isEmpty() || paid.isEmpty()) {
            return frame.say("人件費の見積りと並べる実績は、まだありません。", "There is nothing yet to compare with the estimate of pay.");
        }
        String share = GrantViews.share(frame, whole.get(), paid);
        String estimate = GrantViews.millions(frame, whole);
        return frame.say(
                "見積り" + estimate + "百万円のうち、" + share + "を支払いました。",
                share + " of the estimate of " + estimate + " million yen was paid.");
    }

    private static List<PersonnelPage.Line> account(
            Frame frame, Executed executed, BudgetLines all, PersonnelEstimate estimate) {
        BudgetLines own = all.where(line -> line.account().equals(estimate.account()));
        List<PersonnelPage.Line> lines = new ArrayList<>();
        if (own.all().size() > 1) {
            own.all()
                    .forEach(line -> lines.add(line(
                            frame,
                            executed,
                            frame.say(line.segmentTitle().orElse(line.accountTitle())),
                            false,
                            line.budget(),
                            new BudgetLines(List.of(line)))));
        }
        own.all().stream()
                .findFirst()
                .ifPresent(line -> lines.add(line(
                        frame,
                        executed,
                        frame.say(line.accountTitle()) + (own.all().size() > 1 ? frame.say("　計", ", total") : ""),
                        own.all().size() > 1,
                        Optional.of(Yen.ofMillions(estimate.millions())),
                        own)));
        return lines;
    }

    private static PersonnelPage.Line line(
            Frame frame, Executed executed, String title, boolean total, Optional<Yen> estimate, BudgetLines lines) {
        Optional<Yen> paid = executed.sum(lines);
        return new PersonnelPage.Line(
                title,
                total,
                GrantViews.millions(frame, estimate),
                executed.months().subList(0, executed.whole()).stream()
                        .map(month -> GrantViews.millions(frame, executed.sum(lines, List.of(month))))
                        .toList(),
                GrantViews.millions(frame, paid),
                estimate.map(e -> GrantViews.share(frame, e, paid)).orElse("－"),
                GrantViews.millions(frame, estimate.flatMap(e -> paid.map(e::minus))));
    }
}
