package tsukasa.kernel.database;

import java.nio.file.Path;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// Another platform is running on the same data folder.
class DataFolderInUse extends StartFailure {
    DataFolderInUse(Path folder) {
        super(
                Text.of(
                        "データフォルダ " + folder.toAbsolutePath().normalize() + " は、動いている別の Tsukasa が使っています。",
                        "Another Tsukasa is running on the data folder "
                                + folder.toAbsolutePath().normalize() + "."),
                Text.of(
                        "先にそちらを止めるか、--data DIR で別のフォルダを指定してください。",
                        "Stop that one, or choose another folder with --data DIR."),
                null);
    }
}
