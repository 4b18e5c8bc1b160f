package tsukasa.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.cycle.Actions;
import tsukasa.cycle.AgreedAction;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.FollowUp;
import tsukasa.cycle.FollowUps;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issues;
import tsukasa.cycle.MonthlyReport;
import tsukasa.cycle.Reports;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.SimulatedClock;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;

/// The departments' side of the year: reports month by month, the follow-up of October, last year's issues. What was
/// said is invented; which measure says it is decided by its place in the plan, so that every telling is the same.
@Component
class Reporting {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final YearMonth LAST = YearMonth.of(2021, 12);
    private final PlanShelf shelf;
    private final Reports reports;
    private final FollowUps followUps;
    private final Actions actions;
    private final Issues issues;
    private final Cast cast;
    private final TransactionOperations transactions;

    Reporting(
            PlanShelf shelf,
            Reports reports,
            FollowUps followUps,
            Actions actions,
            Issues issues,
            Cast cast,
            TransactionOperations transactions) {
        this.shelf = shelf;
        this.reports = reports;
        this.followUps = followUps;
        this.actions = actions;
        this.issues = issues;
        this.cast = cast;
        this.transactions = transactions;
    }

    void tell(SimulatedClock clock) {
        Plan plan = shelf.plan("fy2021").orElseThrow();
        Visitor planner = cast.playing(Cast.PLANNER);
        told(clock, at(LocalDate.of(2021, 9, 6), 10), () -> raise(planner));
        for (YearMonth month : plan.year().months()) {
            if (!month.isAfter(LAST)) {
                told(clock, at(month.plusMonths(1).atDay(6), 14), () -> report(plan, month, planner));
            }
            if (month.equals(YearMonth.of(2021, 9))) {
                told(clock, at(LocalDate.of(2021, 10, 14), 11), () -> followUp(plan, planner));
            }
        }
        told(clock, at(LocalDate.of(2021, 12, 20), 16), () -> close(plan, planner));
    }

    /// One transaction for all that was said on a day.
    private void told(SimulatedClock clock, Instant when, Runnable what) {
        clock.at(when, () -> transactions.executeWithoutResult(_ -> what.run()));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atStartOfDay(JAPAN).toInstant().plus(Duration.ofHours(hour));
    }

    /// The newest month is not complete: two departments are late.
    private void report(Plan plan, YearMonth month, Visitor by) {
        for (PlanItem item : plan.measures()) {
            boolean late = month.equals(LAST)
                    && plan.departmentOf(item)
                            .filter(List.of("digital", "pr", "hr")::contains)
                            .isPresent();
            if (!late) {
                MonthlyReport.Words words = words(item, month);
                done(reports.submit(plan, item.place(), month, words, 0, by));
            }
        }
    }

    private static MonthlyReport.Words words(PlanItem item, YearMonth month) {
        int turn = Math.floorMod(item.place().value().hashCode() + month.getMonthValue() * 7, 12);
        String title = item.title().ja();
        if (turn < 5) {
            return new MonthlyReport.Words(Optional.of(MonthlyReport.Progress.NOTHING), "", "", "", List.of());
        }
        if (turn == 5) {
            return new MonthlyReport.Words(
                    Optional.of(MonthlyReport.Progress.BEHIND),
                    "「" + title + "」の準備を進めたが、関係者との調整が月内に終わらなかった。",
                    "相手方の都合で打合せが翌月になった。翌月上旬に実施し、以後の予定は変えない。",
                    "",
                    List.of());
        }
        String done = switch (turn % 3) {
            case 0 -> "「" + title + "」について、予定していた作業を終え、結果を関係部署と共有した。";
            case 1 -> "「" + title + "」の会合を開き、出された意見を次の作業に反映した。";
            default -> "「" + title + "」を予定どおり進め、途中の成果を確かめた。";
        };
        List<MonthlyReport.Figure> figures =
                turn == 9 ? List.of(new MonthlyReport.Figure("参加者", Fraction.of(20 + turn * 3L), "名")) : List.of();
        String outcome = turn == 10 ? "参加した組織から、自らの取組を見直したという報告が寄せられた。" : "";
        return new MonthlyReport.Words(Optional.of(MonthlyReport.Progress.AS_PLANNED), done, "", outcome, figures);
    }

