package tsukasa.identity.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.Reads;
import tsukasa.audit.Thing;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;

@Controller
@Permit(Permission.MANAGE_PEOPLE)
class StaffPeopleController {
    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_SEARCH = 200;
    private final PersonStore store;
    private final People people;
    private final ChangeAnswers answers;
    private final Departments departments;
    private final AuditTrail trail;

    StaffPeopleController(
            PersonStore store, People people, ChangeAnswers answers, Departments departments, AuditTrail trail) {
        this.store = store;
        this.people = people;
        this.trail = trail;
        this.answers = answers;
        this.departments = departments;
    }

    @Bean
    static StaffMenuEntry peopleEntry() {
        return StaffMenuEntry.of(
                Text.of("利用者と役割", "People and roles"),
                Text.of("利用者を探し、役割を与え、外し、アカウントを停止する", "Find people, give and take roles, close accounts"),
                "/staff/people",
                Permission.MANAGE_PEOPLE.name(),
                90);
    }

    @GetMapping("/staff/people")
    @Reads(PeopleActions.LIST)
    PeoplePage list(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "1") int page) {
        String text = q.strip().replace("\u0000", "");
        String shortened = text.substring(0, Math.min(LONGEST_SEARCH, text.length()));
        Optional<Role> wanted = RoleController.role(role).filter(one -> one != Role.MEMBER);
        Paging paging = new Paging(page, PAGE_SIZE, store.count(shortened, wanted.orElse(null)));
        trail.record(Deed.read(PeopleActions.LISTED, Thing.all("person"))
                .with("search", shortened)
                .with("role", wanted.orElse(null))
                .with("page", paging.page()));
        return new PeoplePage(
                frame,
                shortened,
                wanted,
                store.list(shortened, wanted.orElse(null), paging.offset(), paging.size()),
                paging);
    }

    @GetMapping("/staff/people/{id}")
    @Reads(PeopleActions.ONE)
    PersonPage person(Frame frame, Visitor visitor, @PathVariable UUID id) {
        Person person = read(id);
        Map<String, Text> names = departments.names();
        List<PersonPage.Past> past = store.stays(id).stream()
                .map(stay -> PersonPage.Past.of(frame, stay, names))
                .toList();
        Map<Role, String> reaches = new EnumMap<>(Role.class);
        person.reaches().forEach((role, reach) -> reaches.put(role, departments.say(frame, reach)));
        return new PersonPage(frame, person, reaches, past, person.id().equals(visitor.id()));
    }

    /// Taking a role away, or closing, is asked once more on a page of its own.
    @Permit(value = Permission.MANAGE_PEOPLE, fresh = true)
    @GetMapping("/staff/people/{id}/confirm")
    @Reads(PeopleActions.ONE)
    ConfirmPage confirm(
            Frame frame,
            @PathVariable UUID id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String role) {
        Person person = read(id);
        return switch (act) {
            case "take" -> ConfirmPage.taking(frame, person, RoleController.grantable(role));
            case "close" -> ConfirmPage.closing(frame, person);
            default -> throw ChangeAnswers.nobody();
        };
    }

    private Person read(UUID id) {
        Person person = people.find(id).orElseThrow(ChangeAnswers::nobody);
        trail.record(Deed.read(PeopleActions.READ, PeopleActions.thing(person)));
        return person;
    }

    @Permit(value = Permission.MANAGE_PEOPLE, fresh = true)
    @PostMapping("/staff/people/{id}/take")
    Redirect take(Frame frame, HttpServletRequest request, @PathVariable UUID id, @RequestParam String role) {
        Role taken = RoleController.grantable(role);
        return answers.done(
                frame,
                request,
                people.take(id, taken),
                Text.of(
                        taken.title().ja() + "の役割を外しました。",
                        "The role " + taken.title().en() + " was taken away."));
    }

    @Permit(value = Permission.MANAGE_PEOPLE, fresh = true)
    @PostMapping("/staff/people/{id}/close")
    Redirect close(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable UUID id) {
        if (visitor.id().equals(id)) {
            throw new Problem(
                    Kind.CONFLICT,
                    Text.of("ご自分のアカウントは停止できません。", "You cannot close your own account."),
                    Text.of("別の管理者に依頼してください。", "Ask another administrator."));
        }
        return answers.done(frame, request, people.close(id), Text.of("アカウントを停止しました。", "The account was closed."));
    }

    @Permit(value = Permission.MANAGE_PEOPLE, fresh = true)
    @PostMapping("/staff/people/{id}/reopen")
    Redirect reopen(Frame frame, HttpServletRequest request, @PathVariable UUID id) {
        return answers.done(frame, request, people.reopen(id), Text.of("アカウントを再開しました。", "The account was reopened."));
    }
}
