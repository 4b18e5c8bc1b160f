package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;

class DocumentsTests {
    private static final List<String> HEADINGS = List.of("Purpose", "Words", "Tables", "How to change it");

    @Test
    void every_module_has_a_readme_with_the_four_headings() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module : House.modules()) {
            Path readme = House.MAIN.resolve(module).resolve("README.md");
            missingHeadings(Files.exists(readme) ? Files.readString(readme) : "")
                    .forEach(heading -> found.add(readme + " lacks ## " + heading));
        }
        assertThat(found).isEmpty();
        assertThat(missingHeadings("# shop\n## Purpose\n## Words\n### Tables\n"))
                .containsExactly("Tables", "How to change it");
    }

    @Test
    void the_map_of_the_modules_is_fresh() throws IOException {
        new GeneratedPart(Path.of("ARCHITECTURE.md"), "map").check(new ModuleMap(House.arranged()).markdown());
    }

    /// A start reads the modules' names, in the order in which their tables are made, instead of finding them in all
    /// classes, which takes seconds.
    @Test
    void the_modules_that_a_start_reads_are_fresh() throws IOException {
        Path file = Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json");
        String fresh = ApplicationModuleIdentifiers.of(House.arranged()).stream()
                .map(module -> "  \"" + module + "\": {}")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
        if (Boolean.getBoolean("tsukasa.docs.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, fresh);
        }
        assertThat(Files.readString(file))
                .as(file + " is out of date: run ./tsukasa docs and commit what it writes")
                .isEqualTo(fresh);
    }

    @Test
    void the_list_of_proven_services_is_fresh() throws IOException {
        Coverage coverage = Coverage.ofTheBuild();
        assertThat(coverage.unknownPlaces())
                .as("places in @Covers that the inventory does not have")
                .isEmpty();
        new GeneratedPart(Path.of("docs/coverage.md"), "coverage").check(coverage.markdown());
    }

    @Test
    void a_stale_document_and_an_unknown_place_are_found(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("MAP.md"), """
                <!-- map: written by ./tsukasa docs -->
                old
                <!-- map: end -->
                """);
        GeneratedPart part = new GeneratedPart(document, "map");
        if (!Boolean.getBoolean("tsukasa.docs.update")) {
            assertThatThrownBy(() -> part.check("new")).hasMessageContaining("run ./tsukasa docs");
        }
        Coverage coverage = new Coverage(List.of(new Coverage.Row("83", List.of("Ⅰ-1-(4)-②-b.s1"), "a service")));
        coverage.add("Ⅰ-1-(4)-②-b", "SomeTests");
        coverage.add("Ⅰ-1-(4)-②-z", "OtherTests");
        assertThat(coverage.unknownPlaces()).containsExactly("Ⅰ-1-(4)-②-z");
        assertThat(coverage.markdown()).contains("1 of 1", "| 83 | Ⅰ-1-(4)-②-b.s1 | a service | `SomeTests` |");
    }

    private static List<String> missingHeadings(String readme) {
        List<String> lines = readme.lines().map(String::strip).toList();
        return HEADINGS.stream()
                .filter(heading -> !lines.contains("## " + heading))
                .toList();
    }
}
