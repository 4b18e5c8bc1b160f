package tsukasa.mail.outbox;

import java.time.Instant;
import java.util.List;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.mail.LetterText;

public record DemoLetterPage(Frame frame, String to, String subject, Instant writtenAt, LetterText text)
        implements Page {
    @Override
    public String title() {
        return subject;
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of(frame.say("宛先", "To"), to),
                Fact.of(frame.say("日時", "Date"), frame.writing().minute(writtenAt)));
    }
}
