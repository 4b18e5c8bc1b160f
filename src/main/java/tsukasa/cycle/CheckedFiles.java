package tsukasa.cycle;

import java.util.Optional;
import tsukasa.identity.Visitor;
import tsukasa.kernel.table.SentFile;

/// 確かめた表: a file or pasted rows somebody had checked, kept so that exactly the same can be entered afterwards.
public interface CheckedFiles {
    /// @param purpose what it is for, such as `minister/fy2021`; it is opened for nothing else
    long keep(String purpose, SentFile file, Visitor by);

    /// Only who had it checked enters it, and only once: until the transaction ends, nobody else opens it.
    Optional<Kept> open(long id, String purpose, Visitor by);

    void entered(long id);

    record Kept(long id, String name, String sha256, byte[] content) {}
}
