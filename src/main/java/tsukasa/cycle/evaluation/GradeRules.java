package tsukasa.cycle.evaluation;

import java.util.ArrayList;
import java.util.List;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.ItemSheet;
import tsukasa.plan.GradingRules;

/// What must be there before a grade counts (独立行政法人の評価に関する指針 Ⅱ-5, Ⅱ-6). A draft may lack all of it.
final class GradeRules {
    static final int LONGEST = 20_000;

    private GradeRules() {}

    /// What is wrong even with a draft.
    static List<Fault> ofDraft(ItemSheet sheet, Words words) {
        List<Fault> faults = new ArrayList<>();
        if (!words.grade().isEmpty() && !known(sheet, words.grade())) {
            faults.add(Fault.of("grade", "評定を一覧から選んでください。", "Choose one of the grades."));
        }
        tooLong(faults, "reason", words.reason());
        tooLong(faults, "response", words.response());
        tooLong(faults, "improvement", words.improvement());
        return faults;
    }

    private static void tooLong(List<Fault> faults, String field, String text) {
        if (text.length() > LONGEST) {
            faults.add(Fault.of(field, "20,000字以内で書いてください。", "Write at most 20,000 characters."));
        }
    }

    /// What is wrong with words that are to be approved.
    static List<Fault> ofSubmission(ItemSheet sheet, Words words) {
        List<Fault> faults = new ArrayList<>(ofDraft(sheet, words));
        if (words.grade().isEmpty()) {
            faults.add(Fault.of("grade", "評定を選んでください。", "Choose a grade."));
        }
        if (words.reason().isBlank()) {
            faults.add(Fault.of(
                    "reason", "評定の根拠を書いてください。提案どおりの評定でも必要です。", "Say why, also where the grade is the suggested one."));
        }
        if (belowStandard(sheet.plan().grading(), words.grade())
                && words.improvement().isBlank()) {
            faults.add(Fault.of(
                    "improvement",
                    "標準を下回る評定には、改善方策を書いてください。",
                    "A grade below the standard needs to say what will be improved."));
        }
        return faults;
    }

    /// 「―」 is for items at which nothing happened; one with figures is graded.
    private static boolean known(ItemSheet sheet, String grade) {
        boolean none = grade.equals(Evaluation.NOT_GRADED) && sheet.results().isEmpty() && !sheet.overall();
        return none
                || sheet.plan().grading().rules().stream()
                        .anyMatch(rule -> rule.grade().equals(grade));
    }

    static boolean belowStandard(GradingRules rules, String grade) {
        List<String> grades =
                rules.rules().stream().map(GradingRules.Rule::grade).toList();
        return grades.indexOf(grade) > grades.indexOf(rules.standard());
    }
}
