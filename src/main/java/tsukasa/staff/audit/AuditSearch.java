package tsukasa.staff.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.audit.Deed;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;

/// What was typed into the search, as far as it makes sense.
record AuditSearch(String who, String action, String object, String kind, String from, String until) {
    private static final int LONGEST = 200;

    AuditSearch {
        who = line(who);
        action = line(action);
        object = line(object);
        kind = Arrays.stream(Deed.Kind.values())
                .map(Deed.Kind::name)
                .filter(kind::equals)
                .findFirst()
                .orElse("");
        from = day(from) == null ? "" : from.strip();
        until = day(until) == null ? "" : until.strip();
    }

    private static String line(String typed) {
        String text = typed.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    static @Nullable LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() < 1900 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    Wanted wanted() {
        return new Wanted(who, action, object, kind.isEmpty() ? null : Deed.Kind.valueOf(kind), day(from), day(until));
    }

    boolean everything() {
        return wanted().equals(Wanted.ALL);
    }

    /// Of a search that is itself written down.
    Deed told(Deed deed) {
        return deed.with("who", who)
                .with("action", action)
                .with("object", object)
                .with("kind", kind)
                .with("from", from)
                .with("until", until);
    }

    List<Field> fields(Frame f, AuditWords words) {
        List<Option> actions = new ArrayList<>();
        actions.add(Option.of("", f.say("すべて", "All")));
        actions.addAll(words.options(f));
        if (!action.isEmpty() && !words.known(action)) {
            actions.add(Option.of(action, action));
        }
        List<Option> kinds = new ArrayList<>();
        kinds.add(Option.of("", f.say("すべて", "All")));
        Arrays.stream(Deed.Kind.values()).forEach(one -> kinds.add(Option.of(one.name(), f.say(one.title()))));
        return List.of(
                Field.search("who", f.say("だれが（名前かID）", "Who (name or id)")).value(who),
                Field.search("object", f.say("何に（名前か番号）", "To what (name or number)"))
                        .value(object),
                Field.select("action", f.say("行為", "Action"), actions).value(action),
                Field.select("kind", f.say("種別", "Kind"), kinds).value(kind),
                Field.date("from", f.say("この日から", "From")).value(from),
                Field.date("until", f.say("この日まで", "Until")).value(until));
    }
}
