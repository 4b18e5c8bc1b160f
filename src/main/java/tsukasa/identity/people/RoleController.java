package tsukasa.identity.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.Reads;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;

/// Gives roles, each with its reach. Nobody gives anything to themselves.
@Controller
@Permit(value = Permission.MANAGE_PEOPLE, fresh = true)
class RoleController {
    private final People people;
    private final Departments departments;
    private final ChangeAnswers answers;
    private final AuditTrail trail;

    RoleController(People people, Departments departments, ChangeAnswers answers, AuditTrail trail) {
        this.people = people;
        this.departments = departments;
        this.answers = answers;
        this.trail = trail;
    }

    @GetMapping("/staff/people/{id}/role")
    @Reads(PeopleActions.ONE)
    RolePage role(Frame frame, Visitor visitor, @PathVariable UUID id, @RequestParam String role) {
        Role wanted = reaching(role);
        Person person = another(visitor, id);
        trail.record(Deed.read(PeopleActions.READ, PeopleActions.thing(person)));
        Map<String, Text> known = departments.names();
        Reach reach = person.reaches().getOrDefault(wanted, Reach.EVERYWHERE);
        return new RolePage(frame, person, wanted, RoleInput.of(reach, known.keySet()), known, Errors.none());
    }

    @PostMapping("/staff/people/{id}/give")
    Answer give(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String reach,
            @RequestParam(name = "departments", required = false) List<String> chosen,
            @RequestParam(defaultValue = "") String others) {
        Role given = grantable(role);
        Person person = another(visitor, id);
        RoleInput input = new RoleInput(reach, Optional.ofNullable(chosen).orElse(List.of()), others);
        Errors errors = input.errors(frame, given);
        if (!errors.isEmpty()) {
            return new RolePage(frame, person, given, input, departments.names(), errors);
        }
        Reach typed = input.typed(given);
        return answers.done(
                frame,
                request,
                people.give(id, given, typed),
                Text.of(
                        given.title().ja() + "の役割を与えました。",
                        "The role " + given.title().en() + " was given."));
    }

    private Person another(Visitor visitor, UUID id) {
        if (visitor.id().equals(id)) {
            throw new Problem(
                    Kind.CONFLICT,
                    Text.of(
                            "ご自分に役割を与えることや、ご自分の担当範囲を変えることはできません。",
                            "You cannot give yourself a role, nor change its reach."),
                    Text.of("別の管理者に依頼してください。", "Ask another administrator."));
        }
        return people.find(id).orElseThrow(ChangeAnswers::nobody);
    }

    static Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /// Everyone is a member; the other roles are given.
    static Role grantable(String name) {
        return role(name)
                .filter(one -> one != Role.MEMBER)
                .orElseThrow(() -> Problem.invalid(
                        Text.of("その役割はありません。", "There is no such role."),
                        Text.of("利用者の画面から、役割を選び直してください。", "Choose a role on the person's page.")));
    }

    private static Role reaching(String name) {
        Role role = grantable(name);
        if (!role.byDepartment()) {
            throw Problem.invalid(
                    Text.of("この役割は、いつも機構全体に及びます。", "This role always reaches over the whole agency."),
                    Text.of("利用者の画面から、そのまま与えてください。", "Give it on the person's page."));
        }
        return role;
    }
}
