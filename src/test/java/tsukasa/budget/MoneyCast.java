package tsukasa.budget;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;

/// Who does what with money in tests.
public final class MoneyCast {
    public static final Visitor ACCOUNTANT = person("会津 計子", Role.ACCOUNTANT);
    public static final Visitor SECOND_ACCOUNTANT = person("算用 数美", Role.ACCOUNTANT);
    public static final Visitor EXECUTIVE = person("八木 員", Role.EXECUTIVE);
    public static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    public static final Visitor STAFF = person("佐藤 職", Role.STAFF);

    private MoneyCast() {}

    public static Visitor person(String name, Role role) {
        return new Visitor(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                "someone@example.jp",
                Set.of(Role.MEMBER, role),
                null);
    }
}
