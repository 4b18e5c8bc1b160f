package tsukasa.budget.efficiency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.budget.Efficiency;
import tsukasa.budget.EfficiencyResult;
import tsukasa.budget.EfficiencyResult.Figure;
import tsukasa.budget.EfficiencyResult.Year;
import tsukasa.budget.MoneyRules;
import tsukasa.budget.MoneyRules.Exclusion;
import tsukasa.budget.MoneyView;
import tsukasa.budget.MoneyYears;
import tsukasa.budget.Yen;
import tsukasa.identity.Permission;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Plan;

/// Draws the sums of the yearly cut.
@Component
class EfficiencyViews {
    private final Efficiency efficiency;
    private final MoneyYears years;

    EfficiencyViews(Efficiency efficiency, MoneyYears years) {
        this.efficiency = efficiency;
        this.years = years;
    }

    static String field(String target, Year year, String item) {
        return target + "-" + year.name().toLowerCase(java.util.Locale.ROOT) + "-" + item;
    }

    EfficiencyPage page(Frame frame, Plan plan, Map<String, String> typed, Errors errors, int answer) {
        List<EfficiencyResult> results = efficiency.of(plan);
        MoneyRules rules = years.rules(plan);
        return new EfficiencyPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                frame.writing().year(new FiscalYear(plan.year().year() - 1)),
                MoneyView.EFFICIENCY.tabs(frame, plan),
                lead(frame, results),
                frame.say(
                        "運営費交付金を充てる業務について、除くものを引いた残りを前年度と比べます。割合は分数のまま比べ、丸めません。何を除き、何％を目標とするかは、年度のファイルに書いてあります。",
                        "For work paid from the operating grant: what is left after the exclusions is compared with the year before. Shares are compared as fractions, never rounded. What is left out and how much is to be cut stands in the year's file."),
                results.stream()
                        .map(result -> target(frame, plan, rules, result, typed))
                        .toList(),
                frame.may(Permission.ENTER_EXECUTION.name()),
                typed.getOrDefault("reason", ""),
                errors,
                answer);
    }

    private static String lead(Frame frame, List<EfficiencyResult> results) {
        if (results.isEmpty()) {
            return frame.say("この年度に、効率化の目標の定めはありません。", "No cut is set as a target for this year.");
        }
        long met = results.stream()
                .filter(result -> result.met().equals(Optional.of(true)))
                .count();
        boolean all = results.stream().allMatch(result -> result.met().isPresent());
        return all
                ? frame.say(
                        results.size() + "つの目標のうち" + met + "つを達成しています。",
                        met + " of " + results.size() + " targets are met.")
                : frame.say("計算に要る数が、まだそろっていません。", "Not all figures of the sum are entered yet.");
    }

    private static EfficiencyPage.Target target(
            Frame frame, Plan plan, MoneyRules rules, EfficiencyResult result, Map<String, String> typed) {
        String id = result.target().id();
        return new EfficiencyPage.Target(
                id,
                result.target().place().label(),
                "/plan/" + plan.id() + "/places/" + result.target().place().slug(),
                frame.say(result.target().title())
                        + frame.say("　前年度比", ": at least ")
                        + percent(result.target().cut())
                        + frame.say("以上", " less than the year before"),
                result.met().map(met -> met ? Status.ACHIEVED : Status.AT_RISK).orElse(Status.NOT_COUNTED_YET),
                result.met()
                        .map(met -> met ? frame.say("達成", "Met") : frame.say("未達", "Not met"))
                        .orElse(frame.say("計算前", "Not computed yet")),
                sentence(frame, result),
                rows(frame, rules, result, typed),
                yen(frame, result.net(Year.BASE)),
                yen(frame, result.net(Year.CURRENT)),
                sum(frame, result),
                result.cut()
                        .map(cut -> cut + frame.say(" ＝ ", " = ") + percentFine(cut))
                        .orElse(null),
                side(frame, result, Year.BASE, typed),
                side(frame, result, Year.CURRENT, typed),
                !result.figures().isEmpty());
    }

    private static List<EfficiencyPage.Row> rows(
            Frame frame, MoneyRules rules, EfficiencyResult result, Map<String, String> typed) {
        List<EfficiencyPage.Row> rows = new ArrayList<>();
        rows.add(row(
                frame,
                result,
                EfficiencyResult.GROSS,
                "",
                frame.say(result.target().title()),
                "",
                typed));
        for (Exclusion exclusion : rules.exclusions()) {
            rows.add(row(
                    frame,
                    result,
                    exclusion.id(),
                    "−",
                    frame.say(exclusion.title()),
                    frame.say(exclusion.meaning()),
                    typed));
        }
        return rows;
    }

    private static EfficiencyPage.Row row(
            Frame frame,
            EfficiencyResult result,
            String item,
            String sign,
            String title,
            String meaning,
            Map<String, String> typed) {
        return new EfficiencyPage.Row(
                sign,
                title,
                meaning,
                cell(frame, result, Year.BASE, item, typed),
                cell(frame, result, Year.CURRENT, item, typed));
    }

    private static EfficiencyPage.Cell cell(
            Frame frame, EfficiencyResult result, Year year, String item, Map<String, String> typed) {
        String field = field(result.target().id(), year, item);
        Optional<Figure> figure = result.figure(year, item);
        String shown = figure.map(f -> frame.writing().number(f.yen())).orElse("－");
        return new EfficiencyPage.Cell(
                field,
                figure.map(Figure::version).orElse(0),
                shown,
                typed.getOrDefault(field, figure.isPresent() ? shown : ""));
    }

    private static EfficiencyPage.Side side(
            Frame frame, EfficiencyResult result, Year year, Map<String, String> typed) {
        String field = field(result.target().id(), year, "source");
        Optional<Figure> latest =
                result.figures().getOrDefault(year, Map.of()).values().stream().max(Comparator.comparing(Figure::at));
        return new EfficiencyPage.Side(
                field,
                typed.getOrDefault(field, latest.map(Figure::source).orElse("")),
                latest.map(f -> f.byName() + "　" + frame.writing().minute(f.at()))
                        .orElse(""));
    }

    private static String sentence(Frame frame, EfficiencyResult result) {
        if (result.cut().isEmpty()) {
            int missing = result.missing(Year.BASE).size()
                    + result.missing(Year.CURRENT).size();
            return missing == 0
                    ? frame.say(
                            "前年度の残りが0以下のため、割合を計算できません。", "Nothing is left of the year before, so there is no share.")
                    : frame.say(
                            "あと" + missing + "の数が要ります。なければ0と書きます。",
                            missing + " figures are missing; 0 where there was nothing.");
        }
        Fraction cut = result.cut().get();
        boolean less = cut.numerator().signum() >= 0;
        String share = percentFine(less ? cut : Fraction.ZERO.minus(cut));
        return less
                ? frame.say("前年度より" + share + "減りました。", "It is " + share + " less than the year before.")
                : frame.say("前年度より" + share + "増えました。", "It is " + share + " more than the year before.");
    }

    private static String sum(Frame frame, EfficiencyResult result) {
        String before = yen(frame, result.net(Year.BASE));
        return result.cut().isEmpty()
                ? ""
                : "( " + before + " − " + yen(frame, result.net(Year.CURRENT)) + " ) ÷ " + before;
    }

    private static String yen(Frame frame, Optional<Yen> amount) {
        return amount.map(yen -> frame.writing().number(yen.rounded())).orElse("－");
    }

    private static String percent(Fraction share) {
        return share.times(Fraction.of(100)).decimal(2).stripTrailingZeros().toPlainString() + "%";
    }

    /// Cut off after four digits, never rounded up to a target.
    private static String percentFine(Fraction share) {
        Fraction percent = share.times(Fraction.of(100));
        return new java.math.BigDecimal(percent.numerator())
                        .divide(new java.math.BigDecimal(percent.denominator()), 4, java.math.RoundingMode.FLOOR)
                        .toPlainString()
                + "%";
    }
}
