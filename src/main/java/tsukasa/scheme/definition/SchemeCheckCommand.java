package tsukasa.scheme.definition;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tsukasa.kernel.Command;

/// `./tsukasa scheme check DIR`: says whether a folder would run as a scheme, without starting anything.
final class SchemeCheckCommand implements Command {
    @Override
    public List<String> words() {
        return List.of("scheme", "check");
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.size() != 1 || args.contains("--help")) {
            (args.contains("--help") ? out : err).println("Usage: tsukasa scheme check DIR");
            return args.contains("--help") ? 0 : 2;
        }
        Path folder = Path.of(args.getFirst());
        if (!Files.isDirectory(folder)) {
            err.println("There is no folder " + folder);
            return 2;
        }
        return switch (DefinitionFolders.at(folder)) {
            case Reading.Sound(var scheme, var source) -> {
                out.println("%s version %d: %d fields, %d steps, %d levels. It would run."
                        .formatted(
                                scheme.id(),
                                scheme.version(),
                                scheme.fields().size(),
                                scheme.steps().size(),
                                scheme.levels().size()));
                yield 0;
            }
            case Reading.Faulty(var name, var problems) -> {
                problems.forEach(err::println);
                yield 1;
            }
        };
    }
}
