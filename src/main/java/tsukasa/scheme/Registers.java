package tsukasa.scheme;

import java.time.LocalDate;
import java.util.Map;

/// What the registers say, for other pages.
public interface Registers {
    /// Entries that stand on a day, by level.
    Map<String, Long> countByLevel(String scheme, LocalDate asOf);
}
