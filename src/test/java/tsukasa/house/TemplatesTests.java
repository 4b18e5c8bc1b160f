package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Templates are compiled outside the modules' packages, so what they import is checked here.
class TemplatesTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern USED = Pattern.compile("(?:\\btsukasa|@template)\\.([a-z]+)\\b");

    @Test
    void a_template_uses_its_own_module_and_the_kernel_only() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> templates = templates();
        for (Path template : templates) {
            String module = TEMPLATES.relativize(template).getName(0).toString();
            foreign(Files.readString(template), module).forEach(other -> found.add(template + " uses " + other));
        }
        assertThat(found).isEmpty();
        assertThat(templates).hasSizeGreaterThan(2);
    }

    @Test
    void another_module_in_a_template_is_found() {
        String template = """
                @import tsukasa.identity.people.Person
                @param tsukasa.plan.PlanPage page
                @template.kernel.layout(page = page, content = @`@template.scheme.row()`)
                """;
        assertThat(foreign(template, "plan")).containsExactly("identity", "scheme");
    }

    @Test
    void a_page_that_does_not_match_its_record_breaks_the_build(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("HomePage.jte"), """
                @import tsukasa.kernel.web.ProblemPage
                @param ProblemPage page
                ${page.nothingOfThisName()}
                """);
        TemplateEngine engine =
                TemplateEngine.create(new DirectoryCodeResolver(folder), folder.resolve("classes"), ContentType.Html);
        List<String> classPath =
                Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
        assertThatThrownBy(() -> engine.precompileAll(classPath))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("nothingOfThisName");
    }

    private static List<String> foreign(String template, String module) {
        List<String> found = new ArrayList<>();
        Matcher used = USED.matcher(template);
        while (used.find()) {
            if (!used.group(1).equals(module) && !used.group(1).equals("kernel")) {
                found.add(used.group(1));
            }
        }
        return found;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }
}
