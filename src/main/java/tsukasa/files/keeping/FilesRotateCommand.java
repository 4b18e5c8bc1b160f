package tsukasa.files.keeping;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.OpenDatabase;
import tsukasa.kernel.keys.KeysUnavailable;

/// `./tsukasa files rotate`: begins a new key and seals all confidential files anew with it, while the platform runs.
public final class FilesRotateCommand implements Command {
    private static final int DONE = 0;
    private static final int NOT_ALL = 1;
    private static final int USAGE = 2;
    private static final int NOT_DONE = 3;
    private static final Text HELP = Text.of("""
            使い方: tsukasa files rotate [--data フォルダー]
              新しい鍵を加え、機密ファイルをすべてその鍵で封じ直します。古い鍵も、控えのために残ります。""", """
            Usage: tsukasa files rotate [--data DIR]
              Adds a key and seals all confidential files anew with it. Old keys stay, since backups may need them.""");

    @Override
    public List<String> words() {
        return List.of("files", "rotate");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Language language = Language.ofSystem();
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(HELP.in(language));
            return DONE;
        }
        Optional<Path> data = KeptFiles.data(arguments);
        if (data.isEmpty()) {
            err.println(HELP.in(language));
            return USAGE;
        }
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        try (OpenDatabase database = OpenDatabase.of(data.get())) {
            return rotated(KeptFiles.of(data.get(), database), out, language);
        } catch (StartFailure failure) {
            err.println(failure.what().in(language));
            err.println(failure.next().in(language));
        } catch (KeysUnavailable e) {
            err.println(Text.of("鍵を読めないか、書けません: " + e.getMessage(), "Not rotated: " + e.getMessage())
                    .in(language));
        } catch (DataAccessException | IOException e) {
            err.println(Text.of("途中で失敗しました: " + e.getMessage(), "It failed on the way: " + e.getMessage())
                    .in(language));
        }
        return NOT_DONE;
    }

    private static int rotated(KeptFiles files, PrintStream out, Language language)
            throws IOException, KeysUnavailable {
        long key = files.ring().rotate();
        KeptFiles.Resealed resealed = files.reseal(key);
        out.println(Text.of(
                        "新しい鍵 " + key + " で、" + resealed.done() + "件を封じ直しました。"
                                + (resealed.unreadable() == 0 ? "" : "読めなかったもの: " + resealed.unreadable() + "件"),
                        resealed.done() + " contents are sealed by the new key " + key + "."
                                + (resealed.unreadable() == 0 ? "" : " Unreadable: " + resealed.unreadable() + "."))
                .in(language));
        return resealed.unreadable() == 0 ? DONE : NOT_ALL;
    }
}
