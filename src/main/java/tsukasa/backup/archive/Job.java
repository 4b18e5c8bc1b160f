package tsukasa.backup.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import tsukasa.kernel.Language;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// Runs a command and says in words how it failed.
final class Job {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private Job() {}

    record Say(PrintStream print, PrintStream complain, Language language) {
        void out(Text text) {
            print.println(text.in(language));
        }

        void err(Text text) {
            complain.println(text.in(language));
        }
    }

    interface Work {
        int done(Typed typed, Say say) throws Typed.Wrong, Damage, IOException, SQLException;
    }

    static int run(
            Text help,
            List<String> arguments,
            Set<String> withValue,
            Set<String> flags,
            PrintStream out,
            PrintStream err,
            Work work) {
        LoggingSystem.get(Job.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        Say say = new Say(out, err, Language.ofSystem());
        if (arguments.contains("--help") || arguments.contains("-h")) {
            say.out(help);
            return DONE;
        }
        try {
            return work.done(Typed.of(arguments, withValue, flags), say);
        } catch (Typed.Wrong wrong) {
            say.err(wrong.what());
            say.err(help);
            return USAGE;
        } catch (Damage damage) {
            say.err(damage.what());
        } catch (StartFailure failure) {
            say.err(failure.what());
            say.err(failure.next());
        } catch (SQLException | FlywayException e) {
            say.err(Text.of("データベースの処理に失敗しました: " + e.getMessage(), "The database failed: " + e.getMessage()));
        } catch (IOException e) {
            say.err(Text.of("読み書きに失敗しました: " + told(e), "Reading or writing failed: " + told(e)));
        }
        return FAILED;
    }

    private static String told(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
