package tsukasa.backup.archive;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tsukasa.backup.archive.Restoring.Restored;
import tsukasa.kernel.Command;
import tsukasa.kernel.Text;

/// `./tsukasa restore`: makes a platform of a backup, in a new folder.
public final class RestoreCommand implements Command {
    /// What looks whether the restored state is sound, as the operator would.
    private static final List<List<String>> CHECKS = List.of(List.of("audit", "verify"), List.of("files", "verify"));

    static final Text HELP = Text.of("""
            使い方: tsukasa restore 控え --data 新しいフォルダー
              控え                    tsukasa backup が作ったフォルダー
              --data フォルダー       まだないか、空のフォルダー。tsukasa.properties（別の PostgreSQL を使うとき）と
                                      keys/（別に控えた鍵）だけは、先に置いておけます""", """
            Usage: tsukasa restore BACKUP --data NEWDIR
              BACKUP        a folder made by tsukasa backup
              --data DIR    a folder that is not there yet, or empty; only tsukasa.properties (for a PostgreSQL of
                            your own) and keys/ (which were kept apart) may stand in it already""");

    @Override
    public List<String> words() {
        return List.of("restore");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        return Job.run(HELP, arguments, Set.of("--data"), Set.of(), out, err, (typed, say) -> {
            if (typed.word().isEmpty() || !typed.values().containsKey("--data")) {
                throw new Typed.Wrong(Text.of("控えと --data を指定してください。", "Name the backup and --data."));
            }
            Path data = typed.path("--data", "");
            long begun = System.nanoTime();
            Restored restored =
                    new Restoring(new BackupFolder(Typed.path(typed.word().get())), data).restore();
            told(restored, data, (System.nanoTime() - begun) / 1e9, say);
            return checked(data, say) && restored.differences().isEmpty() ? Job.DONE : Job.FAILED;
        });
    }

    private static void told(Restored restored, Path data, double seconds, Job.Say say) {
        Manifest manifest = restored.manifest();
        say.out(Text.of(
                "%s 時点の控えを %s に戻しました: %d表 %,d行、ファイル %,d件、%.1f秒"
                        .formatted(
                                manifest.takenAt(),
                                data,
                                manifest.tables().size(),
                                manifest.rows(),
                                manifest.files().size(),
                                seconds),
                "Restored the state of %s into %s: %d tables with %,d rows, %,d files, %.1f s"
                        .formatted(
                                manifest.takenAt(),
                                data,
                                manifest.tables().size(),
                                manifest.rows(),
                                manifest.files().size(),
                                seconds)));
        if (restored.differences().isEmpty()) {
            say.out(Text.of(
                    "  すべての表の行数と連番が、控えと一致します。", "  The rows of every table and every sequence are as in the backup."));
        }
        restored.differences().forEach(say::err);
        if (!restored.missingKeys().isEmpty()) {
            String names = String.join(", ", restored.missingKeys());
            say.out(Text.of(
                    "  別に控えた鍵と設定を、起動する前に戻してください: " + names,
                    "  Put back the keys and settings that were kept apart before you start: " + names));
        }
    }

    private static boolean checked(Path data, Job.Say say) {
        boolean sound = true;
        List<Command> commands =
                SpringFactoriesLoader.loadFactories(Command.class, RestoreCommand.class.getClassLoader());
        for (List<String> check : CHECKS) {
            for (Command command : commands) {
                if (command.words().equals(check)) {
                    say.out(Text.same("  tsukasa " + String.join(" ", check)));
                    sound &= command.run(List.of("--data", data.toString()), say.print(), say.complain()) == 0;
                }
            }
        }
        return sound;
    }
}
