package tsukasa.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Admission;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.SecurityEvent;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.Visitor;
import tsukasa.identity.oidc.Visit.Purpose;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Redirect;

/// To the provider and back. One goes there by a link and not by a form, since browsers let no form end at another site
/// that our content policy does not name.
@Controller
class OidcController {
    private final Journeys journeys;
    private final BackChannel back;
    private final AccountDesk accounts;
    private final Arrivals arrivals;
    private final Admission admission;
    private final SecurityTrail trail;

    OidcController(
            Journeys journeys,
            BackChannel back,
            AccountDesk accounts,
            Arrivals arrivals,
            Admission admission,
            SecurityTrail trail) {
        this.journeys = journeys;
        this.back = back;
        this.accounts = accounts;
        this.arrivals = arrivals;
        this.admission = admission;
        this.trail = trail;
    }

    @GetMapping("/sign-in/with/{provider}")
    ResponseEntity<Void> signIn(
            Optional<Visitor> visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String provider,
            @RequestParam(name = "return", defaultValue = "/") String goOn) {
        ReturnPath path = ReturnPath.orHome(goOn);
        Provider asked = journeys.provider(provider);
        return visitor.isPresent()
                ? seeOther(path.value())
                : begin(asked, Purpose.SIGN_IN, null, path, request, response);
    }

    @Permit(Permission.SIGNED_IN)
    @GetMapping("/sign-in/with/{provider}/again")
    ResponseEntity<Void> again(
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String provider,
            @RequestParam(name = "return", defaultValue = "/") String goOn) {
        Provider asked = journeys.provider(provider);
        return begin(asked, Purpose.AGAIN, visitor.id(), ReturnPath.orHome(goOn), request, response);
    }

    /// Only begins: what comes back waits for its owner to say yes.
    @Permit(value = Permission.SIGNED_IN, fresh = true)
    @GetMapping("/me/accounts/link/{provider}")
    ResponseEntity<Void> link(
            Visitor visitor, HttpServletRequest request, HttpServletResponse response, @PathVariable String provider) {
        Provider asked = journeys.provider(provider);
        return begin(asked, Purpose.LINK, visitor.id(), new ReturnPath("/me/accounts"), request, response);
    }

    private ResponseEntity<Void> begin(
            Provider provider,
            Purpose purpose,
            @Nullable UUID person,
            ReturnPath goOn,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answering(
                provider,
                () -> seeOther(journeys.begin(provider, purpose, person, goOn, request, response)
                        .toString()));
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .header("Cache-Control", "no-store")
                .build();
    }

    /// Who comes for the first time proves once that an address here is theirs; that account is then linked.
    @GetMapping("/sign-in/first")
    FirstTimePage first(Frame frame, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Identity identity = arrivals.waiting(request, null).identity();
        return FirstTimePage.of(
                frame, identity, journeys.provider(identity.provider()).title());
    }

    @GetMapping("/sign-in/with/{provider}/callback")
    Redirect comesBack(
            Frame frame,
            Optional<Visitor> visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String provider) {
        Provider from = journeys.provider(provider);
        response.setHeader("Cache-Control", "no-store");
        return answering(from, () -> {
            Visit visit = journeys.takeBack(from, request, response);
            UUID present = visitor.map(Visitor::id).orElse(null);
            if (visit.person() != null && !visit.person().equals(present)) {
                throw Refusal.NOT_OURS.refused();
            }
            String code = journeys.code(from, request);
            Identity identity = back.identity(from, code, visit, journeys.redirect(from));
            return switch (visit.purpose()) {
                case SIGN_IN -> admit(frame, identity, visit, request, response);
                case LINK -> offer(identity, visit, request, response);
                case AGAIN -> raise(identity, visit, request, response);
            };
        });
    }

    private Redirect admit(
            Frame frame, Identity identity, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        Optional<Account> account = accounts.known(identity).or(() -> accounts.welcome(identity, frame.language()));
        if (account.isEmpty()) {
            arrivals.keep(identity, null, visit.goOn(), request, response);
            return new Redirect("/sign-in/first");
        }
        admission.admit(account.get().person(), identity.way(), request, response);
        UUID organisation = account.get().organisation();
        if (organisation != null) {
            admission.actFor(organisation, request);
        }
        return new Redirect(visit.goOn().value());
    }

    private Redirect offer(Identity identity, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        if (accounts.taken(identity)) {
            boolean own = accounts.of(owner(visit)).stream()
                    .anyMatch(one -> one.issuer().equals(identity.issuer())
                            && one.subject().equals(identity.subject()));
            if (own) {
                return new Redirect("/me/accounts");
            }
            throw Refusal.TAKEN.refused();
        }
        arrivals.keep(identity, owner(visit), visit.goOn(), request, response);
        return new Redirect("/me/accounts/waiting");
    }

    private Redirect raise(Identity identity, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        UUID person = owner(visit);
        boolean own = accounts.known(identity)
                .filter(one -> one.person().equals(person))
                .isPresent();
        if (!own) {
            throw Refusal.OTHER_PERSON.refused();
        }
        admission.raise(identity.way(), request, response);
        trail.note(
                person, SecurityEvent.Kind.PROVED_AGAIN, identity.way().title().ja());
        return new Redirect(visit.goOn().value());
    }

    private static UUID owner(Visit visit) {
        UUID person = visit.person();
        if (person == null) {
            throw new IllegalStateException("begun by nobody");
        }
        return person;
    }

    /// Whatever is wrong is written down and said on a page.
    private <T> T answering(Provider provider, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal.Refused refused) {
            accounts.refused(provider, refused.why());
            throw refused.why().problem(provider.title());
        }
    }
}
