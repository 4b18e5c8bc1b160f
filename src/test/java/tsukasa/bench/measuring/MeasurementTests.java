package tsukasa.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeasurementTests {
    private static final Samples HUNDRED =
            Samples.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray());

    @Test
    void the_95th_percentile_is_a_measured_value() {
        assertThat(HUNDRED.p95()).isEqualTo(95);
        assertThat(HUNDRED.median()).isEqualTo(50.5);
        assertThat(Samples.of(3, 1, 2).p95()).isEqualTo(3);
        assertThat(Samples.of(7).median()).isEqualTo(7);
    }

    @Test
    void of_a_rate_the_slow_end_counts() {
        assertThat(Samples.rates(HUNDRED.values()).p95()).isEqualTo(6);
    }

    @Test
    void nothing_measured_is_no_measurement() {
        assertThatThrownBy(Samples::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_measurement_is_one_line_of_json() {
        String line = Measurement.of("page /plan", HUNDRED, "ms")
                .with("rows", 500_000)
                .aim(30)
                .json();
        assertThat(line).doesNotContain("\n");
        JsonNode read = JsonMapper.shared().readTree(line);
        assertThat(read.propertyNames())
                .containsExactly("name", "median", "p95", "unit", "runs", "cores", "rows", "aim", "met");
        assertThat(read.get("median").decimalValue()).isEqualByComparingTo("50.5");
        assertThat(read.get("runs").intValue()).isEqualTo(100);
        assertThat(read.get("met").booleanValue()).isFalse();
    }

    @Test
    void an_aim_is_met_from_the_right_side() {
        assertThat(Measurement.of("a", Samples.of(30), "ms").aim(30).more()).containsEntry("met", true);
        assertThat(Measurement.of("a", Samples.rates(99), "rows/s").aim(100).more())
                .containsEntry("met", false);
        assertThat(Measurement.of("a", Samples.rates(101), "rows/s").aim(100).more())
                .containsEntry("met", true);
    }

    @Test
    void small_numbers_keep_their_digits_and_large_ones_lose_theirs() {
        assertThat(Measurement.of("a", Samples.of(0.1234), "s").json()).contains("\"median\":0.12");
        assertThat(Measurement.of("a", Samples.of(123_456.7), "rows/s").json()).contains("\"median\":123457");
        assertThat(Measurement.of("a", Samples.of(300), "ms").json()).contains("\"median\":300,");
    }
}
