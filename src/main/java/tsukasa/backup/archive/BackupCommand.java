package tsukasa.backup.archive;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tsukasa.backup.archive.BackupTaking.Taken;
import tsukasa.kernel.Command;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Writing;

/// `./tsukasa backup`: copies everything while the platform runs.
public final class BackupCommand implements Command {
    static final Text HELP = Text.of("""
            使い方: tsukasa backup [--data フォルダー] [--to フォルダー] [--with-keys]
              --data フォルダー   データフォルダー（既定 var/）。動いているままで構いません
              --to フォルダー     この中に、時刻を名前にした控えを作ります（既定 backups/）
              --with-keys         秘密鍵と tsukasa.properties も入れます。入れなければ、別に控えてください""", """
            Usage: tsukasa backup [--data DIR] [--to DIR] [--with-keys]
              --data DIR    the data folder (default var/); the platform may go on running
              --to DIR      the backup is made in here, named by its time (default backups/)
              --with-keys   secret keys and tsukasa.properties too; without it, keep them apart""");

    @Override
    public List<String> words() {
        return List.of("backup");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        return Job.run(HELP, arguments, Set.of("--data", "--to"), Set.of("--with-keys"), out, err, (typed, say) -> {
            if (typed.word().isPresent()) {
                throw new Typed.Wrong(Text.of(
                        "分からない引数です: " + typed.word().get(),
                        "Unknown argument: " + typed.word().get()));
            }
            Path data = typed.path("--data", "var");
            long begun = System.nanoTime();
            Taken taken =
                    new BackupTaking(DataFiles.of(data), typed.has("--with-keys")).into(typed.path("--to", "backups"));
            told(taken, (System.nanoTime() - begun) / 1e9, say);
            return taken.warnings().isEmpty() ? Job.DONE : Job.FAILED;
        });
    }

    private static void told(Taken taken, double seconds, Job.Say say) {
        Manifest manifest = taken.manifest();
        String size = Writing.size(
                manifest.parts().stream().mapToLong(Manifest.Part::bytes).sum());
        say.out(Text.of(
                "控えを作り、読み返して確かめました: " + taken.folder().place(),
                "Backup written and verified: " + taken.folder().place()));
        say.out(Text.of(
                "  %s 時点、%d表 %,d行、ファイル %,d件、%s、%.1f秒"
                        .formatted(
                                manifest.takenAt(),
                                manifest.tables().size(),
                                manifest.rows(),
                                manifest.files().size(),
                                size,
                                seconds),
                "  as of %s: %d tables with %,d rows, %,d files, %s, %.1f s"
                        .formatted(
                                manifest.takenAt(),
                                manifest.tables().size(),
                                manifest.rows(),
                                manifest.files().size(),
                                size,
                                seconds)));
        if (!manifest.keys() && !manifest.keyNames().isEmpty()) {
            String names = String.join(", ", manifest.keyNames());
            say.out(Text.of(
                    "  鍵と設定は入っていません。別の場所に控えてください: " + names,
                    "  Keys and settings are not in it; keep them elsewhere: " + names));
        }
        taken.warnings().forEach(say::err);
    }
}
