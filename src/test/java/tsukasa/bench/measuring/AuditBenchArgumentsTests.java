package tsukasa.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditBenchArgumentsTests {
    @Test
    void without_arguments_a_million_entries_are_measured() {
        assertThat(AuditBenchArguments.parse(List.of()))
                .isEqualTo(new AuditBenchArguments.Wanted(1_000_000, Path.of("target/bench-audit"), 0));
        assertThat(AuditBenchArguments.parse(List.of("--entries", "5000", "--port", "8141", "--data", "x")))
                .isEqualTo(new AuditBenchArguments.Wanted(5_000, Path.of("x"), 8141));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        for (List<String> wrong : List.of(
                List.of("--entries", "999"),
                List.of("--entries", "many"),
                List.of("--entries"),
                List.of("--port", "70000"),
                List.of("--rows", "5"))) {
            assertThat(AuditBenchArguments.parse(wrong)).isInstanceOf(AuditBenchArguments.Wrong.class);
        }
        assertThat(AuditBenchArguments.parse(List.of("--help"))).isInstanceOf(AuditBenchArguments.Help.class);
    }
}
