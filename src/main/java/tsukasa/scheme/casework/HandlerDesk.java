package tsukasa.scheme.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.scheme.Handling.Outcome;
import tsukasa.scheme.Handling.Where;
import tsukasa.scheme.Scheme;

/// What becomes of many cases at once, and which are one's own.
@Component
class HandlerDesk {
    private static final int MOST = 200;
    private final HandlerListStore store;
    private final CaseDesk desk;
    private final AuditedCases deeds;

    HandlerDesk(HandlerListStore store, CaseDesk desk, AuditedCases deeds) {
        this.store = store;
        this.desk = desk;
        this.deeds = deeds;
    }

    MinePage mine(Frame f) {
        return new MinePage(
                f,
                store.mine(MOST).stream()
                        .map(mine -> new MinePage.Row(
                                mine.number(),
                                mine.name(),
                                f.say(desk.scheme(mine.scheme()).title()),
                                States.shape(mine.state()),
                                f.say(States.word(mine.state())),
                                !mine.access().equals("department"),
                                f.writing().minute(mine.since()),
                                "/staff/" + mine.scheme() + "/cases/" + mine.number()))
                        .toList());
    }

    AssignedPage assigned(Frame f, Scheme scheme, List<String> numbers, String person, String where, Visitor visitor) {
        List<String> chosen = numbers.stream()
                .map(String::strip)
                .filter(number -> number.startsWith(scheme.prefix() + "-"))
                .distinct()
                .limit(MOST)
                .toList();
        Optional<UUID> handler = Colleagues.chosen(person);
        Errors errors = Errors.none();
        if (chosen.isEmpty()) {
            errors = errors.with("", f.say("案件を選んでください。", "Choose some cases."));
        }
        if (handler.isEmpty()) {
            errors = errors.with("", f.say("担当者を選んでください。", "Choose who is to handle them."));
        }
        if (!errors.isEmpty()) {
            return new AssignedPage(f, scheme, "", List.of(), errors);
        }
        Where others = where.equals(HandlingDeeds.INSTEAD) ? Where.INSTEAD_OF_OTHERS : Where.NOBODY_HANDLES_IT;
        List<AssignedPage.Line> lines = deeds.assign(chosen, handler.get(), others, visitor).stream()
                .map(outcome -> line(f, scheme, outcome))
                .toList();
        long done = lines.stream().filter(AssignedPage.Line::done).count();
        return new AssignedPage(
                f,
                scheme,
                f.say(
                        lines.size() + "件のうち、" + done + "件の担当者を決めました。",
                        done + " of " + lines.size() + " cases were assigned."),
                lines,
                errors);
    }

    private static AssignedPage.Line line(Frame f, Scheme scheme, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var number, var name) ->
                line(scheme, number, true, Status.ACCEPTED, f.say("決めた", "Assigned"), name);
            case Outcome.Taken(var number, var names) ->
                line(
                        scheme,
                        number,
                        false,
                        Status.SLIGHTLY_BEHIND,
                        f.say("変えていない", "Not changed"),
                        f.say(names + " さんが担当しています。", names + " handles it."));
            case Outcome.Already(var number, var name) ->
                line(
                        scheme,
                        number,
                        false,
                        Status.RECEIVED,
                        f.say("前から同じ", "As before"),
                        f.say(name + " さんがすでに担当しています。", name + " handles it already."));
            case Outcome.Refused(var number, var fault) ->
                line(scheme, number, false, Status.AT_RISK, f.say("できない", "Refused"), f.say(fault.message()));
            case Outcome.Unknown(var number) ->
                line(
                        scheme,
                        number,
                        false,
                        Status.AT_RISK,
                        f.say("ない", "Not found"),
                        f.say("この番号の案件はありません。", "There is no case with this number."));
        };
    }

    private static AssignedPage.Line line(
            Scheme scheme, String number, boolean done, Status shape, String word, String detail) {
        return new AssignedPage.Line(number, "/staff/" + scheme.id() + "/cases/" + number, done, shape, word, detail);
    }
}
