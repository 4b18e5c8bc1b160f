package tsukasa.identity.people;

import org.jspecify.annotations.Nullable;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Asks once more before something that takes rights away.
///
/// @param action where the answer goes
/// @param verb   what stands on the button
public record ConfirmPage(
        Frame frame,
        Person person,
        String question,
        String action,
        @Nullable Role role,
        String verb) implements Page {
    static ConfirmPage taking(Frame frame, Person person, Role role) {
        return new ConfirmPage(
                frame,
                person,
                frame.say(
                        person.displayName() + " さんから、" + role.title().ja() + "の役割を外しますか。",
                        "Take the role " + role.title().en() + " away from " + person.displayName() + "?"),
                "/staff/people/" + person.id() + "/take",
                role,
                frame.say("役割を外す", "Take the role away"));
    }

    static ConfirmPage closing(Frame frame, Person person) {
        return new ConfirmPage(
                frame,
                person,
                frame.say(
                        person.displayName() + " さんのアカウントを停止しますか。",
                        "Close the account of " + person.displayName() + "?"),
                "/staff/people/" + person.id() + "/close",
                null,
                frame.say("アカウントを停止する", "Close the account"));
    }

    @Override
    public String title() {
        return frame.say("確認", "Please confirm");
    }
}
