package tsukasa.enrichment.queue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.enrichment.Claims;
import tsukasa.enrichment.Desk;
import tsukasa.enrichment.Proposals;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.FormFields;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;

/// The queue, and who takes what of it.
@Controller
class QueueController {
    private static final int LONGEST_NUMBER = 100;
    private static final String TAKE = "take";
    private final QueueViews views;
    private final Claims claims;
    private final Entries entries;
    private final Notices notices;

    QueueController(QueueViews views, Claims claims, Entries entries, Notices notices) {
        this.views = views;
        this.claims = claims;
        this.entries = entries;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry enrichmentEntry(Proposals proposals) {
        return StaffMenuEntry.of(
                        Text.of("脆弱性の分析デスク", "Analysts' desk"),
                        Text.of(
                                "製品・スコア・日本語のない脆弱性に追記し、同僚の追記を承認します。",
                                "Add what vulnerabilities lack, and approve what colleagues add."),
                        Desk.HOME,
                        Permission.ENRICH.name(),
                        45)
                .counting(proposals::waiting);
    }

    @GetMapping(Desk.HOME)
    @Permit(Permission.ENRICH)
    QueuePage queue(Frame frame, Visitor visitor, HttpServletRequest request) {
        return views.page(
                frame,
                visitor,
                QueueFilter.of(name -> FormFields.text(request, name)),
                Math.max(1, FormFields.count(FormFields.text(request, "page"))));
    }

    /// By any number of it.
    @GetMapping(Desk.HOME + "/find")
    @Permit(Permission.ENRICH)
    Redirect find(Frame frame, HttpServletRequest request) {
        String typed = FormFields.text(request, "number");
        List<EntryHead> known = typed.isEmpty() || typed.length() > LONGEST_NUMBER ? List.of() : entries.known(typed);
        if (known.size() == 1) {
            return new Redirect(Desk.entry(known.getFirst().number()));
        }
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.WARNING,
                        known.isEmpty()
                                ? frame.say("その番号の脆弱性は登録されていません。", "There is no entry with this number.")
                                : frame.say(
                                        "その番号の脆弱性は" + known.size() + "件あります。JVNDB 番号で探してください。",
                                        known.size() + " entries have this number. Look for one by its JVNDB number."),
                        null));
        return new Redirect(Desk.HOME);
    }

    @PostMapping(Desk.HOME + "/entries/{number}/claim")
    @Permit(Permission.ENRICH)
    Redirect claim(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String number) {
        EntryHead head = EntryId.read(number)
                .map(EntryId::toString)
                .flatMap(read -> entries.known(read).stream().findFirst())
                .orElseThrow(Desk::notThere);
        boolean takes = FormFields.text(request, "do").equals(TAKE);
        if (!takes) {
            claims.release(head.id(), visitor);
        } else if (!claims.take(head.id(), visitor)) {
            String who = Optional.ofNullable(claims.of(List.of(head.id())).get(head.id()))
                    .map(Claims.Claim::byName)
                    .orElse("");
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of(who + "さんが先に担当になりました。", "Somebody else (" + who + ") has taken it first."),
                    Text.of("ほかの脆弱性を選ぶか、相談してください。", "Choose another one, or talk to them."));
        }
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        takes
                                ? frame.say(
                                        head.number() + " の担当になりました。3日のあいだ有効です。",
                                        "You have taken " + head.number() + ". It is yours for three days.")
                                : frame.say(
                                        head.number() + " の担当をやめました。", "You have given " + head.number() + " back."),
                        null));
        return new Redirect(FormFields.text(request, "to").equals("queue") ? Desk.HOME : Desk.entry(head.number()));
    }
}
