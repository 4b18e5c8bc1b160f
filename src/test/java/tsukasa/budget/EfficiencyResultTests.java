package tsukasa.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsukasa.budget.EfficiencyResult.Figure;
import tsukasa.budget.EfficiencyResult.Year;
import tsukasa.budget.MoneyRules.EfficiencyTarget;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// The cut is compared as a fraction, after what is left out.
class EfficiencyResultTests {
    private static final EfficiencyTarget THREE =
            new EfficiencyTarget("admin", new Place("Ⅱ-2"), Text.same("G"), Fraction.of(3, 100));

    private static Map<String, Figure> year(long gross, long... left) {
        Map<String, Figure> figures = new HashMap<>();
        figures.put("gross", figure(gross));
        for (int i = 0; i < left.length; i++) {
            figures.put("x" + i, figure(left[i]));
        }
        return figures;
    }

    private static Figure figure(long yen) {
        return new Figure(yen, 1, "決算報告書", Optional.empty(), Instant.EPOCH, "会津");
    }

    private static EfficiencyResult result(Map<String, Figure> before, Map<String, Figure> now) {
        return new EfficiencyResult(THREE, List.of("gross", "x0", "x1"), Map.of(Year.BASE, before, Year.CURRENT, now));
    }

    @Test
    void exactly_three_per_cent_is_met_and_a_yen_less_is_not() {
        assertThat(result(year(1_500, 400, 100), year(1_370, 300, 100)).cut()).contains(Fraction.of(3, 100));
        assertThat(result(year(1_500, 400, 100), year(1_370, 300, 100)).met()).contains(true);
        assertThat(result(year(1_000_000_000, 0, 0), year(970_000_001, 0, 0)).met())
                .contains(false);
    }

    @Test
    void what_is_left_out_counts_on_neither_side() {
        EfficiencyResult grown = result(year(1_000, 0, 0), year(1_400, 430, 0));
        assertThat(grown.net(Year.CURRENT)).contains(Yen.of(970));
        assertThat(grown.met()).contains(true);
    }

    @Test
    void a_missing_figure_is_named_and_is_not_zero() {
        EfficiencyResult open = result(year(1_000, 0), year(970, 0, 0));
        assertThat(open.missing(Year.BASE)).containsExactly("x1");
        assertThat(open.cut()).isEmpty();
        assertThat(open.met()).isEmpty();
    }

    @Test
    void where_nothing_was_left_before_there_is_no_share() {
        assertThat(result(year(100, 100, 0), year(50, 0, 0)).cut()).isEmpty();
        assertThat(result(year(100, 150, 0), year(50, 0, 0)).met()).isEmpty();
    }

    @Test
    void an_increase_is_a_negative_cut() {
        assertThat(result(year(100, 0, 0), year(110, 0, 0)).cut()).contains(Fraction.of(-1, 10));
        assertThat(result(year(100, 0, 0), year(110, 0, 0)).met()).contains(false);
    }
}
