package tsukasa.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.Covers;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.GradingRules.Rule;
import tsukasa.plan.GradingRules.Suggestion;

/// S at 120 % with quality, A from 120 %, B (the standard) from 100 %, C from 80 %, D below: exact at every border.
@Covers("Ⅱ-1-(1)-①.s2")
class GradingRulesTests {
    private static final GradingRules RULES = new GradingRules(
            Text.same("a ministry"),
            "B",
            List.of(
                    rule("S", "6/5", true),
                    rule("A", "6/5", false),
                    rule("B", "1", false),
                    rule("C", "4/5", false),
                    rule("D", "0", false)));

    private static Rule rule(String grade, String from, boolean quality) {
        return new Rule(grade, Fraction.parse(from), quality, Text.same(grade));
    }

    @ParameterizedTest
    @CsvSource({
        "0,D",
        "0.7999,D",
        "0.8,C",
        "0.9999,C",
        "1,B",
        "1.1999,B",
        "1.2,A",
        "3,A",
        "69999/70000,C",
        "70000/70000,B",
        "83999/70000,B",
        "84000/70000,A",
    })
    void the_figure_suggests_the_first_grade_whose_bound_it_reaches(String achievement, String grade) {
        assertThat(RULES.suggest(Fraction.parse(achievement))
                        .map(s -> s.byFigure().grade()))
                .contains(grade);
    }

    @Test
    void a_grade_that_needs_quality_is_only_offered_beside() {
        Suggestion suggestion = RULES.suggest(Fraction.parse("1.2")).orElseThrow();
        assertThat(suggestion.withQuality().map(Rule::grade)).contains("S");
        assertThat(RULES.suggest(Fraction.parse("1.1999")).flatMap(Suggestion::withQuality))
                .isEmpty();
    }

    @Test
    void below_the_last_bound_nothing_is_suggested() {
        GradingRules strict = new GradingRules(Text.same("x"), "B", List.of(rule("B", "1", false)));
        assertThat(strict.suggest(Fraction.ZERO)).isEqualTo(Optional.empty());
    }
}
