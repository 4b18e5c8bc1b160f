package tsukasa.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Viewer;

/// Who did it, under the name known then.
///
/// @param id           of the person or the token; for the system, the part of it that acted
/// @param organisation the organisation acted for, if any
public record Actor(
        Kind kind, String id, String name, @Nullable UUID organisation) {
    public static final Actor NOBODY = new Actor(Kind.NOBODY, "", "", null);

    public enum Kind {
        PERSON("利用者", "Person"),
        TOKEN("APIトークン", "API token"),
        SYSTEM("システム", "System"),
        NOBODY("サインインしていない人", "Nobody signed in");

        private final Text title;

        Kind(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public static Actor of(Viewer viewer) {
        return new Actor(
                Kind.PERSON,
                viewer.getName(),
                viewer.recordedName(),
                viewer.actsFor().orElse(null));
    }

    public static Actor person(UUID id, String name) {
        return new Actor(Kind.PERSON, id.toString(), name, null);
    }

    public static Actor token(String id, String name, @Nullable UUID organisation) {
        return new Actor(Kind.TOKEN, id, name, organisation);
    }

    /// @param part such as `demo`
    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part, part, null);
    }
}
