package tsukasa.plan;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// S/A/B/C/D by ministry and year: data, never code. A rule only suggests; a person grades.
///
/// @param rules from the best grade down; the first whose lower bound the achievement rate reaches is suggested
public record GradingRules(Text authority, String standard, List<Rule> rules) {
    public GradingRules {
        rules = List.copyOf(rules);
    }

    /// @param from     lowest achievement rate (value ÷ target), exact
    /// @param needsQuality the figure alone is not enough: a remarkable quality must be shown as well
    public record Rule(String grade, Fraction from, boolean needsQuality, Text meaning) {}

    /// What the figure alone gives, and what it could give if the quality is shown as well.
    ///
    /// @param withQuality a better grade whose bound is reached too, but which the figure alone does not earn
    public record Suggestion(Rule byFigure, Optional<Rule> withQuality) {}

    /// By exact comparison: 119.99 % is below 120 %, and 120 % is not. Empty when even the last bound is not reached.
    ///
    /// @param achievement value ÷ target
    public Optional<Suggestion> suggest(Fraction achievement) {
        Optional<Rule> byFigure = rules.stream()
                .filter(rule -> !rule.needsQuality() && reaches(achievement, rule))
                .findFirst();
        return byFigure.map(rule -> new Suggestion(
                rule,
                rules.stream()
                        .takeWhile(better -> !better.equals(rule))
                        .filter(better -> better.needsQuality() && reaches(achievement, better))
                        .findFirst()));
    }

    private static boolean reaches(Fraction achievement, Rule rule) {
        return achievement.compareTo(rule.from()) >= 0;
    }
}
