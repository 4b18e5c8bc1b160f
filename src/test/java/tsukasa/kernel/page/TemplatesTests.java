package tsukasa.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The content security policy refuses inline style and script; a template that has any would look broken.
class TemplatesTests {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "<[^>]*\\s(style|on[a-z]+)\\s*=|<style|<script(?![^>]*\\ssrc=)|javascript:|\\ssrc=\"(https?:)?//",
            Pattern.CASE_INSENSITIVE);

    @Test
    void no_template_has_inline_style_or_script_or_reaches_for_another_host() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (FORBIDDEN.matcher(line).find()) {
                        found.add(file + ": " + line.strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_rule_finds_what_it_forbids() {
        assertThat(List.of(
                        "<p style=\"color:red\">",
                        "<button onclick=\"go()\">",
                        "<script>alert(1)</script>",
                        "<img src=\"https://example.com/x.png\">"))
                .allMatch(line -> FORBIDDEN.matcher(line).find());
        assertThat(List.of("<script src=\"${x}\" defer></script>", "<p class=\"style\">on = off</p>"))
                .noneMatch(line -> FORBIDDEN.matcher(line).find());
    }
}
