package tsukasa.budget.nothing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.budget.MoneyView;
import tsukasa.budget.NoneRegister;
import tsukasa.budget.NoneStanding;
import tsukasa.budget.NoneStanding.Event;
import tsukasa.budget.NoneStanding.State;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Plan;

/// Draws the registers of nothing.
@Component
class NoneViews {
    private final NoneRegister register;

    NoneViews(NoneRegister register) {
        this.register = register;
    }

    /// @param place of which something was sent; empty when nothing was
    record Sent(String place, Map<String, String> typed, String wrong, int answer) {
        static Sent nothing() {
            return new Sent("", Map.of(), "", 200);
        }

        String text(NoneStanding standing, String field) {
            return about(standing) ? typed.getOrDefault(field, "") : "";
        }

        boolean about(NoneStanding standing) {
            return place.equals(standing.place().slug());
        }
    }

    NonePage page(Frame frame, Visitor visitor, Plan plan, Sent sent) {
        List<NoneStanding> standings = register.of(plan);
        Errors errors =
                sent.wrong().isEmpty() ? Errors.none() : Errors.none().with("place-" + sent.place(), sent.wrong());
        return new NonePage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                MoneyView.REGISTERS.tabs(frame, plan),
                lead(frame, standings),
                standings.stream()
                        .map(one -> line(frame, visitor, plan, one, sent))
                        .toList(),
                errors,
                sent.answer());
    }

    private static String lead(Frame frame, List<NoneStanding> standings) {
        long open = standings.stream()
                .filter(one -> one.state() == State.AS_PLANNED)
                .count();
        return open == 0
                ? frame.say(
                        "計画が「なし」とすることを、すべて確かめました。",
                        "Everything that the plan says there is none of has been looked at.")
                : frame.say(
                        "計画が「なし」とすることのうち、" + open + "件をまだ確かめていません。",
                        open + " of what the plan says there is none of are not confirmed yet.");
    }

    private static NonePage.Line line(Frame frame, Visitor visitor, Plan plan, NoneStanding standing, Sent sent) {
        boolean manages = visitor.may(Permission.MANAGE_BORROWING);
        boolean proposed = standing.state() == State.PROPOSED;
        boolean none = standing.state() == State.AS_PLANNED || standing.state() == State.CONFIRMED;
        return new NonePage.Line(
                standing.place().slug(),
                standing.place().label(),
                "/plan/" + plan.id() + "/places/" + standing.place().slug(),
                frame.say(standing.title()),
                status(standing.state()),
                frame.say(standing.state().title()),
                sentence(frame, standing),
                standing.events().size(),
                manages && none,
                manages && !proposed && !standing.borrowing(),
                visitor.may(Permission.APPROVE_BORROWING)
                        && proposed
                        && !standing.events().getLast().by().equals(visitor.id()),
                standing.borrowing() ? MoneyView.BORROWING.address(plan) : null,
                moments(frame, standing),
                sent.text(standing, "subject"),
                sent.text(standing, "yen"),
                sent.text(standing, "reason"),
                sent.about(standing) && !sent.wrong().isEmpty() ? sent.wrong() : null);
    }

    private static Status status(State state) {
        return switch (state) {
            case AS_PLANNED -> Status.TO_BE_CHECKED;
            case CONFIRMED -> Status.ACCEPTED;
            case PROPOSED -> Status.IN_REVIEW;
            case ENTERED -> Status.RECEIVED;
        };
    }

    private static String sentence(Frame frame, NoneStanding standing) {
        return switch (standing.state()) {
            case AS_PLANNED ->
                standing.borrowing()
                        ? frame.say(
                                "この年度の借入れはありません。まだ、だれも確かめていません。",
                                "Nothing was borrowed this year; nobody has confirmed it yet.")
                        : frame.say(
                                "計画は「なし」としています。まだ、だれも確かめていません。", "The plan says none; nobody has confirmed it yet.");
            case CONFIRMED -> {
                Event last = standing.events().stream()
                        .filter(event -> event.became().equals("CONFIRMED"))
                        .reduce((_, later) -> later)
                        .orElseThrow();
                String who = last.byName();
                String when = frame.writing().minute(last.at());
                yield frame.say(
                        "ありません。" + who + "さんが" + when + "に確かめました。", "None, as " + who + " confirmed at " + when + ".");
            }
            case PROPOSED -> frame.say("登録が申請され、承認を待っています。", "An entry is proposed and waits for approval.");
            case ENTERED ->
                standing.borrowing()
                        ? frame.say("借入れがあります。", "There was borrowing.")
                        : frame.say("登録があります。", "There are entries.");
        };
    }

    private static List<Moment> moments(Frame frame, NoneStanding standing) {
        List<Moment> moments = new ArrayList<>();
        for (Event event : standing.events().reversed()) {
            String what = switch (event.became()) {
                case "CONFIRMED" -> frame.say("なしと確認", "Confirmed: none");
                case "PROPOSED" -> frame.say("登録を申請", "Entry proposed");
                case "ENTERED" -> frame.say("登録を承認", "Entry approved");
                default -> frame.say("差戻し", "Returned");
            };
            String subject = event.subject().map(s -> frame.say("：", ": ") + s).orElse("");
            String yen = event.yen()
                    .map(y -> "　" + frame.writing().number(y) + frame.say("円", " yen"))
                    .orElse("");
            moments.add(new Moment(
                    moments.isEmpty() ? Moment.Kind.LATEST : Moment.Kind.PAST,
                    frame.writing().minute(event.at()) + "　" + event.byName(),
                    what + subject + yen,
                    event.reason().orElse(null)));
        }
        return moments;
    }
}
