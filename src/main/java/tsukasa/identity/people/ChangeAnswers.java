package tsukasa.identity.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import tsukasa.identity.RoleChange;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// Says how a change to a person ended.
@Component
class ChangeAnswers {
    private final Notices notices;

    ChangeAnswers(Notices notices) {
        this.notices = notices;
    }

    Redirect done(Frame frame, HttpServletRequest request, RoleChange change, Text words) {
        return switch (change) {
            case RoleChange.Changed(var person) -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say(words), person.displayName()));
                yield new Redirect("/staff/people/" + person.id());
            }
            case RoleChange.AsBefore(var person) -> new Redirect("/staff/people/" + person.id());
            case RoleChange.LastAdministrator _ ->
                throw new Problem(
                        Kind.CONFLICT,
                        Text.of(
                                "最後のシステム管理者です。外すと、役割を与えられる人がいなくなります。",
                                "This is the last administrator. Nobody could give roles any more."),
                        Text.of("先に、別の人にシステム管理者の役割を与えてください。", "First give the administrator role to somebody else."));
            case RoleChange.NoSuchPerson _ -> throw nobody();
        };
    }

    static Problem nobody() {
        return Problem.notFound(Text.of("この利用者はいません。", "There is no such person."));
    }
}
