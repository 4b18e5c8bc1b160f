package tsukasa.kernel.database;

import java.nio.file.Path;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// The embedded PostgreSQL of a data folder could not be started.
class DatabaseNotStarted extends StartFailure {
    DatabaseNotStarted(Path folder, Throwable cause) {
        super(
                Text.of(
                        "組み込みの PostgreSQL を " + folder.toAbsolutePath().normalize() + " で起動できません: "
                                + cause.getMessage(),
                        "The embedded PostgreSQL cannot start in "
                                + folder.toAbsolutePath().normalize() + ": " + cause.getMessage()),
                Text.of(
                        "空き容量とフォルダの権限を確かめてください。ほかの PostgreSQL を使うときは TSUKASA_DATABASE_URL を設定します。",
                        "Check free space and the folder's permissions, or name a PostgreSQL of your own in TSUKASA_DATABASE_URL."),
                cause);
    }
}
