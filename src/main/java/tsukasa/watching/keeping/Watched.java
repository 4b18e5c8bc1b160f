package tsukasa.watching.keeping;

import java.util.List;
import java.util.UUID;

/// An item as it is judged.
record Watched(long item, UUID list, UUID owner, List<String> names) {
    Watched {
        names = List.copyOf(names);
    }

    /// Something of it can be the platform of another item.
    boolean byCpe() {
        return names.stream().anyMatch(name -> name.startsWith("cpe:"));
    }
}
