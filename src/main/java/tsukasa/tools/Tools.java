package tsukasa.tools;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was published; nothing that is being written can be found here.
public interface Tools {
    Optional<Tool> find(ToolName name);

    /// By title in Japanese.
    List<Tool> list(Question question);

    /// The last published first, without those withdrawn.
    List<Release> newestReleases(int most);

    /// The detached OpenPGP signature of a file, made when its release was published.
    Optional<String> signature(UUID file);

    /// Grows with every change: what was made of the catalogue at this mark is still true while it stands.
    long mark();

    /// @param words each of them must stand in its texts, in either language; empty for all
    record Question(
            String words,
            @Nullable Audience audience,
            @Nullable Support support) {
        public static final Question ALL = new Question("", null, null);
    }
}
