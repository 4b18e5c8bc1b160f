package tsukasa.myjvn.hnd;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeValue;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.VersionSpan;

/// A stretch of versions in the words of JVN, which programs read as well as people.
///
/// @param fixed the version that has the fix, null where none is told
record Stretch(Text words, Effect effect, @Nullable String fixed) {
    private static final Set<String> BEGINNINGS = Set.of("", "0", "*", "-", "unspecified", "n/a");
    static final Text ALL = Text.of("すべてのバージョン", "All versions");

    static @Nullable Stretch of(Match match, CpeName name) {
        if (match.bounded()) {
            return between(Effect.AFFECTED, match.from(), match.fromOpen(), match.until(), match.untilOpen());
        }
        if (name.version().equals(CpeValue.NA)) {
            return null;
        }
        boolean every = name.version().equals(CpeValue.ANY);
        return new Stretch(every ? ALL : Text.same(exactly(name)), Effect.AFFECTED, null);
    }

    private static String exactly(CpeName name) {
        String version = name.version().text().replace("\\", "");
        boolean whole = name.update().equals(CpeValue.ANY) || name.update().equals(CpeValue.NA);
        return whole ? version : version + " " + name.update().text().replace("\\", "");
    }

    static Stretch of(VersionSpan span) {
        String change = span.changes().stream()
                .filter(each -> each.effect().clear())
                .map(VersionSpan.Change::at)
                .findFirst()
                .orElse(null);
        String until = change == null ? span.until() : change;
        if (until == null) {
            return new Stretch(BEGINNINGS.contains(span.from()) ? ALL : Text.same(span.from()), span.effect(), null);
        }
        return between(
                span.effect(),
                BEGINNINGS.contains(span.from()) ? null : span.from(),
                false,
                until.equals("*") ? null : until,
                change != null || span.open());
    }

    private static Stretch between(
            Effect effect, @Nullable String from, boolean fromOpen, @Nullable String until, boolean open) {
        return new Stretch(
                until == null ? since(from, fromOpen) : until(from, fromOpen, until, open),
                effect,
                open && effect == Effect.AFFECTED ? until : null);
    }

    private static Text since(@Nullable String from, boolean open) {
        if (from == null) {
            return ALL;
        }
        return open ? Text.same("> " + from) : Text.of(from + " 以上", ">= " + from);
    }

    private static Text until(@Nullable String from, boolean fromOpen, String until, boolean open) {
        String end = open ? " 未満" : " 以下";
        String sign = open ? "< " : "<= ";
        if (from == null) {
            return Text.of(until + end, open ? "before " + until : until + " and earlier");
        }
        return fromOpen
                ? Text.same("> " + from + ", " + sign + until)
                : Text.of(from + " 以上 " + until + end, ">= " + from + ", " + sign + until);
    }
}
