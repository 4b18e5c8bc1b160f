package tsukasa.identity;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// 担当範囲: how far a role reaches, over the whole agency or over some of its departments.
///
/// @param everywhere  over the whole agency; the departments are empty then
/// @param departments none at all reaches nothing
public record Reach(boolean everywhere, Set<String> departments) implements Serializable {
    /// How departments are written, in plans, schemes and here: `security`, `dx-2`.
    public static final Pattern DEPARTMENT = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public static final Reach EVERYWHERE = new Reach(true, Set.of());

    public Reach {
        departments = Set.copyOf(departments);
        if (everywhere && !departments.isEmpty()) {
            throw new IllegalArgumentException("the whole agency is not a list of departments");
        }
        for (String department : departments) {
            if (!DEPARTMENT.matcher(department).matches()) {
                throw new IllegalArgumentException("no department is written like this: " + department);
            }
        }
    }

    public static Reach over(Set<String> departments) {
        return new Reach(false, departments);
    }

    /// What belongs to no department is for those who reach everywhere.
    public boolean covers(@Nullable String department) {
        return everywhere || department != null && departments.contains(department);
    }

    public Reach and(Reach other) {
        if (everywhere || other.everywhere) {
            return EVERYWHERE;
        }
        Set<String> both = new TreeSet<>(departments);
        both.addAll(other.departments);
        return over(both);
    }

    /// What everybody is, and the roles as `identity.roles_of` writes them: `STAFF/*`, `STAFF/security`; `STAFF/`
    /// reaches nothing yet.
    public static Map<Role, Reach> read(String[] written) {
        Map<Role, Reach> reaches = new EnumMap<>(Map.of(Role.MEMBER, EVERYWHERE));
        for (String one : written) {
            int slash = one.indexOf('/');
            String over = one.substring(slash + 1);
            Reach reach = over.equals("*") ? EVERYWHERE : over(over.isEmpty() ? Set.of() : Set.of(over));
            reaches.merge(Role.valueOf(one.substring(0, slash)), reach, Reach::and);
        }
        return reaches;
    }

    @Override
    public String toString() {
        return everywhere ? "*" : departments.stream().sorted().collect(Collectors.joining(","));
    }
}
