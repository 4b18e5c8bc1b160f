package tsukasa;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.modulith.Modulithic;
import tsukasa.kernel.Command;
import tsukasa.kernel.database.EarlyDatabase;

/// The application: one deployable, many modules.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Tsukasa")
public class Tsukasa {
    public static void main(String[] args) {
        List<String> words = List.of(args);
        Optional<Command> command = command(words);
        if (command.isPresent()) {
            List<String> arguments = words.subList(command.get().words().size(), words.size());
            System.exit(command.get().run(arguments, utf8(System.out), utf8(System.err)));
        }
        SpringApplication platform = new SpringApplication(Tsukasa.class);
        platform.addListeners(new EarlyDatabase());
        platform.run(args);
    }

    static Optional<Command> command(List<String> words) {
        return SpringFactoriesLoader.loadFactories(Command.class, Tsukasa.class.getClassLoader()).stream()
                .filter(command -> words.size() >= command.words().size()
                        && words.subList(0, command.words().size()).equals(command.words()))
                .findFirst();
    }

    /// Reports hold Japanese words whatever the locale is.
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
