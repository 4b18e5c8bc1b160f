package tsukasa.identity.people;

import tsukasa.audit.Action;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Person;

/// What the audit trail says about people.
final class PeopleActions {
    static final Action REGISTERED = Action.of("person.registered", "利用者を登録", "Person registered");
    static final Action DESCRIBED = Action.of("person.described", "表示名・言語を変更", "Name or language changed");
    static final Action CLOSED = Action.of("person.closed", "アカウントを停止", "Account closed");
    static final Action REOPENED = Action.of("person.reopened", "アカウントを再開", "Account reopened");
    static final Action GIVEN = Action.of("role.given", "役割を付与", "Role given");
    static final Action REACH = Action.of("role.reach", "役割の担当範囲を変更", "Reach of a role changed");
    static final Action TAKEN = Action.of("role.taken", "役割を解除", "Role taken away");
    static final Action LISTED = Action.of(PeopleActions.LIST, "利用者の一覧を閲覧", "List of people read");
    static final Action READ = Action.of(PeopleActions.ONE, "利用者を閲覧", "Person read");
    static final String LIST = "person.listed";
    static final String ONE = "person.read";

    private PeopleActions() {}

    static KnownActions all() {
        return KnownActions.of(REGISTERED, DESCRIBED, CLOSED, REOPENED, GIVEN, REACH, TAKEN, LISTED, READ);
    }

    static Thing thing(Person person) {
        return Thing.of("person", person.id(), person.displayName());
    }
}
