package tsukasa.audit;

import java.util.UUID;

/// What something was done to.
///
/// @param type  a stable word: `person`, `case`
/// @param id    what it is found by, within its type
/// @param label what people call it; a name, never what is in it
public record Thing(String type, String id, String label) {
    public static Thing of(String type, String id, String label) {
        return new Thing(type, id, label);
    }

    public static Thing of(String type, UUID id, String label) {
        return new Thing(type, id.toString(), label);
    }

    /// All of a kind, such as a list of people.
    public static Thing all(String type) {
        return new Thing(type, "", "");
    }
}
