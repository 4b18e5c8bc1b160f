package tsukasa.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchArgumentsTests {
    @Test
    void half_a_million_declarations_unless_asked_otherwise() {
        assertThat(BenchArguments.parse(List.of()))
                .isEqualTo(new BenchArguments.Wanted(500_000, Path.of("target/bench"), 0, Optional.empty()));
    }

    @Test
    void the_last_of_an_option_given_twice_counts() {
        assertThat(BenchArguments.parse(List.of(
                        "--data", "a", "--rows", "2000", "--port", "8101", "--text", "plan.txt", "--data", "b")))
                .isEqualTo(new BenchArguments.Wanted(2_000, Path.of("b"), 8_101, Optional.of(Path.of("plan.txt"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rows",
                "--rows many",
                "--rows 999",
                "--rows 5000001",
                "--rows -1",
                "--rows 99999999999",
                "--port 65536",
                "--port -1",
                "--port http",
                "--data",
                "--fast",
                "plan"
            })
    void what_is_not_understood_is_refused_in_words(String typed) {
        assertThat(BenchArguments.parse(List.of(typed.split(" "))))
                .isInstanceOfSatisfying(
                        BenchArguments.Wrong.class,
                        wrong -> assertThat(wrong.what().ja()).isNotBlank());
    }

    @Test
    void help_is_given_whatever_stands_beside_it() {
        assertThat(BenchArguments.parse(List.of("--rows", "2000", "--help"))).isInstanceOf(BenchArguments.Help.class);
    }
}
