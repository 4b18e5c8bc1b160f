package tsukasa.budget.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.budget.MoneyRules;
import tsukasa.kernel.Fraction;

/// The rules of a year are data; a file that cannot be understood is named, never guessed at.
class YearFileTests {
    private static final String SMALL = "plan: fy2021\nforecast-months: 3\ngrant-warning: {share: 5%, millions: 300}\n";

    @Test
    void the_file_of_the_platform_says_what_the_plan_says() throws IOException {
        try (InputStream in = YearFileTests.class.getResourceAsStream("/tsukasa/budget/years/fy2021.yaml")) {
            MoneyRules rules = YearFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "fy2021");
            assertThat(rules.borrowing().orElseThrow().yen()).isEqualTo(2_000_000_000L);
            assertThat(rules.targets())
                    .extracting(target -> target.cut())
                    .containsExactly(Fraction.of(3, 100), Fraction.of(1, 100));
            assertThat(rules.exclusions()).hasSize(5);
        }
    }

    @Test
    void without_a_limit_nothing_may_be_borrowed() {
        assertThat(YearFile.read(SMALL, "fy2021").borrowing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan: fy2022\nforecast-months: 3\ngrant-warning: {share: 5%, millions: 300}\n",
                SMALL + "surprise: 1\n",
                SMALL + "borrowing: {place: Ⅴ, limit-yen: -1}\n",
                SMALL + "borrowing: {place: Ⅴ, limit-yen: 2e9}\n",
                SMALL + "borrowing: [1]\n",
                SMALL + "units: [{id: A B, account: general, title: {ja: あ, en: a}}]\n",
                SMALL + "efficiency: [{id: admin, place: Ⅱ-2, title: {ja: あ, en: a}, cut: 0.03}]\n",
                "plan: fy2021\nforecast-months: 0\ngrant-warning: {share: 5%, millions: 300}\n",
                "plan: fy2021\nplan: fy2021\n",
                "a: &a [*a, *a]\n",
                "!!javax.script.ScriptEngineManager [1]",
                "",
                "plan: [",
                "- 1"
            })
    void a_file_with_a_fault_is_refused_by_name(String text) {
        assertThatThrownBy(() -> YearFile.read(text, "fy2021")).isInstanceOf(YearFile.Broken.class);
    }
}
