package tsukasa.identity.delegation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Admission;
import tsukasa.identity.DelegableServices.Service;
import tsukasa.identity.Mandate;
import tsukasa.identity.Mandates;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisations;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.identity.delegation.Delegation.EndedBy;
import tsukasa.identity.delegation.Delegation.State;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.Writing;

/// What an organisation lets others do for it, and for whom it acts. Its members see it, its owners decide.
@Controller
@Permit(Permission.SIGNED_IN)
class DelegationController {
    private final DelegationDesk desk;
    private final Sides sides;
    private final Scope scope;
    private final Organisations organisations;
    private final Mandates mandates;
    private final Admission admission;
    private final Notices notices;

    DelegationController(
            DelegationDesk desk,
            Sides sides,
            Scope scope,
            Organisations organisations,
            Mandates mandates,
            Admission admission,
            Notices notices) {
        this.desk = desk;
        this.sides = sides;
        this.scope = scope;
        this.organisations = organisations;
        this.mandates = mandates;
        this.admission = admission;
        this.notices = notices;
    }

    @GetMapping("/me/organisations/{id}/delegations")
    DelegationsPage list(Frame frame, Visitor visitor, @PathVariable UUID id) {
        Sides.Own own = sides.own(visitor, id);
        List<Delegation> all = desk.of(id);
        return new DelegationsPage(
                frame,
                path(id),
                own.organisation().name(),
                all.stream()
                        .filter(one -> one.giver().id().equals(id))
                        .map(one -> line(frame, id, one, one.delegate().name()))
                        .toList(),
                all.stream()
                        .filter(one -> one.delegate().id().equals(id))
                        .map(one -> line(frame, id, one, one.giver().name()))
                        .toList(),
                own.part() == Part.OWNER);
    }

    private DelegationsPage.Line line(Frame frame, UUID id, Delegation one, String partner) {
        State state = one.state(desk.today());
        return new DelegationsPage.Line(
                partner,
                path(id) + "/delegations/" + one.id(),
                scope.words(frame, one.services()),
                frame.say(one.extent().title()),
                frame.writing().date(one.lastDay()),
                frame.say(state.title()),
                state.status());
    }

    private static String path(UUID id) {
        return "/me/organisations/" + id;
    }

    @Permit(value = Permission.SIGNED_IN, fresh = true)
    @GetMapping("/me/organisations/{id}/delegations/new")
    NewDelegationPage blank(Frame frame, Visitor visitor, @PathVariable UUID id) {
        Sides.Own own = sides.giver(visitor, id);
        return form(frame, own, OfferForm.empty(desk.today()), Errors.none());
    }

    private NewDelegationPage form(Frame frame, Sides.Own own, OfferForm typed, Errors errors) {
        return NewDelegationPage.of(
                frame, path(own.organisation().id()), own.organisation().name(), typed, scope.services(), errors);
    }

