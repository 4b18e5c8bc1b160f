package tsukasa.cycle.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tsukasa.cycle.draft.Numbering.Sibling;
import tsukasa.plan.Place;

/// A plan has no gaps in its numbers, and nothing is renumbered without need.
class NumberingTests {
    private static final String NEW = "new";

    private static String numbered(@Nullable String parent, boolean without, String steps) {
        List<Sibling> siblings = Arrays.stream(steps.split(" "))
                .map(step -> new Sibling(step.equals(NEW) ? Optional.empty() : Optional.of(step)))
                .toList();
        return String.join(
                " ",
                Numbering.closedUp(parent == null ? null : new Place(parent), siblings, without).stream()
                        .map(step -> step.orElse("none"))
                        .toList());
    }

    @Test
    void where_nothing_came_and_nothing_went_every_number_stays_even_an_odd_one() {
        assertThat(numbered("Ⅰ-1", false, "(1) (1-1) (1-2) (2) (3) (5) KPI"))
                .isEqualTo("(1) (1-1) (1-2) (2) (3) (5) KPI");
    }

    @Test
    void a_gap_is_closed_in_every_style() {
        assertThat(numbered("Ⅰ-1-(1)", true, "① ③ ④")).isEqualTo("① ② ③");
        assertThat(numbered("Ⅰ-1-(1)-①", true, "a c d")).isEqualTo("a b c");
        assertThat(numbered("Ⅰ", true, "1 3")).isEqualTo("1 2");
        assertThat(numbered(null, true, "0 Ⅰ Ⅲ Ⅸ")).isEqualTo("0 Ⅰ Ⅱ Ⅲ");
        assertThat(numbered("Ⅰ-2", true, "(2) (3)")).isEqualTo("(1) (2)");
    }

    @Test
    void parts_follow_the_number_they_stand_beside() {
        assertThat(numbered("Ⅰ-1", true, "(2) (2-1) (2-3) (3)")).isEqualTo("(1) (1-1) (1-2) (2)");
        assertThat(numbered("Ⅰ-1", false, "(1) (1-1) new (1-2) (2)")).isEqualTo("(1) (1-1) (1-2) (1-3) (2)");
    }

    @Test
    void a_new_clause_is_numbered_as_its_neighbours_are() {
        assertThat(numbered("Ⅰ-1-(1)-①", false, "a new b")).isEqualTo("a b c");
        assertThat(numbered("Ⅰ-1-(1)", false, "new ① ②")).isEqualTo("① ② ③");
        assertThat(numbered("Ⅰ-1", false, "KPI (1) new")).isEqualTo("KPI (1) (2)");
    }

    @Test
    void below_a_clause_that_had_none_the_next_style_is_taken() {
        assertThat(numbered("Ⅰ", false, NEW)).isEqualTo("1");
        assertThat(numbered("Ⅰ-1", false, NEW)).isEqualTo("(1)");
        assertThat(numbered("Ⅰ-1-(1-2)", false, NEW)).isEqualTo("①");
        assertThat(numbered("Ⅰ-1-(1)-②", false, "new new")).isEqualTo("a b");
    }

    @Test
    void circles_go_on_past_twenty_and_letters_end_with_z() {
        assertThat(numbered("Ⅰ-1-(1)", false, String.join(" ", Collections.nCopies(36, NEW))))
                .endsWith("⑳ ㉑ ㉒ ㉓ ㉔ ㉕ ㉖ ㉗ ㉘ ㉙ ㉚ ㉛ ㉜ ㉝ ㉞ ㉟ ㊱");
        assertThat(numbered("Ⅰ-1-(1)-①", false, String.join(" ", Collections.nCopies(27, NEW))))
                .endsWith("z none");
    }

    private static String kept(String parent, String steps, String taken) {
        List<Sibling> siblings = Arrays.stream(steps.split(" "))
                .map(step -> new Sibling(step.equals(NEW) ? Optional.empty() : Optional.of(step)))
                .toList();
        return String.join(
                " ",
                Numbering.kept(new Place(parent), siblings, List.of(taken.split(" "))).stream()
                        .map(step -> step.orElse("none"))
                        .toList());
    }

    @Test
    void within_a_year_numbers_stay_and_none_is_given_twice_not_even_one_that_is_gone() {
        assertThat(kept("Ⅰ-1-(1)-①", "a c new", "a b c d")).isEqualTo("a c e");
        assertThat(kept("Ⅰ-1", "(1) (1-1) new (2) new", "(1) (1-1) (1-2) (2)")).isEqualTo("(1) (1-1) (1-3) (2) (3)");
        assertThat(kept("Ⅰ-1-(1)", "new new", "①")).isEqualTo("② ③");
    }
}
