package tsukasa.watching;

import java.util.List;

/// A product to be watched.
///
/// @param version empty where it is not known
/// @param names   by which the database may know it
public record NewItem(String title, String version, List<String> names) {
    public NewItem {
        names = List.copyOf(names);
    }
}
