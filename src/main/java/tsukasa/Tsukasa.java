package tsukasa;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import tsukasa.plan.reading.PlanImportCommand;

/// The application: one deployable, many modules.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Tsukasa")
public class Tsukasa {
    public static void main(String[] args) {
        List<String> words = List.of(args);
        if (words.size() >= 2 && words.subList(0, 2).equals(List.of("plan", "import"))) {
            System.exit(PlanImportCommand.run(words.subList(2, words.size()), utf8(System.out), utf8(System.err)));
        }
        SpringApplication.run(Tsukasa.class, args);
    }

    /// Reports hold Japanese words whatever the locale is.
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
