package tsukasa.scheme.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// 受付の控え: the end of the way, and what one has now. Made to be printed.
///
/// @param own where one goes on to the logo and to changes without another mail; empty once the link is too old
public record RegisteredPage(
        Frame frame,
        Scheme scheme,
        Scheme.Level level,
        String number,
        String name,
        String mail,
        Instant registeredAt,
        Optional<String> own)
        implements Page {
    @Override
    public String title() {
        return frame.say("登録しました", "You are registered");
    }

    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(frame.say("名前", "Name"), name));
        if (scheme.graded()) {
            facts.add(Fact.of(frame.say("段階", "Level"), level.mark() + " " + frame.say(level.title())));
        }
        facts.add(Fact.of(frame.say("登録した日時", "Registered at"), frame.writing().minute(registeredAt)));
        facts.add(Fact.of(frame.say("お知らせの送り先", "Notices go to"), mail));
        return facts;
    }

    public String entry() {
        return "/" + scheme.id() + "/register/" + number;
    }

    public String manage() {
        return "/" + scheme.id() + "/manage";
    }
}
