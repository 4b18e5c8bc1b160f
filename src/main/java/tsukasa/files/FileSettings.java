package tsukasa.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets about files, under `tsukasa.`.
///
/// @param filesDir       where they lie; nodes of one agency share it. Absent means `kept` in the data folder
/// @param filesKey       the file with the keys of confidential files; absent means `keys/files.json` in the data
/// folder
/// @param clamav         `host:port` or `unix:/path/to/clamd.sock`; absent means that nothing is scanned
/// @param unscannedFiles what happens to files that could not be scanned; left out, they are quarantined, except in a
/// demonstration
@ConfigurationProperties("tsukasa")
public record FileSettings(
        @Nullable Path filesDir,
        @Nullable Path filesKey,
        @Nullable String clamav,
        @Nullable Unscanned unscannedFiles,
        @DefaultValue("var") Path dataDir,
        @DefaultValue("false") boolean demo) {
    public enum Unscanned {
        QUARANTINE,
        ACCEPT
    }

    public Path folder() {
        return filesDir == null ? dataDir.resolve("kept") : filesDir;
    }

    public Path key() {
        return filesKey == null ? dataDir.resolve("keys").resolve("files.json") : filesKey;
    }

    public boolean acceptsUnscanned() {
        return unscannedFiles == null ? demo : unscannedFiles == Unscanned.ACCEPT;
    }
}
