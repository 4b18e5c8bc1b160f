package tsukasa.plan;

import java.util.List;
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
}
