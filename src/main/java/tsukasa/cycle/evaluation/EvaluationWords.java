package tsukasa.cycle.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.ItemSheet.Result;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.GradingRules.Suggestion;
import tsukasa.plan.Indicator;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Threshold;

/// How evaluations are put into words and figures.
final class EvaluationWords {
    private EvaluationWords() {}

    static String heading(Frame frame, ItemSheet sheet) {
        return sheet.item().map(item -> frame.say(item.title())).orElse(frame.say("総合評定", "Overall evaluation"));
    }

    static String label(ItemSheet sheet) {
        return sheet.item().map(item -> item.place().label()).orElse("");
    }

    static String slug(ItemSheet sheet) {
        return sheet.item().map(PlanItem::place).orElse(Evaluation.OVERALL).slug();
    }

    /// 重要度・困難度: those any of its indicators carries.
    static String flags(Frame frame, ItemSheet sheet) {
        return sheet.results().stream()
                .flatMap(result -> result.indicator().flags().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(flag -> flag(frame, flag))
                .reduce((a, b) -> a + frame.say("・", ", ") + b)
                .orElse("");
    }

    private static String flag(Frame frame, Indicator.Flag flag) {
        return switch (flag) {
            case CORE_GOAL -> frame.say("基幹目標を含む", "core goal");
            case HIGH_IMPORTANCE -> frame.say("重要度：高", "high importance");
            case HIGH_PRIORITY -> frame.say("優先度：高", "high priority");
            case HIGH_DIFFICULTY -> frame.say("困難度：高", "high difficulty");
        };
    }

    static String basis(Frame frame, ItemSheet sheet) {
        return sheet.closing()
                .map(closing -> frame.say(
                        "年度の締め（" + frame.writing().minute(closing.knownAt()) + "までの記録）で固定した数による。",
                        "By the numbers frozen when the year was closed (what was recorded by "
                                + frame.writing().minute(closing.knownAt()) + ")."))
                .orElse(frame.say(
                        "年度はまだ締められていません。今の数による見込みで、締めると変わることがあります。",
                        "The year is not closed: these are the numbers of now, and closing it may change them."));
    }

    static String suggestion(Frame frame, ItemSheet sheet) {
        if (sheet.results().isEmpty()) {
            return frame.say(
                    "評価指標がないため、評定の提案はありません。実績によって人が評定します。",
                    "There is no indicator here and so no suggestion: people grade it by what was done.");
        }
        if (sheet.suggestion().isEmpty()) {
            return frame.say(
                    "まだ集計されていない指標があるため、評定の提案はありません。", "Some indicators are not counted yet, so nothing is suggested.");
        }
        Suggestion suggestion = sheet.suggestion().get();
        String grade = suggestion.byFigure().grade();
        String meaning = frame.say(suggestion.byFigure().meaning());
        Result weakest = weakest(sheet);
        String of = weakest.threshold().id() + "（" + percent(frame, weakest.achievement()) + "）";
        return frame.say(
                        "最も低い達成率は" + of + "で、規則による提案は" + grade + "です：" + meaning + "。",
                        "The lowest achievement is " + weakest.threshold().id() + " at "
                                + percent(frame, weakest.achievement()) + ", for which the rules suggest " + grade
                                + ": " + meaning + ".")
                + suggestion
                        .withQuality()
                        .map(rule -> frame.say(
                                "質でも顕著な成果を示せば" + rule.grade() + "も考えられます。",
                                " With remarkable quality shown as well it could be " + rule.grade() + "."))
                        .orElse("");
    }

    private static Result weakest(ItemSheet sheet) {
        return sheet.results().stream()
                .min(Comparator.comparing(result -> result.achievement().orElse(Fraction.ZERO)))
                .orElseThrow();
    }

    static String suggested(Optional<Suggestion> suggestion) {
        return suggestion
                .map(s -> s.byFigure().grade()
                        + s.withQuality().map(rule -> "（" + rule.grade() + "）").orElse(""))
                .orElse("－");
    }

    static String met(ItemSheet sheet) {
        long met = sheet.results().stream().filter(Result::met).count();
        return sheet.results().isEmpty() ? "" : met + "／" + sheet.results().size();
    }

    static String percent(Frame frame, Optional<Fraction> achievement) {
        return achievement.map(a -> frame.writing().percentCut(a)).orElse("－");
    }

    /// A figure with its unit; `－` where nothing was counted.
    static String figure(Frame frame, Threshold threshold, Optional<Fraction> value) {
        if (value.isEmpty()) {
            return "－";
        }
        if (threshold.unit().ratio()) {
            return frame.writing().percentCut(value.get());
        }
        String unit = frame.say(threshold.unit().title());
        return frame.writing().amount(value.get(), false) + (frame.japanese() ? unit : " " + unit);
    }

    /// As the plan states it: two thirds stay two thirds.
    static String target(Frame frame, Threshold threshold) {
        Fraction target = threshold.target();
        boolean odd =
                threshold.unit().ratio() && !target.times(Fraction.of(100)).isWhole();
        return odd ? target.toString() : figure(frame, threshold, Optional.of(target));
    }

    static Status status(State state) {
        return switch (state) {
            case DRAFT -> Status.DRAFT;
            case SUBMITTED -> Status.IN_REVIEW;
            case RETURNED -> Status.WAITING_FOR_CORRECTION;
            case APPROVED -> Status.ACCEPTED;
            case REOPENED -> Status.TO_BE_CHECKED;
        };
    }

    static String grades(List<ItemSheet> sheets, Frame frame) {
        long graded = sheets.stream()
                .filter(sheet ->
                        sheet.self().map(self -> self.state() == State.APPROVED).orElse(false))
                .count();
        long given = sheets.stream()
                .filter(sheet -> sheet.minister()
                        .map(minister -> minister.state() == State.APPROVED)
                        .orElse(false))
                .count();
        int all = sheets.size();
        return frame.say(
                all + "項目のうち、自己評価は" + graded + "項目、主務大臣評価は" + given + "項目が確定しています。",
                "Of " + all + " items, " + graded + " self-evaluations and " + given
                        + " evaluations of the minister are final.");
    }
}
