package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.Fraction;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.Threshold;

class TargetsTests {
    @Test
    void a_number_before_at_least_is_a_target() {
        Target target = only("図書館の利用登録者数を、令和９年度末までに１２，５００人以上とする。");
        assertThat(target.value()).isEqualTo(Fraction.of(12_500));
        assertThat(target.unit()).isEqualTo("人");
        assertThat(target.comparator()).isEqualTo(Threshold.Comparator.AT_LEAST);
        assertThat(target.readings()).isEmpty();
    }

    @Test
    void two_targets_in_one_sentence_are_both_found_in_order() {
        List<Target> targets =
                Targets.read("配布数を８００部以上とし、５段階評価で上位２つの評価を４分の３以上とする。").targets();
        assertThat(targets).extracting(Target::value).containsExactly(Fraction.of(800), Fraction.of(3, 4));
    }

    @Test
    void a_fraction_is_read_whole_however_it_is_written() {
        for (String written : List.of("３分の２", "２／３", "2/3")) {
            assertThat(only("申請の割合を、" + written + "以上とする。").value()).isEqualTo(Fraction.of(2, 3));
        }
        assertThat(Targets.read("割合を１／０以上とする。").targets()).isEmpty();
    }

    @Test
    void at_most_is_read_as_such() {
        Target target = only("平均処理日数を１４日以内とする。");
        assertThat(target.comparator()).isEqualTo(Threshold.Comparator.AT_MOST);
        assertThat(target.value()).isEqualTo(Fraction.of(14));
    }

    @Test
    void a_bound_that_is_left_out_is_read_as_included_and_said_so() {
        assertThat(only("苦情を年間１０件未満とする。").readings()).hasSize(1);
    }

    @Test
    void a_target_without_comparator_is_read_as_at_least_and_said_so() {
        Target target = only("研修を３０回実施する。");
        assertThat(target.value()).isEqualTo(Fraction.of(30));
        assertThat(target.readings()).hasSize(1);
    }

    @Test
    void an_average_takes_its_number_from_the_note() {
        Targets.Found found = Targets.read("貸出件数は前期の年平均値以上とする。（参考値：前期（令和２年度まで）の年平均４，３２１冊）");
        assertThat(found.targets()).hasSize(1);
        assertThat(found.targets().getFirst().value()).isEqualTo(Fraction.of(4_321));
        assertThat(found.targets().getFirst().unit()).isEqualTo("冊");
        assertThat(found.references()).hasSize(1);
    }

    @Test
    void large_units_and_decimals_are_exact() {
        assertThat(only("収入を２億円以上とする。").value()).isEqualTo(Fraction.of(200_000_000));
        assertThat(only("満足度を８２．５％以上とする。").value()).isEqualTo(Fraction.of(165, 2));
    }

    @Test
    void ordinals_years_and_steps_are_no_targets() {
        assertThat(Targets.read("令和９年度に第３期の調査を行い、４段階で評価する。").targets()).isEmpty();
    }

    private static Target only(String text) {
        List<Target> targets = Targets.read(text).targets();
        assertThat(targets).hasSize(1);
        return targets.getFirst();
    }
}
