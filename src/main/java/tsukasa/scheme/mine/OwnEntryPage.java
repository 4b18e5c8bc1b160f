package tsukasa.scheme.mine;

import java.util.ArrayList;
import java.util.List;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// One's own entry, and what can be done with it.
///
/// @param highest nothing to step up to
public record OwnEntryPage(
        Frame frame, Scheme scheme, OwnEntry.Said entry, Scheme.Level level, boolean highest, String path)
        implements Page {
    @Override
    public String title() {
        return entry.name();
    }

    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        String number = frame.say("番号", "Number");
        facts.add(
                scheme.confidential()
                        ? Fact.of(number, entry.number())
                        : Fact.of(number, entry.number(), "/" + scheme.id() + "/register/" + entry.number()));
        if (scheme.graded()) {
            facts.add(Fact.of(frame.say("段階", "Level"), level.mark() + " " + frame.say(level.title())));
        }
        facts.add(Fact.of(
                frame.say("都道府県", "Prefecture"), frame.say(entry.prefecture().title())));
        facts.add(Fact.of(
                frame.say("この内容になった日", "As it stands since"), frame.writing().date(entry.since())));
        return facts;
    }
}
