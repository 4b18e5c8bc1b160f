package tsukasa.cycle.years;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Threshold;

/// What may be entered about the years before a plan's.
///
/// @param plan   whose sheets show it
/// @param others every plan on the shelf
record PastRules(Plan plan, List<Plan> others) {
    static final int MOST_YEARS = 10;
    static final int LONGEST_SOURCE = 200;
    static final int LONGEST_WHY = 500;
    private static final long MOST_YEN = 10_000_000_000_000L;

    PastRules {
        others = List.copyOf(others);
    }

    Optional<Threshold> threshold(String subject) {
        return plan.threshold(subject);
    }

    Optional<PlanItem> item(String subject) {
        return plan.evaluated().stream()
                .filter(item -> item.place().value().equals(subject))
                .findFirst();
    }

    /// The plan of that year that has the figure itself.
    Optional<Plan> keeper(String subject, FiscalYear year) {
        return others.stream()
                .filter(other -> other.year().equals(year))
                .filter(other -> other.threshold(subject).isPresent()
                        || threshold(subject).isEmpty()
                                && !subject.equals(Evaluation.OVERALL.value())
                                && other.item(new Place(subject)).isPresent())
                .findFirst();
    }

    /// @param latest what stands now
    List<Fault> faults(PastFigure.Entry entry, Optional<PastFigure> latest) {
        List<Fault> faults = new ArrayList<>();
        boolean output = threshold(entry.subject()).isPresent();
        Said said = entry.said();
        if (!output && item(entry.subject()).isEmpty()) {
            return List.of(Fault.of("subject", "計画の目標でも評価項目でもありません。", "It is no target or item of the plan."));
        }
        year(entry, output, faults);
        if (output
                ? said.money() || said.staff().isPresent()
                : said.target().isPresent() || said.value().isPresent()) {
            faults.add(Fault.of(
                    "subject",
                    output ? "目標には目標値と実績値だけを書けます。" : "評価項目には予算額、決算額、従事人員だけを書けます。",
                    output
                            ? "A target has a target value and a result only."
                            : "An item has a budget, a settlement and staff only."));
        }
        if (said.equals(Said.NOTHING)
                && latest.filter(now -> !now.said().equals(Said.NOTHING)).isEmpty()) {
            faults.add(Fault.of(output ? "value" : "settlement", "値を書いてください。", "Write a figure."));
        }
        bounds(said, faults);
        words(entry, latest, faults);
        return faults;
    }

    private void year(PastFigure.Entry entry, boolean output, List<Fault> faults) {
        int year = entry.year().year();
        int own = plan.year().year();
        boolean people =
                !output && !entry.said().money() && entry.said().staff().isPresent();
        if (year < own - MOST_YEARS || year > own || year == own && output) {
            faults.add(Fault.of(
                    "year",
                    (own - MOST_YEARS) + "年度から" + (own - 1) + "年度までの値を記入できます。",
                    "Figures from fiscal year " + (own - MOST_YEARS) + " to " + (own - 1) + " can be entered."));
            return;
        }
        boolean money = entry.said().money() || output;
        Optional<Plan> keeper = keeper(entry.subject(), entry.year());
        if (money && !people && keeper.isPresent()) {
            faults.add(
                    output
                            ? Fault.of(
                                    "year",
                                    year + "年度の計画が登録されているので、その年度を締めた値を使います。記入はできません。",
                                    "The plan of fiscal year " + year
                                            + " is here: its closed figures are used, and none can be entered.")
                            : Fault.of(
                                    "year",
                                    year + "年度の計画が登録されているので、その予算と執行の記録を使います。従事人員だけを記入できます。",
                                    "The plan of fiscal year " + year
                                            + " is here: its budget and what was spent are used. Only staff can be entered."));
        }
    }

    private static void bounds(Said said, List<Fault> faults) {
        if (Stream.of(said.target(), said.value())
                .flatMap(Optional::stream)
                .anyMatch(figure -> figure.numerator().signum() < 0
                        || figure.numerator().bitLength() > 49
                        || figure.denominator().bitLength() > 49)) {
            faults.add(Fault.of("value", "0から5兆までの値を書いてください。", "Write a figure from 0 to five trillion."));
        }
        if (Stream.of(said.budget(), said.settlement())
                .flatMap(Optional::stream)
                .anyMatch(yen -> yen < 0 || yen > MOST_YEN)) {
            faults.add(Fault.of(
                    "settlement",
                    "0から10,000,000百万円までの額を書いてください。",
                    "Write an amount from 0 to 10,000,000 million yen."));
        }
        if (said.staff().filter(people -> people < 0 || people > 1_000_000).isPresent()) {
            faults.add(
                    Fault.of("staff", "0から1,000,000までの人数を書いてください。", "Write a number of people from 0 to 1,000,000."));
        }
    }

    private static void words(PastFigure.Entry entry, Optional<PastFigure> latest, List<Fault> faults) {
        if (unusable(entry.source(), LONGEST_SOURCE)) {
            faults.add(Fault.of(
                    "source",
                    "出典を200字以内で書いてください（例：令和2年度業務実績等報告書 12ページ）。",
                    "Write the source in at most 200 characters, such as the report's name and page."));
        }
        boolean corrects = latest.isPresent();
        if (corrects && entry.why().filter(why -> !unusable(why, LONGEST_WHY)).isEmpty()
                || entry.why().filter(why -> unusable(why, LONGEST_WHY)).isPresent()) {
            faults.add(
                    Fault.of("why", "訂正の理由を500字以内で書いてください。", "Write why it is corrected, in at most 500 characters."));
        }
    }

    private static boolean unusable(String words, int longest) {
        return words.isBlank() || words.length() > longest || words.indexOf(0) >= 0;
    }
}
