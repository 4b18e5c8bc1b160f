package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModulesTests {
    private static final ImportOption EVERYTHING = location -> true;

    @Test
    void modules_use_what_they_declare_and_only_roots() {
        House.arranged().verify();
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

    @Test
    void no_package_of_tests_hides_what_its_package_declares() throws IOException {
        assertThat(hidden(Path.of("src/main/java"), Path.of("src/test/java")))
                .as("a package-info of tests comes first on the class path: the declared dependencies would be unread")
                .isEmpty();
    }

    @Test
    void a_package_declared_twice_is_found(@TempDir Path folder) throws IOException {
        for (String place : List.of("main/shop", "test/shop", "test/shop/cart")) {
            Path declared = Files.createDirectories(folder.resolve(place)).resolve("package-info.java");
            Files.createFile(declared);
        }
        assertThat(hidden(folder.resolve("main"), folder.resolve("test")))
                .containsExactly(Path.of("shop/package-info.java"));
    }

    private static List<Path> hidden(Path main, Path tests) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(tests::relativize)
                    .filter(file -> Files.exists(main.resolve(file)))
                    .toList();
        }
    }
}
