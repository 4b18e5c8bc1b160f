package tsukasa.plan.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.PlanExamples;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding.Forecast;
import tsukasa.plan.ThresholdStanding.Status;

class StatusRuleTests {
    private static final LocalDate DECEMBER = LocalDate.of(2021, 12, 31);
    private final Threshold companies = PlanExamples.threshold(
            "SEC-2.a", Threshold.Kind.STOCK, PlanExamples.COMPANIES, "70000", PlanExamples.records("SEC-2.a"));
    private final Threshold twoThirds = PlanExamples.threshold(
            "SEC-3.b", Threshold.Kind.RATIO, PlanExamples.SHARE, "2/3", PlanExamples.records("SEC-3.b"));

    private static Status status(Threshold threshold, LocalDate asOf, String value, String forecast) {
        Fraction expected = Fraction.parse(forecast);
        return StatusRule.of(
                threshold,
                asOf,
                Optional.of(Fraction.parse(value)),
                Optional.of(new Forecast(expected, expected, expected, Text.same("x"))));
    }

    @Test
    void a_count_at_its_target_is_reached_before_the_year_ends() {
        assertThat(status(companies, DECEMBER, "70000", "70000")).isEqualTo(Status.REACHED);
        assertThat(status(companies, DECEMBER, "69999", "70000")).isEqualTo(Status.ON_TRACK);
    }

    @Test
    void a_share_is_not_reached_before_the_year_ends() {
        assertThat(status(twoThirds, DECEMBER, "1", "1")).isEqualTo(Status.ON_TRACK);
        assertThat(status(twoThirds, PlanExamples.LAST, "1", "1")).isEqualTo(Status.REACHED);
    }

    @Test
    void two_thirds_are_two_of_three_exactly() {
        assertThat(status(twoThirds, PlanExamples.LAST, "2/3", "2/3")).isEqualTo(Status.REACHED);
        assertThat(status(twoThirds, PlanExamples.LAST, "0.666666666666", "0.666666666666"))
                .isEqualTo(Status.BEHIND);
        assertThat(status(twoThirds, PlanExamples.LAST, "66667/100000", "66667/100000"))
                .isEqualTo(Status.REACHED);
    }

    @Test
    void three_times_the_top_two_answers_decide_over_two_thirds() {
        for (long total = 1; total <= 60; total++) {
            for (long top = 0; top <= total; top++) {
                String share = top + "/" + total;
                assertThat(status(twoThirds, PlanExamples.LAST, share, share) == Status.REACHED)
                        .isEqualTo(3 * top >= 2 * total);
            }
        }
    }

    @Test
    void ninety_per_cent_of_the_target_is_slightly_behind_and_a_hair_less_is_at_risk() {
        assertThat(status(companies, DECEMBER, "1", "63000")).isEqualTo(Status.BEHIND);
        assertThat(status(companies, DECEMBER, "1", "62999.3")).isEqualTo(Status.AT_RISK);
        assertThat(status(companies, DECEMBER, "1", "62999.9999999")).isEqualTo(Status.AT_RISK);
        assertThat(status(companies, DECEMBER, "1", "69999.9999999")).isEqualTo(Status.BEHIND);
        assertThat(status(companies, DECEMBER, "1", "70000")).isEqualTo(Status.ON_TRACK);
    }

    @Test
    void without_a_row_nothing_is_said() {
        assertThat(StatusRule.of(companies, DECEMBER, Optional.empty(), Optional.empty()))
                .isEqualTo(Status.NOT_YET);
    }

    @Test
    void an_indicator_stands_where_its_worst_threshold_stands() {
        assertThat(Status.together(java.util.List.of(Status.REACHED, Status.BEHIND)))
                .isEqualTo(Status.BEHIND);
        assertThat(Status.together(java.util.List.of(Status.REACHED, Status.REACHED)))
                .isEqualTo(Status.REACHED);
        assertThat(Status.together(java.util.List.of(Status.NOT_YET, Status.AT_RISK)))
                .isEqualTo(Status.AT_RISK);
    }
}
