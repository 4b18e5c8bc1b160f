package tsukasa.kernel.database;

import java.nio.file.Path;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// Another platform, or a command, is at work on the same data folder.
class DataFolderInUse extends StartFailure {
    DataFolderInUse(Path folder) {
        super(
                Text.of(
                        "データフォルダ " + folder.toAbsolutePath().normalize()
                                + " は、動いている別の Tsukasa（取り込みなどの命令のこともあります）が使っています。",
                        "Another Tsukasa, perhaps a command such as an import, is running on the data folder "
                                + folder.toAbsolutePath().normalize() + "."),
                Text.of(
                        "それが終わるのを待つか、止めるか、--data DIR で別のフォルダを指定してください。",
                        "Wait until it ends, stop it, or choose another folder with --data DIR."),
                null);
    }
}
