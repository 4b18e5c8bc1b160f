package tsukasa.kernel.database;

import java.util.List;

/// The named actors of one module; each module that has some says so with a bean of this.
public record NamedActors(List<NamedActor> all) {
    public NamedActors {
        all = List.copyOf(all);
    }

    public static NamedActors of(NamedActor... actors) {
        return new NamedActors(List.of(actors));
    }
}
