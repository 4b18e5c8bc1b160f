package tsukasa.exposure.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
        return new Statement(NUMBER, position, "", "", products, null);
    }

    @Test
    void the_last_statement_that_fits_counts() {
        Statement before = about(Position.AFFECTED, List.of("ours"));
        Statement after = about(Position.FIXED, List.of("others", "ours"));
        Suppressions suppressions = of(before, after, about(Position.NOT_AFFECTED, List.of("others")));
        assertThat(suppressions.about(PART, NUMBER)).isSameAs(after);
        assertThat(suppressions.fitting()).isEqualTo(1);
    }

    private static Statement told(String number, Position position, @Nullable String at) {
        return new Statement(List.of(number), position, "", "", List.of("ours"), at == null ? null : Instant.parse(at));
    }

    @Test
    void the_latest_date_counts_whatever_the_order_and_whichever_number_is_named() {
        Statement older = told("CVE-2026-1", Position.AFFECTED, "2026-03-01T00:00:00Z");
        Statement newer = told("GHSA-xxxx-yyyy-zzzz", Position.NOT_AFFECTED, "2026-03-02T00:00:00Z");
        Statement undated = told("CVE-2026-1", Position.UNDER_INVESTIGATION, null);
        List<Statement> all = List.of(older, newer, undated);
        for (int turn = 0; turn < all.size(); turn++) {
            List<Statement> turned = new ArrayList<>(all);
            Collections.rotate(turned, turn);
            for (List<String> numbers : List.of(
                    List.of("CVE-2026-1", "GHSA-xxxx-yyyy-zzzz"), List.of("GHSA-xxxx-yyyy-zzzz", "CVE-2026-1"))) {
                assertThat(of(turned.toArray(Statement[]::new)).about(PART, numbers))
                        .isSameAs(newer);
            }
        }
    }

    @Test
    void of_the_same_date_the_one_given_last_counts_under_each_of_its_numbers() {
        String at = "2026-03-01T00:00:00Z";
        Statement first = told("CVE-2026-1", Position.AFFECTED, at);
        Statement second = told("GHSA-xxxx-yyyy-zzzz", Position.FIXED, at);
        for (List<String> numbers :
                List.of(List.of("CVE-2026-1", "GHSA-xxxx-yyyy-zzzz"), List.of("GHSA-xxxx-yyyy-zzzz", "CVE-2026-1"))) {
            assertThat(of(first, second).about(PART, numbers)).isSameAs(second);
            assertThat(of(second, first).about(PART, numbers)).isSameAs(first);
        }
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
