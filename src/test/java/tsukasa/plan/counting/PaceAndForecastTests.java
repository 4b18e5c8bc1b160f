package tsukasa.plan.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.PlanExamples;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding.Forecast;

class PaceAndForecastTests {
    private final Threshold flow = PlanExamples.threshold(
            "SEC-1.a", Threshold.Kind.FLOW, PlanExamples.COMPANIES, "100", PlanExamples.records("SEC-1.a"));
    private final Threshold share = PlanExamples.threshold(
            "SEC-3.b", Threshold.Kind.RATIO, PlanExamples.SHARE, "2/3", PlanExamples.records("SEC-3.b"));

    private Threshold stockFrom52000() {
        Threshold plain = PlanExamples.threshold(
                "SEC-2.a", Threshold.Kind.STOCK, PlanExamples.COMPANIES, "70000", PlanExamples.records("SEC-2.a"));
        return new Threshold(
                plain.id(),
                plain.title(),
                plain.kind(),
                plain.unit(),
                plain.comparator(),
                plain.target(),
                plain.from(),
                plain.asOf(),
                List.of(),
                List.of(),
                new Threshold.Pace(PlanExamples.EVEN, Optional.of(52_000L), Text.same("even")),
                plain.query());
    }

    @Test
    void a_flow_should_stand_at_its_share_of_the_way_at_each_month_end() {
        assertThat(PaceRule.expected(flow, LocalDate.of(2021, 12, 31), Fraction.ZERO))
                .contains(Fraction.of(75));
        assertThat(PaceRule.expected(flow, LocalDate.of(2021, 3, 31), Fraction.ZERO))
                .contains(Fraction.ZERO);
        assertThat(PaceRule.expected(flow, PlanExamples.LAST, Fraction.ZERO)).contains(Fraction.of(100));
        assertThat(PaceRule.expected(flow, LocalDate.of(2030, 1, 1), Fraction.ZERO))
                .contains(Fraction.of(100));
    }

    @Test
    void within_a_month_the_pace_goes_day_by_day() {
        assertThat(PaceRule.expected(flow, LocalDate.of(2021, 4, 15), Fraction.ZERO))
                .contains(Fraction.of(4));
        assertThat(PaceRule.expected(flow, LocalDate.of(2021, 5, 31), Fraction.ZERO))
                .contains(Fraction.of(17));
    }

    @Test
    void a_stock_starts_from_what_was_there_before_the_year() {
        assertThat(PaceRule.expected(stockFrom52000(), LocalDate.of(2021, 3, 31), Fraction.ZERO))
                .contains(Fraction.of(52_000));
        assertThat(PaceRule.expected(stockFrom52000(), LocalDate.of(2021, 9, 30), Fraction.ZERO))
                .contains(Fraction.of(61_000));
    }

    @Test
    void a_stock_whose_pace_prints_no_start_begins_at_what_was_counted_then() {
        Threshold stock = PlanExamples.threshold(
                "SEC-2.a", Threshold.Kind.STOCK, PlanExamples.COMPANIES, "70000", PlanExamples.records("SEC-2.a"));
        assertThat(PaceRule.expected(stock, LocalDate.of(2021, 9, 30), Fraction.of(50_000)))
                .contains(Fraction.of(60_000));
    }

    @Test
    void a_share_is_expected_at_its_target_all_year() {
        assertThat(PaceRule.expected(share, LocalDate.of(2021, 4, 2), Fraction.ZERO))
                .contains(Fraction.of(2, 3));
    }

    @Test
    void the_forecast_of_a_count_is_a_line_through_three_months() {
        LocalDate asOf = LocalDate.of(2021, 12, 31);
        TreeMap<LocalDate, Fraction> values = new TreeMap<>();
        for (LocalDate day : ForecastRule.anchors(flow, asOf)) {
            values.put(day, Fraction.of(java.time.temporal.ChronoUnit.DAYS.between(LocalDate.of(2021, 4, 1), day)));
        }
        assertThat(values.firstKey()).isEqualTo(LocalDate.of(2021, 9, 30));
        Forecast forecast = ForecastRule.forecast(
                        flow, asOf, Optional.of(values.lastEntry().getValue()), values)
                .orElseThrow();
        assertThat(forecast.value()).isEqualTo(Fraction.of(364));
        assertThat(forecast.low()).isEqualTo(forecast.high()).isEqualTo(Fraction.of(364));
    }

    @Test
    void early_in_the_year_the_line_begins_the_day_before_the_period() {
        LocalDate asOf = LocalDate.of(2021, 4, 30);
        assertThat(ForecastRule.anchors(flow, asOf)).containsExactly(LocalDate.of(2021, 3, 31), asOf);
        TreeMap<LocalDate, Fraction> values = new TreeMap<>();
        values.put(LocalDate.of(2021, 3, 31), Fraction.ZERO);
        values.put(asOf, Fraction.of(30));
        assertThat(ForecastRule.forecast(flow, asOf, Optional.of(Fraction.of(30)), values)
                        .orElseThrow()
                        .value())
                .isEqualTo(Fraction.of(365));
    }

    @Test
    void a_share_is_expected_to_stay_the_same() {
        assertThat(ForecastRule.forecast(
                                share, LocalDate.of(2021, 6, 1), Optional.of(Fraction.of(3, 4)), new TreeMap<>())
                        .orElseThrow()
                        .value())
                .isEqualTo(Fraction.of(3, 4));
    }

    @Test
    void on_the_day_of_the_target_the_forecast_is_the_value() {
        assertThat(ForecastRule.forecast(flow, PlanExamples.LAST, Optional.of(Fraction.of(99)), new TreeMap<>())
                        .orElseThrow()
                        .value())
                .isEqualTo(Fraction.of(99));
    }
}
