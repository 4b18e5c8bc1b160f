package tsukasa.kernel.database;

import java.nio.file.Path;

/// Another platform is running on the same data folder.
class DataFolderInUse extends RuntimeException {
    DataFolderInUse(Path folder) {
        super("the data folder " + folder.toAbsolutePath()
                + " is in use by another Tsukasa: stop that one, or choose another folder with --data DIR");
    }
}
