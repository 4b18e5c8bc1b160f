package tsukasa.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Visitor;

/// What an administrator does about files without reading them: find, release, hold, dispose.
public interface FileOversight {
    Listing search(Wanted wanted, int page, int size);

    /// How many wait in quarantine.
    long quarantined();

    /// The kinds of holder that have files.
    List<String> kinds();

    Optional<Record> find(FileId id);

    /// Lets a file out of quarantine; false when it is in none.
    boolean release(FileId id, String reason, Visitor by);

    /// 保存期間の延長・廃棄の停止: keeps it beyond its end, until the hold is lifted; false when it is gone.
    boolean hold(FileId id, String reason, Visitor by);

    boolean lift(FileId id, String reason, Visitor by);

    /// Disposes of it before its time.
    RemoveOutcome dispose(FileId id, String reason, Visitor by);

    /// @param text a part of a name, or a SHA-256, or the id of a holder
    /// @param kind the kind of holder, empty for all
    record Wanted(String text, @Nullable FileState state, String kind, boolean held) {
        public static final Wanted ALL = new Wanted("", null, "", false);
    }

    record Listing(List<KeptFile> files, long total) {}

    /// A file and what happened to it.
    ///
    /// @param records how many records hold the same content
    record Record(
            KeptFile file,
            long records,
            Optional<Instant> scannedAt,
            Optional<String> finding,
            Optional<String> released,
            Optional<String> heldBy,
            Optional<Instant> goneAt,
            Optional<String> goneWhy) {}
}
