package tsukasa.identity.me;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.identity.Admission;
import tsukasa.identity.Membership;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.Organisation;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Organisations;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Person;
import tsukasa.identity.Registration;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.mail.EmailAddress;

/// One's organisations. To anyone who does not belong to it, an organisation's page does not exist.
@Controller
@Permit(Permission.SIGNED_IN)
class OrganisationController {
    private final Organisations organisations;
    private final People people;
    private final Admission admission;
    private final Notices notices;
    private final TransactionOperations transactions;

    OrganisationController(
            Organisations organisations,
            People people,
            Admission admission,
            Notices notices,
            TransactionOperations transactions) {
        this.organisations = organisations;
        this.people = people;
        this.admission = admission;
        this.notices = notices;
        this.transactions = transactions;
    }

    @GetMapping("/me/organisations/new")
    NewOrganisationPage blank(Frame frame, @RequestParam(name = "return", defaultValue = "/me") String goOn) {
        return new NewOrganisationPage(
                frame,
                OrganisationForm.empty(),
                Errors.none(),
                ReturnPath.orHome(goOn).value());
    }

    @PostMapping("/me/organisations/new")
    Answer register(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            OrganisationForm typed,
            @RequestParam(name = "return", defaultValue = "/me") String goOn) {
        OrganisationForm form = typed.complete();
        String path = ReturnPath.orHome(goOn).value();
        return switch (form.read(frame, false, null)) {
            case OrganisationForm.Reading.Bad(var errors) ->
                new NewOrganisationPage(frame, form.shortened(), errors, path);
            case OrganisationForm.Reading.Good(var profile) -> registered(frame, visitor, request, form, profile, path);
        };
    }

    private Answer registered(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            OrganisationForm form,
            OrganisationProfile profile,
            String path) {
        return switch (registerAndOwn(visitor, profile)) {
            case Registration.AlreadyThere _ -> {
                OrganisationErrors errors = new OrganisationErrors(frame);
                errors.alreadyThere();
                yield new NewOrganisationPage(frame, form.shortened(), errors.all(), path);
            }
            case Registration.Registered(var organisation) -> {
                admission.actFor(organisation.id(), request);
                notices.leave(
                        request,
                        new Notice(Notice.Kind.DONE, frame.say("組織を登録しました。", "Registered."), organisation.name()));
                yield new Redirect(path);
            }
        };
    }

    private Registration registerAndOwn(Visitor visitor, OrganisationProfile profile) {
        return transactions.execute(_ -> {
            Registration registration = organisations.register(profile);
            if (registration instanceof Registration.Registered(var organisation)) {
                organisations.join(visitor.id(), organisation.id(), Part.OWNER);
            }
            return registration;
        });
    }

    @GetMapping("/me/organisations/{id}")
    OrganisationPage show(Frame frame, Visitor visitor, @PathVariable UUID id) {
        Part part = part(visitor, id);
        Organisation organisation = organisations.find(id).orElseThrow(OrganisationController::unknown);
        return page(frame, organisation, OrganisationForm.of(organisation.profile()), Errors.none(), part, "");
    }

    @PostMapping("/me/organisations/{id}")
    Answer amend(
            Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable UUID id, OrganisationForm typed) {
        owner(visitor, id);
        OrganisationForm form = typed.complete();
        Organisation organisation = organisations.find(id).orElseThrow(OrganisationController::unknown);
        return switch (form.read(frame, true, organisation.profile().corporateNumber())) {
            case OrganisationForm.Reading.Bad(var errors) ->
                page(frame, organisation, form.shortened(), errors, Part.OWNER, "");
            case OrganisationForm.Reading.Good(var profile) -> {
                organisations.amend(id, profile);
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("保存しました。", "Saved."), null));
                yield new Redirect("/me/organisations/" + id);
            }
        };
    }

    @PostMapping("/me/organisations/{id}/act-for")
    Redirect actFor(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable UUID id) {
        part(visitor, id);
        admission.actFor(id, request);
        String name = organisations.find(id).map(Organisation::name).orElse("");
        notices.leave(
                request,
                new Notice(
                        Notice.Kind.DONE, frame.say("手続きをする組織を切り替えました。", "You now act for this organisation."), name));
        return new Redirect("/me");
    }

    @PostMapping("/me/organisations/{id}/members")
    Answer addMember(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "MEMBER") String part) {
        owner(visitor, id);
        Organisation organisation = organisations.find(id).orElseThrow(OrganisationController::unknown);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            Errors errors = Errors.none()
                    .with(
                            "email",
                            frame.say(
                                    "メールアドレスを name@example.jp の形で入力してください。",
                                    "Enter an email address like name@example.jp."));
            OrganisationForm form = OrganisationForm.of(organisation.profile());
            return page(frame, organisation, form, errors, Part.OWNER, Typed.shown(email));
        }
        Part given = part.equals(Part.OWNER.name()) ? Part.OWNER : Part.MEMBER;
        String name = address.get().value().substring(0, address.get().value().indexOf('@'));
        Person person = people.ensure(address.get(), name, frame.language());
        keepAnOwner(id, person.id(), given == Part.OWNER);
        organisations.join(person.id(), id, given);
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("メンバーを加えました。", "Member added."), email.strip()));
        return new Redirect("/me/organisations/" + id);
    }

    @PostMapping("/me/organisations/{id}/members/{person}/remove")
    Redirect removeMember(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID person) {
        owner(visitor, id);
        keepAnOwner(id, person, false);
        organisations.leave(person, id);
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("メンバーから外しました。", "Member removed."), null));
        return new Redirect(person.equals(visitor.id()) ? "/me" : "/me/organisations/" + id);
    }

    /// An organisation without an owner could never be amended again.
    private void keepAnOwner(UUID organisation, UUID leaving, boolean staysOwner) {
        boolean anotherOwner = organisations.membersOf(organisation).stream()
                .anyMatch(m -> m.part() == Part.OWNER && !m.person().equals(leaving));
        if (!anotherOwner && !staysOwner) {
            throw new Problem(
                    Kind.CONFLICT,
                    Text.of("最後の管理者は外せません。", "The last owner cannot leave."),
                    Text.of("先に、別の人を管理者にしてください。", "First make somebody else an owner."));
        }
    }

    private OrganisationPage page(
            Frame frame,
            Organisation organisation,
            OrganisationForm form,
            Errors errors,
            Part part,
            String typedEmail) {
        List<OrganisationPage.Member> members = organisations.membersOf(organisation.id()).stream()
                .flatMap(membership -> people
                        .find(membership.person())
                        .map(person -> new OrganisationPage.Member(person, membership.part()))
                        .stream())
                .toList();
        return new OrganisationPage(frame, organisation, form, errors, part == Part.OWNER, members, typedEmail);
    }

    private Part part(Visitor visitor, UUID organisation) {
        return organisations.membershipsOf(visitor.id()).stream()
                .filter(membership -> membership.organisation().equals(organisation))
                .map(Membership::part)
                .findFirst()
                .orElseThrow(OrganisationController::unknown);
    }

    private void owner(Visitor visitor, UUID organisation) {
        if (part(visitor, organisation) != Part.OWNER) {
            throw new Problem(
                    Kind.NOT_ALLOWED,
                    Text.of("組織の内容を変えられるのは、その管理者だけです。", "Only an owner may change this organisation."),
                    Text.of("管理者に依頼してください。", "Ask an owner of the organisation."));
        }
    }

    private static Problem unknown() {
        return Problem.notFound(Text.of("この組織はありません。", "There is no such organisation."));
    }
}
