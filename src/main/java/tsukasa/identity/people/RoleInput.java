package tsukasa.identity.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;

/// A role's reach as it was typed.
record RoleInput(String reach, List<String> departments, String others) {
    static final String EVERYWHERE = "everywhere";
    static final String DEPARTMENTS = "departments";
    private static final int MOST = 50;

    static RoleInput of(Reach reach, Set<String> known) {
        List<String> others = new ArrayList<>(new TreeSet<>(reach.departments()));
        others.removeAll(known);
        return new RoleInput(
                reach.everywhere() ? EVERYWHERE : DEPARTMENTS,
                List.copyOf(reach.departments()),
                String.join(" ", others));
    }

    /// A role that is not given by department asks nothing.
    Errors errors(Frame frame, Role role) {
        if (!role.byDepartment() || reach.equals(EVERYWHERE)) {
            return Errors.none();
        }
        if (!reach.equals(DEPARTMENTS)) {
            return Errors.none().with("reach", frame.say("担当範囲を選んでください。", "Choose how far the role reaches."));
        }
        Set<String> ids = ids();
        if (ids.isEmpty()) {
            return Errors.none().with("reach", frame.say("部署を1つ以上選んでください。", "Choose one department or more."));
        }
        boolean wrong = ids.size() > MOST
                || ids.stream().anyMatch(id -> !Reach.DEPARTMENT.matcher(id).matches());
        return wrong
                ? Errors.none()
                        .with(
                                "others",
                                frame.say(
                                        "記号は半角の英小文字で始め、英小文字、数字、ハイフンで40字までにしてください。50部署まで書けます。",
                                        "Begin an id with a lower-case letter; letters, digits and hyphens, 40 at most. 50 departments at most."))
                : Errors.none();
    }

    Reach typed(Role role) {
        return !role.byDepartment() || reach.equals(EVERYWHERE) ? Reach.EVERYWHERE : Reach.over(ids());
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>(departments);
        Arrays.stream(others.strip().split("[\\s,、，　]+"))
                .filter(id -> !id.isEmpty())
                .forEach(ids::add);
        return ids;
    }
}
