package tsukasa.demo.year;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

/// The people of the demonstration: one for each role, a second planner, two analysts of vulnerabilities, staff of
/// another department, a colleague and a
/// supervisor of those who handle cases, and a company's.
@Component
class Cast {
    record Part(String address, String name, Role role, Reach reach) {
        Part(String address, String name, Role role) {
            this(address, name, role, Reach.EVERYWHERE);
        }
    }

    /// Belongs to the departments that own the demonstration's scheme and its indicators.
    static final Part STAFF = new Part(
            "staff@example.jp",
            "佐藤 職子",
            Role.STAFF,
            Reach.over(Set.of("security", "icscoe", "talent", "exam", "dx", "dadc", "research")));
    /// Has nothing to do with them.
    static final Part OTHER_STAFF = new Part("staff2@example.jp", "広田 報一", Role.STAFF, Reach.over(Set.of("pr")));
    /// Handle the same cases; one of them says who handles which.
    static final Part SECURITY_STAFF =
            new Part("staff3@example.jp", "安田 全子", Role.STAFF, Reach.over(Set.of("security")));
    static final Part SUPERVISOR =
            new Part("supervisor@example.jp", "長谷 督子", Role.SUPERVISOR, Reach.over(Set.of("security")));
    static final Part PLANNER = new Part("planner@example.jp", "計良 画太", Role.PLANNER);
    /// Accepts what the other planner brought in: nobody accepts their own work.
    static final Part SECOND_PLANNER = new Part("planner2@example.jp", "確井 認子", Role.PLANNER);
    static final Part EXECUTIVE = new Part("executive@example.jp", "八木 員美", Role.EXECUTIVE);
    static final Part ACCOUNTANT = new Part("accountant@example.jp", "会津 計子", Role.ACCOUNTANT);
    static final Part ANALYST = new Part("analyst@example.jp", "分目 析子", Role.ANALYST);
    /// Approves what the other analyst adds.
    static final Part SECOND_ANALYST = new Part("analyst2@example.jp", "重見 護", Role.ANALYST);
    static final Part ADMINISTRATOR = new Part("administrator@example.jp", "管野 理", Role.ADMINISTRATOR);
    static final Part AUDITOR = new Part("auditor@example.jp", "監物 守", Role.AUDITOR);
    static final Part MINISTRY = new Part("ministry@example.jp", "省野 務", Role.MINISTRY);
    static final Part COMPANY = new Part("company@example.jp", "会田 社", Role.MEMBER);
    static final List<Part> PARTS = List.of(
            PLANNER,
            SECOND_PLANNER,
            EXECUTIVE,
            ACCOUNTANT,
            STAFF,
            OTHER_STAFF,
            SECURITY_STAFF,
            SUPERVISOR,
            ANALYST,
            SECOND_ANALYST,
            ADMINISTRATOR,
            AUDITOR,
            MINISTRY,
            COMPANY);
    private final People people;

    Cast(People people) {
        this.people = people;
    }

    void assemble() {
        for (Part part : PARTS) {
            Person person = people.ensure(EmailAddress.of(part.address()), part.name(), Language.JA);
            if (part.role() != Role.MEMBER) {
                people.give(person.id(), part.role(), part.reach());
            }
        }
    }

    Visitor playing(Part part) {
        Person person = people.ensure(EmailAddress.of(part.address()), part.name(), Language.JA);
        return new Visitor(person.id(), person.displayName(), part.address(), Map.of(part.role(), part.reach()), null);
    }
}
