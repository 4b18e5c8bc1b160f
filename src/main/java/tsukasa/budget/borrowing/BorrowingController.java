package tsukasa.budget.borrowing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.budget.Borrowing;
import tsukasa.budget.BorrowingOutcome;
import tsukasa.budget.NewBorrowing;
import tsukasa.budget.NewBorrowing.Kind;
import tsukasa.budget.WrittenYen;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
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
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class BorrowingController {
    private static final List<String> FIELDS = List.of("kind", "day", "time", "yen", "lender", "due", "draw", "reason");
    private final Borrowing borrowing;
    private final BorrowingViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    BorrowingController(Borrowing borrowing, BorrowingViews views, PlanShelf shelf, Notices notices) {
        this.borrowing = borrowing;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry borrowingEntry(BorrowingStore store) {
        return StaffMenuEntry.of(
                        Text.of("短期借入れの承認", "Approving short-term borrowing"),
                        Text.of("会計担当が申請した借入れと返済を確かめる", "Look at what accountants propose to borrow and repay"),
                        "/staff/money/borrowing",
                        Permission.APPROVE_BORROWING.name(),
                        41)
                .counting(store::waiting);
    }

    @GetMapping("/staff/money/borrowing")
    @Permit(Permission.APPROVE_BORROWING)
    BorrowingPage newest(Frame frame, Visitor visitor) {
        Plan plan = shelf.inForce(frame.today())
                .orElseThrow(() -> Problem.notFound(Text.of("計画がありません。", "There is no plan.")));
        return views.page(frame, visitor, plan, Map.of(), Errors.none(), 200);
    }

    @GetMapping("/staff/money/{plan}/borrowing")
    @Permit(Permission.USE_STAFF_PAGES)
    BorrowingPage register(Frame frame, Visitor visitor, @PathVariable String plan) {
        return views.page(frame, visitor, plan(plan), Map.of(), Errors.none(), 200);
    }

    @PostMapping("/staff/money/{plan}/borrowing")
    @Permit(Permission.MANAGE_BORROWING)
    Answer propose(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String plan) {
        Map<String, String> typed = new HashMap<>();
        for (String field : FIELDS) {
            String value = request.getParameter(field);
            typed.put(field, value == null ? "" : value.strip());
        }
        Reply reply = new Reply(frame, visitor, request, plan(plan), typed);
        Optional<NewBorrowing> entry = reply.entry();
        return entry.isEmpty()
                ? reply.again(422)
                : reply.to(
                        borrowing.propose(reply.plan, entry.get(), visitor),
                        frame.say("申請しました。役員の承認を待っています。", "Proposed; an executive approves it."));
    }

    @PostMapping("/staff/money/{plan}/borrowing/{entry}/approval")
    @Permit(Permission.APPROVE_BORROWING)
    Answer approve(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String entry) {
        Plan found = plan(plan);
        return new Reply(frame, visitor, request, found, Map.of())
                .to(borrowing.approve(found, number(entry), visitor), frame.say("承認し、記帳しました。", "Approved and posted."));
    }

    @PostMapping("/staff/money/{plan}/borrowing/{entry}/return")
    @Permit(Permission.APPROVE_BORROWING)
    Answer giveBack(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String why) {
        Plan found = plan(plan);
        return new Reply(frame, visitor, request, found, Map.of())
                .to(borrowing.giveBack(found, number(entry), why, visitor), frame.say("差し戻しました。", "Returned."));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }

    /// Answers one deed on the register's page.
    private final class Reply {
        private final Frame frame;
        private final Visitor visitor;
        private final HttpServletRequest request;
        private final Plan plan;
        private final Map<String, String> typed;
        private Errors errors = Errors.none();

        Reply(Frame frame, Visitor visitor, HttpServletRequest request, Plan plan, Map<String, String> typed) {
            this.frame = frame;
            this.visitor = visitor;
            this.request = request;
            this.plan = plan;
            this.typed = typed;
        }

        private String text(String field) {
            return typed.getOrDefault(field, "");
        }

        private void wrong(String field, String ja, String en) {
            errors = errors.with(field, frame.say(ja, en));
        }

        Optional<NewBorrowing> entry() {
            boolean repay = text("kind").equals("REPAY");
            if (!repay && !text("kind").equals("DRAW")) {
                wrong("kind", "借入れか返済かを選んでください。", "Choose whether it is borrowed or repaid.");
            }
            Optional<LocalDate> day = day("day");
            Optional<LocalTime> time = time();
            Optional<LocalDate> due = repay ? Optional.empty() : day("due");
            Optional<Long> yen = yen();
            if (text("lender").isEmpty()) {
                wrong("lender", "相手方を書いてください。", "Write who lends.");
            }
            if (text("reason").isEmpty()) {
                wrong("reason", "理由を書いてください。", "Write the reason.");
            }
            Optional<Long> draw = repay ? Optional.of(number(text("draw"))) : Optional.empty();
            if (!errors.isEmpty() || day.isEmpty() || time.isEmpty() || yen.isEmpty()) {
                return Optional.empty();
            }
            Instant at = day.get().atTime(time.get()).atZone(Writing.JAPAN).toInstant();
            return Optional.of(new NewBorrowing(
                    repay ? Kind.REPAY : Kind.DRAW, at, yen.get(), text("lender"), due, draw, text("reason")));
        }

        private Optional<LocalDate> day(String field) {
            try {
                return Optional.of(LocalDate.parse(text(field)));
            } catch (DateTimeException none) {
                wrong(field, "日付を選んでください。", "Choose a day.");
                return Optional.empty();
            }
        }

        private Optional<LocalTime> time() {
            if (text("time").matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
                return Optional.of(LocalTime.parse(text("time")));
            }
            wrong("time", "時刻を 09:30 の形で書いてください。", "Write the time like 09:30.");
            return Optional.empty();
        }

        private Optional<Long> yen() {
            if (WrittenYen.read(text("yen")) instanceof WrittenYen.Of(long yen) && yen > 0) {
                return Optional.of(yen);
            }
            wrong("yen", "金額を1円以上の整数で書いてください。", "Write whole yen, 1 or more.");
            return Optional.empty();
        }

        Answer to(BorrowingOutcome outcome, String done) {
            switch (outcome) {
                case BorrowingOutcome.Done _ -> {
                    notices.leave(request, new Notice(Notice.Kind.DONE, done, null));
                    return new Redirect("/staff/money/" + plan.id() + "/borrowing");
                }
                case BorrowingOutcome.NotThere _ ->
                    throw Problem.notFound(Text.of("その記録はありません。", "There is no such entry."));
                case BorrowingOutcome.OverLimit(var at, var balance, var limit) -> overLimit(at, balance, limit);
                case BorrowingOutcome.NoLimit _ ->
                    wrong("", "この年度に限度額の定めがないため、借り入れられません。", "This year has no limit, so nothing may be borrowed.");
                case BorrowingOutcome.TooMuchRepaid _ ->
                    wrong("yen", "借りている額より多く返済することになります。", "More would be repaid than is owed.");
                case BorrowingOutcome.NotOfYear _ ->
                    wrong(
                            "day",
                            "日と返済期限を、この年度の中の順にしてください。",
                            "Let the day and the day it is due lie within this year, in that order.");
                case BorrowingOutcome.NoDraw _ ->
                    wrong("draw", "承認された借入れを選び、その後の日にしてください。", "Choose a posted draw, and a moment after it.");
                case BorrowingOutcome.SamePerson _ ->
                    wrong("", "自分で申請したものは、ほかの人が承認します。", "Somebody else approves what you proposed.");
                case BorrowingOutcome.NoReason _ ->
                    wrong(
                            "",
                            "理由（2,000字以内）、相手方（200字以内）、金額を確かめてください。",
                            "Check the reason (2,000 characters), the lender (200) and the amount.");
                case BorrowingOutcome.Decided _ -> {
                    wrong(
                            "",
                            "先にほかの人が決めました。今の記録を確かめてください。",
                            "Somebody else was first. Look at the entry as it is now.");
                    return again(409);
                }
            }
            return again(outcome instanceof BorrowingOutcome.OverLimit ? 409 : 422);
        }

        private void overLimit(Instant at, long balance, long limit) {
            String most = frame.writing().number(limit);
            String when = frame.writing().minute(at);
            String would = balance == 0 ? "" : frame.writing().number(balance);
            wrong(
                    "yen",
                    balance == 0
                            ? "残高が限度額（" + most + "円）を超える時点があるため、記帳できません。"
                            : when + "に残高が" + would + "円になり、限度額（" + most + "円）を超えます。",
                    balance == 0
                            ? "At some moment the balance would exceed the limit of " + most
                                    + " yen; it was not posted."
                            : "At " + when + " the balance would be " + would + " yen, above the limit of " + most
                                    + ".");
        }

        Answer again(int status) {
            return views.page(frame, visitor, plan, typed, errors, status);
        }
    }
}
