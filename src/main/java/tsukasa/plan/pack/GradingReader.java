package tsukasa.plan.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tsukasa.kernel.Fraction;
import tsukasa.plan.GradingRules;
import tsukasa.plan.GradingRules.Rule;

/// Reads `grading.yaml`: from which achievement rate which grade is suggested.
final class GradingReader {
    private static final Pattern GRADE = Pattern.compile("[\\p{L}\\p{N}+-]{1,10}");

    private GradingReader() {}

    static GradingRules read(Entry file) {
        Fields fields = file.fields("authority", "standard", "rules");
        List<Entry> written = fields.list("rules");
        List<Rule> rules = written.stream().map(GradingReader::rule).toList();
        String standard = fields.text("standard");
        if (!standard.equals("?")
                && rules.stream().noneMatch(rule -> rule.grade().equals(standard))) {
            file.problems()
                    .add(
                            fields.spot("standard"),
                            "no rule gives the grade " + Problems.quote(standard),
                            "name one of the grades below, or add its rule");
        }
        checkOrder(written, rules);
        return new GradingRules(fields.words("authority"), standard, rules);
    }

    private static Rule rule(Entry entry) {
        Fields fields = entry.fields("grade", "from", "needs-quality", "meaning");
        return new Rule(
                fields.text("grade", GRADE, "?", "write a short grade such as A"),
                fields.entry("from").map(Numbers::fraction).orElse(Fraction.ZERO),
                fields.truth("needs-quality"),
                fields.words("meaning"));
    }

    /// The first rule whose bound is reached is suggested, so a bound that does not fall could never be.
    private static void checkOrder(List<Entry> written, List<Rule> rules) {
        Set<String> grades = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!grades.add(rule.grade())) {
                written.get(i).wrong("the grade " + Problems.quote(rule.grade()) + " is there twice", "keep one rule");
            }
            if (i > 0 && !below(rules.get(i - 1), rule)) {
                written.get(i)
                        .wrong("this bound is not below the one before", "order the rules from the best grade down");
            }
        }
        if (!rules.isEmpty() && !rules.getLast().from().isZero()) {
            written.getLast()
                    .wrong("below " + rules.getLast().from() + " there is no grade", "let the last rule begin at 0");
        }
    }

    private static boolean below(Rule better, Rule worse) {
        int order = worse.from().compareTo(better.from());
        return order < 0 || (order == 0 && better.needsQuality() && !worse.needsQuality());
    }
}
