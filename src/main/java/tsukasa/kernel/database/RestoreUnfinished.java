package tsukasa.kernel.database;

import java.nio.file.Path;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// A restore into this data folder was interrupted, so half of it may be missing.
class RestoreUnfinished extends StartFailure {
    RestoreUnfinished(Path folder) {
        super(
                Text.of(
                        "データフォルダ " + folder.toAbsolutePath().normalize() + " への復元が途中で終わっています。",
                        "A restore into the data folder "
                                + folder.toAbsolutePath().normalize() + " did not finish."),
                Text.of("フォルダを消し、tsukasa restore をもう一度行ってください。", "Remove the folder and run tsukasa restore again."),
                null);
    }
}
