package tsukasa.staff.outbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.mail.DeliveryState;
import tsukasa.mail.MailId;
import tsukasa.mail.Outbox;
import tsukasa.mail.OutgoingMail;

@Controller
@Permit(Permission.READ_OUTBOX)
class OutboxController {
    private static final int LONGEST_SEARCH = 200;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Notices notices;

    OutboxController(Outbox outbox, PublicAddress address, Notices notices) {
        this.outbox = outbox;
        this.address = address;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry outboxEntry() {
        return StaffMenuEntry.of(
                Text.of("送信メール", "Outgoing mail"),
                Text.of("送ったメール、待っているメール、送れなかったメールを確かめる", "See what was sent, what waits and what failed"),
                "/staff/outbox",
                Permission.READ_OUTBOX.name(),
                80);
    }

    @GetMapping("/staff/outbox")
    OutboxPage list(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page) {
        String text = q.strip().replace("\u0000", "");
        String shortened = text.substring(0, Math.min(LONGEST_SEARCH, text.length()));
        Optional<DeliveryState> wanted = Arrays.stream(DeliveryState.values())
                .filter(known -> known.name().equalsIgnoreCase(state))
                .findFirst();
        Outbox.Listing listing = outbox.list(new Outbox.Wanted(shortened, wanted, page));
        return new OutboxPage(frame, shortened, wanted, listing, outbox.toMailServer());
    }

    @GetMapping("/staff/outbox/{id}")
    LetterPage letter(Frame frame, @PathVariable UUID id) {
        OutgoingMail mail = outbox.find(new MailId(id)).orElseThrow(OutboxController::noLetter);
        return LetterPage.of(frame, mail, address.base());
    }

    @PostMapping("/staff/outbox/{id}/send-again")
    Redirect sendAgain(Frame frame, HttpServletRequest request, @PathVariable UUID id) {
        if (outbox.find(new MailId(id)).isEmpty()) {
            throw noLetter();
        }
        if (!outbox.sendAgain(new MailId(id))) {
            throw new Problem(
                    Kind.CONFLICT,
                    Text.of("このメールは、送信に失敗した状態ではありません。", "This mail is not in the failed state."),
                    Text.of("メールの画面を開き直して、状態を確かめてください。", "Open the mail again and see its state."));
        }
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("もう一度送ります。", "It will be sent again."), null));
        return new Redirect("/staff/outbox/" + id);
    }

    private static Problem noLetter() {
        return Problem.notFound(Text.of("このメールはありません。", "There is no such mail."));
    }
}
