package tsukasa.identity.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.identity.Admission;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Person;
import tsukasa.identity.Proof;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;

/// What the person does with a recovery: wait, stop it, or begin anew.
@Controller
class RecoveryController {
    private final RecoveryDesk desk;
    private final RecoveryStore recoveries;
    private final People people;
    private final Admission admission;
    private final Notices notices;
    private final Clock clock;

    RecoveryController(
            RecoveryDesk desk,
            RecoveryStore recoveries,
            People people,
            Admission admission,
            Notices notices,
            Clock clock) {
        this.desk = desk;
        this.recoveries = recoveries;
        this.people = people;
        this.admission = admission;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/recovery/{token}")
    RecoveryPage look(Frame frame, HttpServletResponse response, @PathVariable String token) {
        Recovery recovery = desk.ofToken(token).orElseThrow(RecoveryController::gone);
        response.setHeader("Cache-Control", "no-store");
        return new RecoveryPage(frame, "/recovery/" + token, recovery, clock.instant());
    }

    @PostMapping("/recovery/{token}/stop")
    Redirect stop(Frame frame, HttpServletRequest request, @PathVariable String token) {
        Recovery recovery = desk.ofToken(token).orElseThrow(RecoveryController::gone);
        return stopped(frame, request, desk.stop(recovery, null), "/");
    }

    @PostMapping("/recovery/{token}")
    Redirect finish(HttpServletRequest request, HttpServletResponse response, @PathVariable String token) {
        Recovery recovery = desk.ofToken(token).orElseThrow(RecoveryController::gone);
        if (!recovery.opened(clock.instant())) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("まだ待ち時間の途中です。", "The waiting time is not over yet."),
                    Text.of("案内のメールにある日時のあとで、もう一度開いてください。", "Open the link again after the time in the mail."));
        }
        Person person = people.find(recovery.person())
                .filter(one -> one.closedAt() == null)
                .orElseThrow(RecoveryController::gone);
        if (!desk.finish(recovery)) {
            throw gone();
        }
        admission.admit(person.id(), Proof.Way.MAIL_LINK, request, response);
        return new Redirect("/sign-in/second");
    }

    @Permit(Permission.SIGNED_IN)
    @PostMapping("/me/recovery/stop")
    Redirect stopOwn(Frame frame, Visitor visitor, HttpServletRequest request) {
        Recovery recovery = recoveries.ofPerson(visitor.id(), clock.instant()).orElseThrow(RecoveryController::gone);
        return stopped(frame, request, desk.stop(recovery, visitor.id()), "/me");
    }

    private Redirect stopped(Frame frame, HttpServletRequest request, boolean stopped, String goOn) {
        if (!stopped) {
            throw gone();
        }
        notices.leave(
                request, new Notice(Notice.Kind.DONE, frame.say("アカウントの回復を止めました。", "The recovery was stopped."), null));
        return new Redirect(goOn);
    }

    private static Problem gone() {
        return new Problem(
                Problem.Kind.GONE,
                Text.of(
                        "このアカウントの回復は、済んだか、止められたか、期限が切れています。",
                        "This recovery is done, was stopped, or its time is over."),
                Text.of("必要なときは、システム管理者にもう一度依頼してください。", "If you still need it, ask an administrator again."));
    }
}