    /// Shown once more before it is offered.
    @Permit(value = Permission.SIGNED_IN, fresh = true)
    @PostMapping("/me/organisations/{id}/delegations/new")
    Answer offer(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable List<String> services,
            @RequestParam(defaultValue = "") String extent,
            @RequestParam(name = "last-day", defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String confirmed) {
        Sides.Own own = sides.giver(visitor, id);
        OfferForm typed = OfferForm.of(number, services, extent, lastDay);
        return switch (typed.read(
                frame, id, scope.services().stream().map(Service::id).collect(Collectors.toSet()), organisations)) {
            case OfferForm.Outcome.Bad(var errors) -> form(frame, own, typed, errors);
            case OfferForm.Outcome.Good(var offer, var delegate) ->
                confirmed.equals("yes")
                        ? offered(frame, visitor, request, own, typed, offer)
                        : new ConfirmOfferPage(
                                frame,
                                path(id),
                                own.organisation().name(),
                                delegate.name(),
                                List.of(
                                        Fact.of(frame.say("任せる相手", "Delegate"), delegate.name()),
                                        Fact.of(frame.say("法人番号", "Corporate number"), typed.number()),
                                        Fact.of(frame.say("任せる手続き", "Services"), scope.words(frame, offer.services())),
                                        Fact.of(
                                                frame.say("できること", "What they may do"),
                                                frame.say(offer.extent().title())),
                                        Fact.of(
                                                frame.say("最後の日", "Last day"),
                                                frame.writing().date(offer.lastDay()))),
                                typed.number(),
                                typed.services(),
                                typed.extent(),
                                typed.lastDay());
        };
    }

    private Answer offered(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            Sides.Own own,
            OfferForm typed,
            DelegationStore.Offer offer) {
        Optional<Delegation> made = desk.offer(offer, visitor);
        if (made.isEmpty()) {
            return form(
                    frame,
                    own,
                    typed,
                    Errors.none()
                            .with(
                                    "number",
                                    frame.say(
                                            "この相手とは、すでに有効か承諾待ちの代理があります。内容を変えるには、先に終わらせてください。",
                                            "There is one in force or waiting with them. End that first to change it.")));
        }
        done(frame, request, Text.of("代理を依頼しました。相手が承諾すると有効になります。", "Offered. It is in force once they accept."));
        return new Redirect(
                path(own.organisation().id()) + "/delegations/" + made.get().id());
    }

    @GetMapping("/me/organisations/{id}/delegations/{delegation}")
    DelegationPage one(Frame frame, Visitor visitor, @PathVariable UUID id, @PathVariable UUID delegation) {
        return page(frame, sides.own(visitor, id), sides.seen(id, delegation), false);
    }

    @GetMapping("/me/organisations/{id}/delegations/{delegation}/end")
    Answer confirmEnd(Frame frame, Visitor visitor, @PathVariable UUID id, @PathVariable UUID delegation) {
        Delegation seen = sides.seen(id, delegation);
        DelegationPage page = page(frame, sides.owner(visitor, id), seen, true);
        return page.mayEnd() ? page : new Redirect(page.here());
    }

    private DelegationPage page(Frame frame, Sides.Own own, Delegation one, boolean ending) {
        State state = one.state(desk.today());
        UUID here = own.organisation().id();
        boolean owner = own.part() == Part.OWNER;
        boolean received = one.delegate().id().equals(here);
        return new DelegationPage(
                frame,
                path(here),
                own.organisation().name(),
                one.id().toString(),
                heading(frame, one, state, received),
                List.of(
                        Fact.of(frame.say("任せる組織", "For whom"), one.giver().name()),
                        Fact.of(frame.say("代理する組織", "Who acts"), one.delegate().name()),
                        Fact.of(frame.say("手続き", "Services"), scope.words(frame, one.services())),
                        Fact.of(
                                frame.say("できること", "What they may do"),
                                frame.say(one.extent().title())),
                        Fact.of(frame.say("最後の日", "Last day"), frame.writing().date(one.lastDay())),
                        Fact.of(
                                frame.say("依頼した日", "Offered"),
                                frame.writing().date(LocalDate.ofInstant(one.offeredAt(), Writing.JAPAN))),
                        Fact.of(frame.say("状態", "State"), frame.say(state.title()))),
                frame.say(state.title()),
                owner && received && state == State.OFFERED,
                owner && state.open(),
                ending);
    }

    private static String heading(Frame frame, Delegation one, State state, boolean received) {
        String giver = one.giver().name();
        String delegate = one.delegate().name();
        if (!received) {
            return frame.say(delegate + " に任せた代理", "Delegation to " + delegate);
        }
        return state == State.OFFERED
                ? frame.say(giver + " からの代理の依頼", giver + " asks you to act for it")
                : frame.say(giver + " から任された代理", "Acting for " + giver);
    }

    @Permit(value = Permission.SIGNED_IN, fresh = true)
    @PostMapping("/me/organisations/{id}/delegations/{delegation}/accept")
    Redirect accept(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID delegation) {
        sides.owner(visitor, id);
        Delegation seen = sides.seen(id, delegation);
        if (!seen.delegate().id().equals(id) || !desk.accept(seen, visitor)) {
            throw over();
        }
        done(frame, request, Text.of("代理を承諾しました。", "You accepted the delegation."));
        return new Redirect(path(id) + "/delegations/" + delegation);
    }

    /// Either side at any time; nobody need prove anything again to let go.
    @PostMapping("/me/organisations/{id}/delegations/{delegation}/end")
    Redirect end(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID delegation) {
        sides.owner(visitor, id);
        Delegation seen = sides.seen(id, delegation);
        EndedBy side = seen.giver().id().equals(id) ? EndedBy.GIVER : EndedBy.DELEGATE;
        if (!desk.end(seen, side, visitor)) {
            throw over();
        }
        done(frame, request, Text.of("代理を終わらせました。", "The delegation has ended."));
        return new Redirect(path(id) + "/delegations");
    }

    /// From now on one acts for the giver, as far as the mandate reaches.
    @PostMapping("/me/acting-for/{giver}")
    Redirect act(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable UUID giver) {
        Optional<Mandate> mandate = mandates.of(visitor.id(), giver);
        if (mandate.isEmpty()) {
            throw Problem.notFound(Text.of("この組織の代理は、任されていません。", "You have no mandate to act for this organisation."));
        }
        admission.actFor(giver, request);
        done(frame, request, Text.of("代理として手続きします。", "You now act for them."));
        return new Redirect("/me");
    }

    private void done(Frame frame, HttpServletRequest request, Text words) {
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say(words), null));
    }

    private static Problem over() {
        return new Problem(
                Problem.Kind.CONFLICT,
                Text.of("この代理は、すでに終わったか、変わっています。", "This delegation has ended, or changed meanwhile."),
                Text.of("代理の一覧で、いまの状態を確かめてください。", "See the list for how it stands now."));
    }
}
