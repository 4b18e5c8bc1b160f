package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModulesTests {
    private static final ImportOption EVERYTHING = location -> true;

    @Test
    void modules_use_what_they_declare_and_only_roots() {
        House.MODULES.verify();
    }

    @Test
    void reaching_into_a_slice_and_using_an_undeclared_module_are_found() {
        ApplicationModules broken = ApplicationModules.of("fixture", EVERYTHING);
        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("fixture.shop.cart.CartReader")
                .hasMessageContaining("Module 'other' depends on non-exposed type")
                .hasMessageContaining("Module 'shelf' depends on module 'other'");
    }
}
