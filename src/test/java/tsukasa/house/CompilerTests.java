package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The compiler with the very options of the build says no to what it should.
class CompilerTests {
    private static final String PACKAGE = "package fixture.compiled;\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_sound_class_compiles() throws Exception {
        assertThat(compiled(
                        "Sound.java",
                        PACKAGE + "final class Sound { int length(String text) { return text.length(); } }"))
                .isEmpty();
    }

    @Test
    void a_possible_null_dereference_is_an_error() throws Exception {
        assertThat(compiled("Bad.java", PACKAGE + """
                final class Bad {
                    int length(java.util.Map<String, String> words) { return words.get("a").length(); }
                }
                """))
                .contains("error: [NullAway] dereferenced expression 'words.get(\"a\")' is @Nullable");
    }

    @Test
    void an_unmarked_package_is_an_error() throws Exception {
        assertThat(compiled("Unmarked.java", PACKAGE + "final class Unmarked {}"))
                .contains("error: [RequireExplicitNullMarking]");
    }

    @Test
    void a_forgotten_case_is_an_error() throws Exception {
        assertThat(compiled("Forgotten.java", PACKAGE + """
                sealed interface Forgotten permits Here, Gone {
                    static int number(Forgotten one) { return switch (one) { case Here _ -> 1; }; }
                }
                record Here() implements Forgotten {}
                record Gone() implements Forgotten {}
                """)).contains("does not cover all possible input values");
    }

    private String compiled(String name, String source) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        Files.readAllLines(Path.of(".mvn/jvm.config")).stream()
                .filter(line -> line.startsWith("--add-"))
                .forEach(line -> command.add("-J" + line));
        // One small class each time: compiling the compiler thoroughly never pays.
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(optionsOfTheBuild());
        String classPath = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", classPath, "-processorpath", classPath, "-proc:none", "-d", folder.toString()));
        command.add(write(name, source));
        if (!name.equals("Unmarked.java")) {
            command.add(write("package-info.java", "@org.jspecify.annotations.NullMarked package fixture.compiled;"));
        }
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return javac.waitFor() == 0 ? "" : words;
    }

    private String write(String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name), source).toString();
    }

    private static List<String> optionsOfTheBuild() throws IOException {
        Matcher option = Pattern.compile("<arg>([^<]+)</arg>").matcher(Files.readString(Path.of("pom.xml")));
        List<String> options = new ArrayList<>();
        while (option.find()) {
            options.add(option.group(1));
        }
        assertThat(options).anyMatch(text -> text.contains("-Xplugin:ErrorProne"));
        return options;
    }
}
