package tsukasa.mail.outbox;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.kernel.Problem;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.page.Frame;
import tsukasa.mail.LetterText;
import tsukasa.mail.MailId;
import tsukasa.mail.OutgoingMail;

/// The mailbox of a demonstration, where nobody has a real one: whoever was told the number of a letter may open it.
@Controller
class DemoLetterController {
    static final String MAILBOX = "demonstration-mailbox";
    private final LetterStore letters;
    private final Settings settings;
    private final PublicAddress address;

    DemoLetterController(LetterStore letters, Settings settings, PublicAddress address) {
        this.letters = letters;
        this.settings = settings;
        this.address = address;
    }

    @GetMapping("/demo/letters/{id}")
    DemoLetterPage letter(Frame frame, @PathVariable UUID id) {
        if (!settings.demo()) {
            throw noLetter();
        }
        OutgoingMail mail =
                Walls.as(MAILBOX, () -> letters.find(new MailId(id))).orElseThrow(DemoLetterController::noLetter);
        String body = mail.body() == null ? "" : mail.body();
        return new DemoLetterPage(
                frame, mail.to().value(), mail.subject(), mail.writtenAt(), LetterText.of(body, address.base()));
    }

    private static Problem noLetter() {
        return Problem.notFound(Text.of("このメールはありません。", "There is no such mail."));
    }
}
