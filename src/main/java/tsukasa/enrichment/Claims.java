package tsukasa.enrichment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tsukasa.identity.Visitor;

/// Who works on which entry, so that no two do the same. A claim keeps nobody out, and lapses by itself.
public interface Claims {
    /// @param until when it lapses
    record Claim(long entry, UUID by, String byName, Instant since, Instant until) {}

    /// Those that have not lapsed.
    Map<Long, Claim> of(Collection<Long> entries);

    List<Claim> all();

    /// Takes an entry, or keeps it for longer. False where a colleague has it.
    boolean take(long entry, Visitor by);

    /// Gives one's own back.
    void release(long entry, Visitor by);
}
