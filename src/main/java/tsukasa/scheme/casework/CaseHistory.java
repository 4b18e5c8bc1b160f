package tsukasa.scheme.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Status;
import tsukasa.scheme.ChainInspector;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.casework.CaseListStore.Event;

/// What happened to a case and who did it, as staff read it.
@Component
class CaseHistory {
    private static final int SHOWN = 12;
    private final CaseListStore store;
    private final People people;
    private final ChainInspector chains;

    CaseHistory(CaseListStore store, People people, ChainInspector chains) {
        this.store = store;
        this.people = people;
        this.chains = chains;
    }

    List<Moment> of(Frame f, Scheme scheme, long caseId) {
        Map<String, String> names = new HashMap<>();
        List<Moment> moments = new ArrayList<>();
        for (Event event : store.events(caseId)) {
            String to = event.toLevel();
            String level =
                    to == null ? "" : scheme.level(to).map(l -> "　" + l.mark()).orElse("");
            String who = names.computeIfAbsent(event.actor(), actor -> name(f, actor));
            moments.add(new Moment(
                    moments.isEmpty() ? Moment.Kind.LATEST : Moment.Kind.PAST,
                    f.writing().minute(event.recordedAt()) + "　" + who,
                    f.say(States.happened(event.kind(), scheme)) + about(event, who) + (scheme.graded() ? level : ""),
                    event.reason()));
        }
        return moments;
    }

    /// Whom it is about, unless that is who did it.
    private static String about(Event event, String who) {
        String name = event.handler();
        return name == null || name.equals(who) ? "" : "　" + name;
    }

    private String name(Frame f, String actor) {
        return switch (actor) {
            case "public" -> f.say("本人", "The subject");
            case "system" -> f.say("自動", "Automatic");
            case "demonstration" -> f.say("体験用データ", "Demonstration data");
            default -> person(f, actor);
        };
    }

    private String person(Frame f, String actor) {
        try {
            return people.find(UUID.fromString(actor)).map(Person::displayName).orElse(f.say("職員", "Staff"));
        } catch (IllegalArgumentException aLoad) {
            return actor;
        }
    }

    CasePage.Check seal(Frame f, String number) {
        ChainInspector.Verdict verdict = chains.inspect(number);
        String seal = verdict.seal().substring(0, Math.min(SHOWN, verdict.seal().length()));
        return verdict.whole()
                ? new CasePage.Check(
                        Status.VALID,
                        f.say("一致", "Intact"),
                        f.say(
                                "経過%d件は記録されたときのままです（%s…）。".formatted(verdict.events(), seal),
                                "All %d events are as they were recorded (%s…).".formatted(verdict.events(), seal)))
                : new CasePage.Check(
                        Status.AT_RISK,
                        f.say("不一致", "Broken"),
                        f.say(
                                "経過の%d番目が、記録されたときと違います。管理者に知らせてください。".formatted(verdict.broken()),
                                "Event %d is not what was recorded. Tell the administrator."
                                        .formatted(verdict.broken())));
    }
}