    private void followUp(Plan plan, Visitor by) {
        for (PlanItem item : plan.measures()) {
            int turn = Math.floorMod(item.place().value().hashCode(), 20);
            boolean behind = turn == 3 || turn == 11;
            FollowUps.Said said = new FollowUps.Said(
                    turn == 7
                            ? FollowUp.Progress.AHEAD
                            : behind ? FollowUp.Progress.BEHIND : FollowUp.Progress.AS_PLANNED,
                    behind ? FollowUp.Outlook.AT_RISK : FollowUp.Outlook.WILL_BE_REACHED,
                    behind ? "上期に予定した作業の一部が下期に移った。理由は関係者との調整に時間を要したこと。" : "上期に予定した作業を終え、下期の準備に入った。",
                    turn == 7 ? "利用者の取組が予定より早く広がっている。" : "");
            done(followUps.write(plan, item.place(), said, 0, by));
            if (behind) {
                agree(plan, item, by);
            }
        }
    }

    private void agree(Plan plan, PlanItem item, Visitor by) {
        done(actions.agree(
                new Actions.Agreed(
                        plan.id(),
                        AgreedAction.Origin.FOLLOW_UP,
                        item.place().slug(),
                        "「" + item.title().ja() + "」の遅れを12月までに取り戻す",
                        plan.departmentOf(item).orElseThrow(),
                        Optional.empty(),
                        LocalDate.of(2021, 12, 24)),
                by));
    }

    /// Some of what was agreed in October is done by Christmas; the rest shows as overdue.
    private void close(Plan plan, Visitor by) {
        int number = 0;
        for (AgreedAction action : actions.of(plan.id())) {
            if (++number % 3 != 0) {
                done(actions.follow(
                        action.id(),
                        AgreedAction.State.DONE,
                        action.due(),
                        "予定していた作業を終えた。",
                        action.events().size(),
                        by));
            }
        }
    }

    private void raise(Visitor by) {
        FiscalYear last = new FiscalYear(2020);
        LocalDate day = LocalDate.of(2021, 8, 31);
        raise(last, Issue.Origin.MINISTER, "Ⅰ-1", "主務大臣", day, "地方の中小企業に対策が届いているかを、件数だけでなく変化で示すこと。", "security", by);
        raise(last, Issue.Origin.EXPERT, "Ⅰ-2", "外部有識者", day, "修了者のその後の活躍を継続して把握し、次の募集に生かすこと。", "talent", by);
        raise(last, Issue.Origin.EXPERT, "Ⅰ-3", "利用者団体", day, "公表する調査の時期を利用者の予算編成に合わせること。", "research", by);
        raise(
                last,
                Issue.Origin.AUDIT,
                "Ⅱ-4",
                "監事",
                LocalDate.of(2021, 6, 25),
                "一者応札の事後調査の結果を次の調達に反映すること。",
                "finance",
                by);
        issues.of(last).stream()
                .limit(2)
                .forEach(issue -> done(issues.answer(
                        issue.id(),
                        Issue.State.IN_HAND,
                        new Issue.Answer("担当部署で方法を検討し、下期から実施する。", "", Optional.empty()),
                        issue.events().size(),
                        by)));
    }

    private void raise(
            FiscalYear year,
            Issue.Origin origin,
            String section,
            String who,
            LocalDate day,
            String text,
            String department,
            Visitor by) {
        done(issues.raise(new Issues.Raised(year, origin, section, who, day, text, department, Optional.empty()), by));
    }

    private static void done(CycleOutcome outcome) {
        if (outcome instanceof CycleOutcome.Refused refused) {
            throw new IllegalStateException("the demonstration was refused: " + refused);
        }
    }
}
