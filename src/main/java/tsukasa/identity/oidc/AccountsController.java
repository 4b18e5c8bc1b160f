package tsukasa.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.identity.Admission;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.identity.oidc.ArrivalStore.Arrival;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// A person's accounts elsewhere: seen, linked, unlinked.
@Controller
@Permit(value = Permission.SIGNED_IN, fresh = true)
class AccountsController {
    private final AccountDesk desk;
    private final Providers providers;
    private final Arrivals arrivals;
    private final Admission admission;
    private final Notices notices;

    AccountsController(AccountDesk desk, Providers providers, Arrivals arrivals, Admission admission, Notices notices) {
        this.desk = desk;
        this.providers = providers;
        this.arrivals = arrivals;
        this.admission = admission;
        this.notices = notices;
    }

    @Permit(Permission.SIGNED_IN)
    @GetMapping("/me/accounts")
    AccountsPage accounts(Frame frame, Visitor visitor) {
        return new AccountsPage(
                frame,
                desk.of(visitor.id()).stream()
                        .map(one -> AccountsPage.line(frame, one, title(one)))
                        .toList(),
                providers.choices());
    }

    private Text title(Account account) {
        return providers
                .find(account.provider())
                .map(Provider::title)
                .orElse(Text.of(account.provider(), account.provider()));
    }

    @GetMapping("/me/accounts/waiting")
    WaitingPage waiting(Frame frame, Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Arrival arrival = arrivals.waiting(request, visitor.id());
        return WaitingPage.of(frame, arrival.identity(), provider(arrival).title(), visitor);
    }

    @PostMapping("/me/accounts/waiting")
    Redirect join(Frame frame, Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        Arrival arrival = arrivals.take(request, response, visitor.id());
        Provider provider = provider(arrival);
        Account account;
        try {
            account = desk.link(arrival.identity(), visitor.id());
        } catch (Refusal.Refused refused) {
            desk.refused(provider, refused.why());
            throw refused.why().problem(provider.title());
        }
        // Whoever works for the agency proves a second thing in the ways of the agency.
        if (!visitor.entrusted()) {
            admission.raise(arrival.identity().way(), request, response);
        }
        UUID organisation = account.organisation();
        if (organisation != null) {
            admission.actFor(organisation, request);
        }
        String title = frame.say(provider.title());
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE,
                        frame.say(title + "を結び付けました。", title + " is linked."),
                        frame.say(
                                "次からは、サインインの画面で「" + title + "でサインイン」を選べます。",
                                "From now on you can choose it on the sign-in page.")));
        return new Redirect(arrival.goOn().value());
    }

    private Provider provider(Arrival arrival) {
        return providers
                .find(arrival.identity().provider())
                .orElseThrow(() -> Problem.notFound(Text.of("このサインインの方法はありません。", "There is no such way to sign in.")));
    }

    @GetMapping("/me/accounts/{id}/removal")
    AccountRemovalPage confirmRemoval(Frame frame, Visitor visitor, @PathVariable UUID id) {
        Account account = own(visitor, id);
        return new AccountRemovalPage(
                frame,
                account.id().toString(),
                account.label(),
                frame.say(title(account)),
                desk.anotherWay(visitor),
                visitor.email());
    }

    @PostMapping("/me/accounts/{id}/removal")
    Redirect remove(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable UUID id) {
        Account account = own(visitor, id);
        if (!desk.anotherWay(visitor)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("これを解除すると、サインインできなくなるおそれがあります。", "Without it you might not be able to sign in any more."),
                    Text.of("先に、メールのリンクでサインインするか、パスキーを追加してください。", "First sign in with a mail link, or add a passkey."));
        }
        desk.unlink(account);
        notices.leave(
                request, new Notice(Notice.Kind.DONE, frame.say("結び付きを解除しました。", "The account was unlinked."), null));
        return new Redirect("/me/accounts");
    }

    private Account own(Visitor visitor, UUID id) {
        return desk.of(visitor.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound(Text.of("この外部アカウントは、結び付いていません。", "This account is not linked to yours.")));
    }
}
