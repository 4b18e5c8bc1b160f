package tsukasa.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// Something done, read or refused. When, in which request and from where is known to who records it.
///
/// @param by     absent means whoever makes the present request, or the system outside of one
/// @param reason why, as far as somebody said so
/// @param facts  a few short particulars; never a secret, never the content of a record
public record Deed(
        Kind kind,
        @Nullable Actor by,
        Action action,
        Thing object,
        @Nullable String reason,
        Map<String, String> facts) {
    public enum Kind {
        DID("実行", "Done"),
        READ("閲覧", "Read"),
        REFUSED("拒否", "Refused");

        private final Text title;

        Kind(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public Deed {
        facts = Map.copyOf(facts);
    }

    public static Deed did(Action action, Thing object) {
        return new Deed(Kind.DID, null, action, object, null, Map.of());
    }

    public static Deed read(Action action, Thing object) {
        return new Deed(Kind.READ, null, action, object, null, Map.of());
    }

    public static Deed refused(Action action, Thing object) {
        return new Deed(Kind.REFUSED, null, action, object, null, Map.of());
    }

    public Deed by(Actor actor) {
        return new Deed(kind, actor, action, object, reason, facts);
    }

    public Deed because(@Nullable String why) {
        return new Deed(kind, by, action, object, why == null || why.isBlank() ? null : why, facts);
    }

    public Deed with(String fact, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(facts);
        more.put(fact, value.toString());
        return new Deed(kind, by, action, object, reason, more);
    }
}
