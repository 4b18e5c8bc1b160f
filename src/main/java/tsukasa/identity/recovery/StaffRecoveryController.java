package tsukasa.identity.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Reads;
import tsukasa.audit.Thing;
import tsukasa.identity.AccessSettings;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Person;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.kernel.page.StaffMenuEntry;

/// Where administrators start a recovery, and a second one agrees.
@Controller
@Permit(value = Permission.MANAGE_PEOPLE, fresh = true)
class StaffRecoveryController {
    private static final int LONGEST = 500;
    private static final String LISTED = "recovery.listed";
    private static final String READ = "recovery.read";
    private static final Action LIST = Action.of(LISTED, "回復の一覧を閲覧", "List of recoveries read");
    private static final Action ONE = Action.of(READ, "回復のために利用者を閲覧", "Person read for a recovery");
    private final RecoveryDesk desk;
    private final RecoveryStore recoveries;
    private final People people;
    private final AccessSettings access;
    private final Notices notices;
    private final AuditTrail trail;
    private final Clock clock;

    StaffRecoveryController(
            RecoveryDesk desk,
            RecoveryStore recoveries,
            People people,
            AccessSettings access,
            Notices notices,
            AuditTrail trail,
            Clock clock) {
        this.desk = desk;
        this.recoveries = recoveries;
        this.people = people;
        this.access = access;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions recoveryReads() {
        return KnownActions.of(LIST, ONE);
    }

    @Bean
    static StaffMenuEntry recoveryEntry(RecoveryStore recoveries, Clock clock) {
        return StaffMenuEntry.of(
                        Text.of("アカウントの回復", "Account recovery"),
                        Text.of(
                                "確認手段をすべて失った人の回復を、2人の管理者で認める",
                                "Two administrators agree to help somebody back in who lost every proof"),
                        "/staff/recoveries",
                        Permission.MANAGE_PEOPLE.name(),
                        91)
                .counting(() -> recoveries.open(clock.instant()).stream()
                        .filter(one -> !one.confirmed())
                        .count());
    }

    @Permit(Permission.MANAGE_PEOPLE)
    @GetMapping("/staff/recoveries")
    @Reads(LISTED)
    RecoveriesPage list(Frame frame, Visitor visitor) {
        trail.record(Deed.read(LIST, Thing.all("person")));
        return RecoveriesPage.of(frame, recoveries.open(clock.instant()), visitor.id());
    }

    @GetMapping("/staff/people/{id}/recovery")
    @Reads(READ)
    StartRecoveryPage form(Frame frame, Visitor visitor, @PathVariable UUID id) {
        Person person = person(visitor, id);
        trail.record(Deed.read(ONE, Thing.of("person", id, person.displayName())));
        return page(frame, person, "", Errors.none());
    }

    @PostMapping("/staff/people/{id}/recovery")
    Answer start(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason) {
        Person person = person(visitor, id);
        String text = reason.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(c -> c == 0)) {
            return page(
                    frame,
                    person,
                    text.substring(0, Math.min(LONGEST, text.length())),
                    Errors.none()
                            .with(
                                    "reason",
                                    frame.say("理由を1文字から500文字までで入力してください。", "Give a reason of 1 to 500 characters.")));
        }
        if (!desk.start(person, text, visitor.id())) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("この人の回復は、すでに始まっています。", "A recovery of this person is under way already."),
                    Text.of("「アカウントの回復」の一覧で確かめてください。", "See the list of recoveries."));
        }
        return done(frame, request, Text.of("回復を始めました。別の管理者の承認を待ちます。", "Started. A second administrator must agree."));
    }

    @PostMapping("/staff/recoveries/{id}/confirmation")
    Redirect confirm(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable UUID id) {
        Recovery recovery = find(id);
        if (recovery.startedBy().equals(visitor.id()) || recovery.person().equals(visitor.id())) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of(
                            "始めた人と、回復される人は、承認できません。",
                            "Neither the one who started it nor the one it is for can agree to it."),
                    Text.of("別の管理者に依頼してください。", "Ask another administrator."));
        }
        if (!desk.confirm(recovery, visitor.id())) {
            throw gone();
        }
        return done(frame, request, Text.of("承認し、本人に案内を送りました。", "Agreed. The person has been written to."));
    }

    @PostMapping("/staff/recoveries/{id}/stop")
    Redirect stop(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable UUID id) {
        if (!desk.stop(find(id), visitor.id())) {
            throw gone();
        }
        return done(frame, request, Text.of("回復を止めました。", "The recovery was stopped."));
    }

    private StartRecoveryPage page(Frame frame, Person person, String reason, Errors errors) {
        return new StartRecoveryPage(
                frame, person, reason, access.recoveryWait().toHours(), errors);
    }

    private Recovery find(UUID id) {
        return recoveries.find(id, clock.instant()).orElseThrow(StaffRecoveryController::gone);
    }

    private Person person(Visitor visitor, UUID id) {
        if (visitor.id().equals(id)) {
            throw new Problem(
                    Problem.Kind.NOT_ALLOWED,
                    Text.of("ご自分の回復は始められません。", "You cannot start your own recovery."),
                    Text.of("別の管理者に依頼してください。", "Ask another administrator."));
        }
        return people.find(id).orElseThrow(() -> Problem.notFound(Text.of("この利用者はいません。", "There is no such person.")));
    }

    private Redirect done(Frame frame, HttpServletRequest request, Text words) {
        notices.leave(request, new Notice(Notice.Kind.DONE, frame.say(words), null));
        return new Redirect("/staff/recoveries");
    }

    private static Problem gone() {
        return new Problem(
                Problem.Kind.GONE,
                Text.of("この回復は、済んだか、止められたか、期限が切れています。", "This recovery is done, was stopped, or its time is over."),
                Text.of("一覧を開き直してください。", "Open the list again."));
    }
}
