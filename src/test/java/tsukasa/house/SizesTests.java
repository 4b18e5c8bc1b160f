package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two size limits, as the build reads them from `checkstyle.xml`.
class SizesTests {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_file_stops_at_400_lines() throws Exception {
        assertThat(found("class Long {\n" + "// line\n".repeat(398) + "}\n")).isEmpty();
        assertThat(found("class Long {\n" + "// line\n".repeat(399) + "}\n"))
                .containsExactly("A file stops at 400 lines (this one has 401): split it by concept.");
    }

    @Test
    void a_method_stops_at_40_lines() throws Exception {
        assertThat(found("class Long {\n void all() {\n" + "  one();\n".repeat(38) + " }\n}\n"))
                .isEmpty();
        assertThat(found("class Long {\n void all() {\n" + "  one();\n".repeat(39) + " }\n}\n"))
                .containsExactly("A method stops at 40 lines (all has 41): name its parts.");
    }

    @Test
    void both_limits_and_the_layout_are_checked_by_the_build() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .containsSubsequence("spotless-maven-plugin", "<phase>verify</phase>", "<goal>check</goal>")
                .containsSubsequence(
                        "maven-checkstyle-plugin", "checkstyle.xml", "<phase>verify</phase>", "<goal>check</goal>")
                .doesNotContain("<skip>true</skip>");
    }

    private List<String> found(String source) throws CheckstyleException, IOException {
        Path file = Files.writeString(folder.resolve("Long.java"), source);
        Checker checker = new Checker();
        checker.setModuleClassLoader(Checker.class.getClassLoader());
        checker.configure(
                ConfigurationLoader.loadConfiguration("checkstyle.xml", new PropertiesExpander(new Properties())));
        Findings findings = new Findings();
        checker.addListener(findings);
        checker.process(List.of(file.toFile()));
        checker.destroy();
        return findings.messages;
    }

    private static final class Findings implements AuditListener {
        private final List<String> messages = new ArrayList<>();

        @Override
        public void addError(AuditEvent event) {
            messages.add(event.getMessage());
        }

        @Override
        public void addException(AuditEvent event, Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void auditStarted(AuditEvent event) {}

        @Override
        public void auditFinished(AuditEvent event) {}

        @Override
        public void fileStarted(AuditEvent event) {}

        @Override
        public void fileFinished(AuditEvent event) {}
    }
}
