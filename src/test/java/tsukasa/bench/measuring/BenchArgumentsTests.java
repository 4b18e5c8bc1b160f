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
        assertThat(BenchArguments.parse(BenchPlanCommand.OPTIONS, List.of()))
                .isEqualTo(new BenchArguments.Wanted(500_000, Path.of("target/bench"), 0, Optional.empty()));
    }

    @Test
    void the_last_of_an_option_given_twice_counts() {
        assertThat(BenchArguments.parse(
                        BenchPlanCommand.OPTIONS,
                        List.of(
                                "--data",
                                "a",
                                "--rows",
                                "2000",
                                "--port",
                                "8101",
                                "--text",
                                "plan.txt",
                                "--data",
                                "b")))
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
        assertThat(BenchArguments.parse(BenchPlanCommand.OPTIONS, List.of(typed.split(" "))))
                .isInstanceOfSatisfying(
                        BenchArguments.Wrong.class,
                        wrong -> assertThat(wrong.what().ja()).isNotBlank());
    }

    @Test
    void help_is_given_whatever_stands_beside_it() {
        assertThat(BenchArguments.parse(BenchPlanCommand.OPTIONS, List.of("--rows", "2000", "--help")))
                .isInstanceOf(BenchArguments.Help.class);
    }

    @Test
    void each_measurement_has_a_size_a_folder_and_words_of_its_own() {
        assertThat(BenchArguments.parse(BenchAuditCommand.OPTIONS, List.of("--entries", "5000")))
                .isEqualTo(new BenchArguments.Wanted(5_000, Path.of("target/bench-audit"), 0, Optional.empty()));
        assertThat(BenchArguments.parse(BenchAuditCommand.OPTIONS, List.of()))
                .isEqualTo(new BenchArguments.Wanted(1_000_000, Path.of("target/bench-audit"), 0, Optional.empty()));
        assertThat(BenchArguments.parse(BenchWallsCommand.OPTIONS, List.of()))
                .isEqualTo(new BenchArguments.Wanted(100_000, Path.of("target/bench-walls"), 0, Optional.empty()));
        assertThat(BenchArguments.parse(BenchCycleCommand.OPTIONS, List.of()))
                .isEqualTo(new BenchArguments.Wanted(500_000, Path.of("target/bench-cycle"), 0, Optional.empty()));
        assertThat(BenchArguments.parse(BenchAuditCommand.OPTIONS, List.of("--rows", "5000")))
                .isInstanceOf(BenchArguments.Wrong.class);
        assertThat(BenchArguments.parse(BenchCycleCommand.OPTIONS, List.of("--text", "plan.txt")))
                .isInstanceOf(BenchArguments.Wrong.class);
    }
}
