package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ShapeTests {
    @Test
    void the_rules_see_the_whole_platform() {
        assertThat(House.classes().size()).isGreaterThan(80);
        assertThat(House.modules()).contains("kernel", "identity", "mail", "scheme", "plan", "front");
    }

    @Test
    void a_module_root_holds_contract_types_only() {
        holds(Shape.ROOTS_ARE_CONTRACTS, "fixture.shop.CartMaker", "fixture.shop.CartStore");
    }

    @Test
    void a_slice_shows_pages_and_commands_only() {
        holds(Shape.SLICES_ARE_HIDDEN, "fixture.shop.cart.CartReader");
    }

    @Test
    void sql_is_spoken_in_stores_only() {
        holds(Shape.SQL_IN_STORES, "fixture.shop.cart.CartReader");
    }

    @Test
    void time_comes_from_the_injected_clock() {
        holds(Shape.TIME_IS_INJECTED, "fixture.shop.cart.CartReader");
    }

    @Test
    void names_say_something() {
        holds(Shape.NAMES_SAY_SOMETHING, "fixture.shop.cart.CartManager");
    }

    @Test
    void packages_are_free_of_cycles() {
        Shape.packagesAreFreeOfCycles("tsukasa").check(House.classes());
        assertThatThrownBy(() -> Shape.packagesAreFreeOfCycles("fixture").check(House.BROKEN))
                .hasMessageContaining("fixture.shop.CartMaker")
                .hasMessageContaining("fixture.shop.cart.CartReader");
    }

    private static void holds(ArchRule rule, String... offenders) {
        rule.check(House.classes());
        assertThatThrownBy(() -> rule.check(House.BROKEN))
                .isInstanceOf(AssertionError.class)
                .satisfies(failure -> assertThat(failure.getMessage()).contains(offenders));
    }
}
