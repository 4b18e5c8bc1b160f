package tsukasa.kernel.database;

import tsukasa.kernel.Text;

/// Work of the platform that goes through the walls around confidential records, under a name that row policies know.
///
/// @param id    as policies write it, `walls.acts('intake')`
/// @param words what it does, for whoever reads who may do what
public record NamedActor(String id, Text words) {
    public static NamedActor of(String id, String ja, String en) {
        return new NamedActor(id, Text.of(ja, en));
    }
}
