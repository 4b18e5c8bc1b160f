package tsukasa.scheme.definition;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;
import tsukasa.scheme.DefinitionProblem;
import tsukasa.scheme.Scheme;

/// `./tsukasa scheme check DIR`: says whether a folder would run as a scheme and sends an example of each level through
/// it, without starting anything.
final class SchemeCheckCommand implements Command {
    private final Language language;

    SchemeCheckCommand() {
        this(spoken());
    }

    SchemeCheckCommand(Language language) {
        this.language = language;
    }

    /// As the launcher decides it.
    private static Language spoken() {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(System::getenv)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
        return locale.startsWith("ja") ? Language.JA : Language.EN;
    }

    @Override
    public List<String> words() {
        return List.of("scheme", "check");
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.size() != 1 || args.contains("--help")) {
            (args.contains("--help") ? out : err)
                    .println(say("使い方：tsukasa scheme check フォルダー", "Usage: tsukasa scheme check DIR"));
            return args.contains("--help") ? 0 : 2;
        }
        Path folder;
        try {
            folder = Path.of(args.getFirst());
        } catch (InvalidPathException noPath) {
            err.println(say("フォルダーの名前ではありません。", "That is no name of a folder."));
            return 2;
        }
        if (!Files.isDirectory(folder)) {
            err.println(say("フォルダー " + folder + " がありません。", "There is no folder " + folder + "."));
            return 2;
        }
        quietly();
        return switch (DefinitionFolders.at(folder)) {
            case Reading.Sound sound -> tryOut(folder, sound, out, err);
            case Reading.Faulty(var name, var problems) -> refuse(name, problems, err);
        };
    }

    /// The validator would mention every word that is for people; the platform's own settings hush it, but here is
    /// none.
    private static void quietly() {
        LoggingSystem.get(SchemeCheckCommand.class.getClassLoader())
                .setLogLevel("com.networknt.schema", LogLevel.ERROR);
    }

    private int tryOut(Path folder, Reading.Sound sound, PrintStream out, PrintStream err) {
        Scheme scheme = sound.scheme();
        TrialRun run = new TrialRun(sound);
        List<DefinitionProblem> problems = run.run(language).all();
        if (!problems.isEmpty()) {
            return refuse(folder.toString(), problems, err);
        }
        out.println(say(
                        "%s 第%d版：%d項目、%d画面、%d段階。見本を通しました：",
                        "%s version %d: %d fields, %d steps, %d levels. Examples went through:")
                .formatted(
                        scheme.id(),
                        scheme.version(),
                        scheme.fields().size(),
                        scheme.steps().size(),
                        scheme.levels().size()));
        run.told().forEach(out::println);
        out.println(say("この制度は動きます。", "This scheme would run."));
        return 0;
    }

    private int refuse(String folder, List<DefinitionProblem> problems, PrintStream err) {
        problems.stream().distinct().forEach(problem -> err.println(folder + "/" + problem.in(language)));
        err.println(say("%d件を直してください。", "%d to put right.")
                .formatted(problems.stream().distinct().count()));
        return 1;
    }

    private String say(String ja, String en) {
        return language == Language.JA ? ja : en;
    }
}
