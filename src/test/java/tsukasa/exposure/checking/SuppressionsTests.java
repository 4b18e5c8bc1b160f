package tsukasa.exposure.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tsukasa.exposure.Bill;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.exposure.Statement.Position;
import tsukasa.kernel.Problem;
import tsukasa.naming.CpeNames;
import tsukasa.naming.PackageUrls;

class SuppressionsTests {
    private static final List<String> NUMBER = List.of("CVE-2026-1");
    private static final Part PART = new Part("ours", "part", "1", "pkg:npm/a@1", List.of());
    private static final Bill BILL = new Bill("CycloneDX 1.6", "", 0, "", null, List.of(PART), List.of(), List.of(), 0);

    private static Suppressions of(Statement... statements) {
        return new Suppressions(BILL, List.of(statements), mock(PackageUrls.class), mock(CpeNames.class));
    }

    private static Statement about(Position position, List<String> products) {
        return new Statement(NUMBER, position, "", "", products);
    }

    @Test
    void the_last_statement_that_fits_counts() {
        Statement before = about(Position.AFFECTED, List.of("ours"));
        Statement after = about(Position.FIXED, List.of("others", "ours"));
        Suppressions suppressions = of(before, after, about(Position.NOT_AFFECTED, List.of("others")));
        assertThat(suppressions.about(PART, NUMBER)).isSameAs(after);
        assertThat(suppressions.fitting()).isEqualTo(1);
    }

    @Test
    void so_many_statements_about_so_many_parts_that_it_would_take_hours_are_refused() {
        List<String> others =
                IntStream.range(0, 100_000).mapToObj(i -> "other" + i).toList();
        Suppressions suppressions = of(about(Position.FIXED, others));
        assertThat(suppressions.about(PART, NUMBER)).isNull();
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        suppressions.about(PART, NUMBER);
                    }
                })
                .isInstanceOf(Problem.class)
                .hasMessageContaining("too many VEX statements");
    }
}
