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
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Reads;
import tsukasa.audit.Thing;
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
    private static final String LIST = "letter.listed";
    private static final String ONE = "letter.read";
    private static final Action LISTED = Action.of(LIST, "送信メールの一覧を閲覧", "Outbox read");
    private static final Action READ = Action.of(ONE, "送信メールを閲覧", "Letter read");
    private static final Action SENT_AGAIN = Action.of("letter.sent-again", "メールを再送", "Letter sent again");
    private static final int LONGEST_SEARCH = 200;
    private final Outbox outbox;
    private final PublicAddress address;
    private final Notices notices;
    private final AuditTrail trail;

    OutboxController(Outbox outbox, PublicAddress address, Notices notices, AuditTrail trail) {
        this.trail = trail;
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

    @Bean
    static KnownActions outboxActions() {
        return KnownActions.of(LISTED, READ, SENT_AGAIN);
    }

    @GetMapping("/staff/outbox")
    @Reads(LIST)
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
        trail.record(Deed.read(LISTED, Thing.all("letter"))
                .with("search", shortened)
                .with("state", wanted.orElse(null))
                .with("page", listing.paging().page()));
        return new OutboxPage(frame, shortened, wanted, listing, outbox.toMailServer());
    }

    @GetMapping("/staff/outbox/{id}")
    @Reads(ONE)
    LetterPage letter(Frame frame, @PathVariable UUID id) {
        OutgoingMail mail = outbox.find(new MailId(id)).orElseThrow(OutboxController::noLetter);
        trail.record(Deed.read(READ, thing(mail)));
        return LetterPage.of(frame, mail, address.base());
    }

    @PostMapping("/staff/outbox/{id}/send-again")
    Redirect sendAgain(Frame frame, HttpServletRequest request, @PathVariable UUID id) {
        OutgoingMail mail = outbox.find(new MailId(id)).orElseThrow(OutboxController::noLetter);
        if (!outbox.sendAgain(new MailId(id))) {
            throw new Problem(
                    Kind.CONFLICT,
                    Text.of("このメールは、送信に失敗した状態ではありません。", "This mail is not in the failed state."),
                    Text.of("メールの画面を開き直して、状態を確かめてください。", "Open the mail again and see its state."));
        }
        trail.record(Deed.did(SENT_AGAIN, thing(mail)));
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("もう一度送ります。", "It will be sent again."), null));
        return new Redirect("/staff/outbox/" + id);
    }

    private static Thing thing(OutgoingMail mail) {
        return Thing.of("letter", mail.id().value(), mail.to().value());
    }

    private static Problem noLetter() {
        return Problem.notFound(Text.of("このメールはありません。", "There is no such mail."));
    }
}
