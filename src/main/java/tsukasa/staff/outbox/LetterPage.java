package tsukasa.staff.outbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.mail.DeliveryState;
import tsukasa.mail.LetterText;
import tsukasa.mail.OutgoingMail;

/// @param text absent when only the receiver may read it
public record LetterPage(
        Frame frame, OutgoingMail mail, @Nullable LetterText text) implements Page {
    static LetterPage of(Frame frame, OutgoingMail mail, String ownAddresses) {
        String body = mail.body();
        return new LetterPage(frame, mail, body == null ? null : LetterText.of(body, ownAddresses));
    }

    @Override
    public String title() {
        return mail.subject();
    }

    public Status deliveryStatus() {
        return OutboxPage.status(mail.state());
    }

    public boolean failed() {
        return mail.state() == DeliveryState.FAILED;
    }

    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(frame.say("宛先", "To"), mail.to().value()));
        facts.add(Fact.of(frame.say("書いた日時", "Written"), frame.writing().minute(mail.writtenAt())));
        if (mail.sentAt() != null) {
            facts.add(Fact.of(frame.say("送った日時", "Sent"), frame.writing().minute(mail.sentAt())));
        }
        facts.add(Fact.of(frame.say("試みた回数", "Attempts"), frame.writing().number(mail.attempts())));
        if (mail.trouble() != null) {
            facts.add(Fact.of(frame.say("メールサーバーの返事", "Mail server's reply"), mail.trouble()));
        }
        return facts;
    }
}
