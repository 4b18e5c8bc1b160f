package tsukasa.kernel;

import java.io.PrintStream;
import java.util.List;

/// A job of the command line that runs without the container, so that it is over in about a second. Modules name theirs
/// in `META-INF/spring.factories`; the launcher passes on what was typed.
public interface Command {
    /// The words that ask for it, such as `plan import`.
    List<String> words();

    /// @param arguments what was typed after the words
    /// @return the exit code: 0 done, 1 failed, 2 wrongly called
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
