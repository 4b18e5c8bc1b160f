package tsukasa.files;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tsukasa.identity.Visitor;

/// Keeps files for every module. Within the caller's transaction: what is rolled back was never kept.
public interface FileKeeper {
    long LARGEST = 20L * 1024 * 1024;

    KeepOutcome keep(NewFile file, Visitor by);

    /// Also one that is gone, of which the record is left.
    Optional<KeptFile> find(FileId id);

    /// Those of these that there are, also gone ones.
    List<KeptFile> all(Collection<FileId> ids);

    /// What this thing holds, oldest first, without what is gone.
    List<KeptFile> of(FileHolder holder);

    /// Its content, opened and checked against its seal while it is read. Whoever shows it to somebody asks
    /// [FileReaders] and records the read; the download address does both by itself.
    InputStream open(FileId id);

    /// Takes over what was kept and given out elsewhere before. It stays with its person and its day, and is refused
    /// for nothing but another content: what is found harmful is kept as such, what cannot be scanned is given out.
    TakeOverOutcome takeOver(FormerFile former);

    /// Takes a file away from its holder for good; its content goes when nothing else holds it.
    RemoveOutcome remove(FileId id, String reason, Visitor by);

    /// Gives all files of one holder to another, such as from a draft to what was made of it.
    ///
    /// @return how many
    int handOver(FileHolder from, FileHolder to);

    /// Whether this person may be given the file now: may read it, and it is not in quarantine for them.
    boolean mayOpen(KeptFile file, Optional<Visitor> visitor);
}
