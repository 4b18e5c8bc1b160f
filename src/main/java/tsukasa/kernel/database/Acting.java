package tsukasa.kernel.database;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// On whose behalf the database is asked: a person with permissions, or named work of the platform. Row policies see
/// this and nothing else.
///
/// @param person absent for nobody in particular
/// @param powers permissions with their reach, `HANDLE_CASES/*` or `HANDLE_CASES/security`
/// @param actors ids of named actors
public record Acting(@Nullable UUID person, Set<String> powers, Set<String> actors) {
    /// Sees what everybody may see.
    public static final Acting NOBODY = new Acting(null, Set.of(), Set.of());

    public Acting {
        powers = Set.copyOf(powers);
        actors = Set.copyOf(actors);
    }

    public static Acting person(UUID person, Collection<String> powers) {
        return new Acting(person, Set.copyOf(powers), Set.of());
    }

    public static Acting as(String actor) {
        return new Acting(null, Set.of(), Set.of(actor));
    }

    /// The same person, and the actor besides.
    public Acting and(String actor) {
        Set<String> more = new TreeSet<>(actors);
        more.add(actor);
        return new Acting(person, powers, more);
    }

    boolean nobody() {
        return person == null && powers.isEmpty() && actors.isEmpty();
    }

    /// As the settings `tsukasa.person`, `tsukasa.powers` and `tsukasa.actors` hold it.
    List<String> written() {
        return List.of(person == null ? "" : person.toString(), String.join(" ", powers), String.join(" ", actors));
    }
}
