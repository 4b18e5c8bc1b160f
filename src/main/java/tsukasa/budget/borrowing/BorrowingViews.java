package tsukasa.budget.borrowing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.budget.Borrowing;
import tsukasa.budget.BorrowingEntry;
import tsukasa.budget.BorrowingEntry.State;
import tsukasa.budget.BorrowingStanding;
import tsukasa.budget.BorrowingStanding.Step;
import tsukasa.budget.MoneyView;
import tsukasa.budget.NewBorrowing.Kind;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Plan;

/// Draws the register of borrowing.
@Component
class BorrowingViews {
    private final Borrowing borrowing;
    private final Clock clock;

    BorrowingViews(Borrowing borrowing, Clock clock) {
        this.borrowing = borrowing;
        this.clock = clock;
    }

    BorrowingPage page(Frame frame, Visitor visitor, Plan plan, Map<String, String> typed, Errors errors, int answer) {
        BorrowingStanding standing = borrowing.standing(plan);
        List<BorrowingEntry> entries = borrowing.entries(plan);
        return new BorrowingPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                MoneyView.BORROWING.tabs(frame, plan),
                lead(frame, standing),
                facts(frame, plan, standing),
                entries.stream()
                        .map(entry -> line(frame, visitor, standing, entry))
                        .toList(),
                visitor.may(Permission.MANAGE_BORROWING) && standing.limit().isPresent()
                        ? fields(frame, plan, entries, typed, errors)
                        : List.of(),
                errors,
                answer);
    }

    private String lead(Frame frame, BorrowingStanding standing) {
        if (standing.none()) {
            return frame.say("この年度に、短期の借入れはありません。", "Nothing has been borrowed this year.");
        }
        String yen = frame.writing().number(standing.balance(clock.instant()));
        return frame.say("今の借入れの残高は" + yen + "円です。", "At present " + yen + " yen are borrowed.");
    }

    private static List<Fact> facts(Frame frame, Plan plan, BorrowingStanding standing) {
        List<Fact> facts = new ArrayList<>();
        String limit = standing.limit()
                .map(yen -> frame.writing().number(yen) + frame.say("円", " yen"))
                .orElse(frame.say("定めがないため、借り入れられません", "None is set, so nothing may be borrowed"));
        facts.add(standing.place()
                .map(place -> Fact.of(
                        frame.say("限度額（計画 " + place.label() + "）", "Limit (plan " + place.label() + ")"),
                        limit,
                        "/plan/" + plan.id() + "/places/" + place.slug()))
                .orElse(Fact.of(frame.say("限度額", "Limit"), limit)));
        standing.peak()
                .ifPresent(peak -> facts.add(Fact.of(
                        frame.say("最も多かった残高", "Highest balance"),
                        frame.writing().number(peak.balance())
                                + frame.say("円　", " yen, ")
                                + frame.writing().minute(peak.at()))));
        facts.add(
                Fact.of(
                        frame.say("確かめ方", "How it is held"),
                        frame.say(
                                "承認のとき、日付をさかのぼる記帳も含めて、その後のすべての時点の残高を確かめます。同じ時刻では借入れを先に数えます。",
                                "When an entry is posted, the balance of every later moment is checked, also for one dated back. Of one moment, what is borrowed counts first.")));
        return facts;
    }

    private static BorrowingPage.Line line(
            Frame frame, Visitor visitor, BorrowingStanding standing, BorrowingEntry entry) {
        boolean waiting = entry.state() == State.PROPOSED;
        boolean own = entry.events().getFirst().by().equals(visitor.id());
        boolean may = visitor.may(Permission.APPROVE_BORROWING);
        return new BorrowingPage.Line(
                entry.id(),
                frame.writing().minute(entry.what().at()),
                entry.what().kind() == Kind.DRAW
                        ? frame.say("借入れ", "Borrowed")
                        : frame.say("返済（" + entry.subject() + "番）", "Repaid (no. " + entry.subject() + ")"),
                frame.writing().number(entry.what().yen()),
                entry.state() == State.POSTED ? balance(frame, standing, entry) : "",
                entry.what().lender(),
                entry.what().due().map(day -> day.toString()).orElse(""),
                switch (entry.state()) {
                    case PROPOSED -> Status.IN_REVIEW;
                    case POSTED -> Status.ACCEPTED;
                    case RETURNED -> Status.WITHDRAWN;
                },
                frame.say(entry.state().title()),
                history(frame, entry),
                waiting && may && !own,
                waiting && may && own
                        ? frame.say("自分で申請したものは、ほかの人が承認します。", "Somebody else approves what you proposed.")
                        : null);
    }

    private static String balance(Frame frame, BorrowingStanding standing, BorrowingEntry entry) {
        return standing.steps().stream()
                .filter(step -> step.at().equals(entry.what().at()) && step.yen() == entry.signed())
                .findFirst()
                .map(Step::balance)
                .map(frame.writing()::number)
                .orElse("");
    }

    private static String history(Frame frame, BorrowingEntry entry) {
        return entry.events().stream()
                .map(event -> frame.say(event.became().title()) + "　"
                        + frame.writing().minute(event.at()) + "　" + event.byName()
                        + event.reason().map(reason -> "　" + reason).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private static List<Option> draws(Frame frame, List<BorrowingEntry> entries) {
        List<Option> draws = new ArrayList<>();
        draws.add(Option.of("", frame.say("（借入れのときは選びません）", "(none, when borrowing)")));
        entries.stream()
                .filter(entry -> entry.state() == State.POSTED && entry.what().kind() == Kind.DRAW)
                .forEach(entry -> draws.add(Option.of(
                        String.valueOf(entry.id()),
                        entry.id() + frame.say("番　", ": ") + entry.what().lender() + "　"
                                + frame.writing().number(entry.what().yen()))));
        return draws;
    }

    private static List<Field> fields(
            Frame frame, Plan plan, List<BorrowingEntry> entries, Map<String, String> typed, Errors errors) {
        List<Option> draws = draws(frame, entries);
        String first = plan.year().first().toString();
        String last = plan.year().last().toString();
        List<Field> fields = new ArrayList<>(List.of(
                Field.radio(
                                "kind",
                                frame.say("種類", "Kind"),
                                List.of(
                                        Option.of("DRAW", frame.say("借入れ", "Borrow")),
                                        Option.of("REPAY", frame.say("返済", "Repay"))))
                        .required(),
                Field.date("day", frame.say("日", "Day")).required().between(first, last),
                Field.text("time", frame.say("時刻", "Time"))
                        .hint(frame.say("09:30 の形", "Like 09:30"))
                        .width(Field.Width.SMALL)
                        .required(),
                Field.number("yen", frame.say("金額", "Amount"))
                        .unit(frame.say("円", "yen"))
                        .required(),
                Field.text("lender", frame.say("相手方", "Lender")).maxLength(200).required(),
                Field.date("due", frame.say("返済期限（借入れのとき）", "To be repaid by (when borrowing)"))
                        .hint(frame.say("この年度のうち", "Within this year"))
                        .between(first, last)));
        if (draws.size() > 1) {
            fields.add(Field.select("draw", frame.say("どの借入れの返済か", "Which draw is repaid"), draws));
        }
        fields.add(Field.longText("reason", frame.say("理由", "Reason"))
                .hint(frame.say("交付金の受入れの遅れ、試験の中止など", "Such as a delayed grant, or a cancelled examination"))
                .maxLength(2000)
                .rows(3)
                .required());
        return fields.stream()
                .map(field -> field.value(value(typed, field.name())).errors(errors))
                .toList();
    }

    private static @Nullable String value(Map<String, String> typed, String name) {
        return Optional.ofNullable(typed.get(name)).orElse(null);
    }
}
