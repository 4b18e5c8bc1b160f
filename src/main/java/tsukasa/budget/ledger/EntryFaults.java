package tsukasa.budget.ledger;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import tsukasa.budget.EntryOutcome.Fault;
import tsukasa.budget.EntryOutcome.Kind;
import tsukasa.cycle.Period;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;

/// What can be wrong with an amount, in words.
final class EntryFaults {
    static final ZoneId JAPAN = Writing.JAPAN;
    private static final long LARGEST = 10_000_000_000_000L;
    private static final int LONGEST_REASON = 2_000;

    private EntryFaults() {}

    static boolean tooLarge(long yen) {
        return yen > LARGEST || yen < -LARGEST;
    }

    static boolean unusable(Optional<String> reason) {
        return reason.filter(r -> !r.isBlank() && r.length() <= LONGEST_REASON && r.indexOf(0) < 0)
                .isEmpty();
    }

    static Fault noLine(int index) {
        return new Fault(
                index,
                Kind.NO_LINE,
                Text.of("計画の予算に、この科目はありません。", "The plan's budget has no such line."),
                Text.of("勘定・セグメント・科目を、ひな型のとおりに書いてください。", "Write account, segment and line as in the template."));
    }

    static Fault notOfYear(int index, Plan plan) {
        String from = YearMonth.from(plan.year().first()).toString();
        String to = YearMonth.from(plan.year().last()).toString();
        return new Fault(
                index,
                Kind.NOT_OF_YEAR,
                Text.of("この計画の年度の月ではありません。", "The month is not of this plan's year."),
                Text.of(from + "から" + to + "までの月にしてください。", "Take a month from " + from + " to " + to + "."));
    }

    static Fault notBegun(int index, YearMonth month) {
        return new Fault(
                index,
                Kind.NOT_BEGUN,
                Text.of(month + "は、まだ始まっていません。", month + " has not begun yet."),
                Text.of("執行した月だけを記録してください。", "Enter only months in which money was spent."));
    }

    static Fault tooLargeAt(int index) {
        return new Fault(
                index,
                Kind.TOO_LARGE,
                Text.of("金額が大きすぎます。", "The amount is too large."),
                Text.of("円で書いてあるか、確かめてください。", "Check that it is in yen."));
    }

    static Fault closed(int index, Period period) {
        String ja = period.part().title().ja();
        String en = period.part().title().en();
        return new Fault(
                index,
                Kind.CLOSED,
                Text.of("この月は、締めた期間（" + ja + "）に入っています。", "The month lies in a closed period (" + en + ")."),
                Text.of(
                        "直すには、役員が理由を書いて期間を再び開きます。",
                        "To correct it, an executive opens the period again, with a reason."));
    }

    static Fault changedMeanwhile(int index) {
        return new Fault(
                index,
                Kind.CHANGED_MEANWHILE,
                Text.of("画面を開いたあとに、ほかの人がこの金額を記録しました。", "Somebody else entered this amount after you opened the page."),
                Text.of("今の金額を確かめて、もう一度記録してください。", "Look at the amount as it is now and enter it again."));
    }

    static Fault noReason(int index) {
        return new Fault(
                index,
                Kind.NO_REASON,
                Text.of("前に記録した金額を変えるには、理由が要ります。", "Changing an amount that was entered needs a reason."),
                Text.of("理由を2,000字以内で書いてください。", "Write a reason of at most 2,000 characters."));
    }
}
