package tsukasa.budget.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
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
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.EntryOutcome;
import tsukasa.budget.Execution;
import tsukasa.budget.NewAmount;
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
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class LedgerController {
    private final Execution execution;
    private final LedgerViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    LedgerController(Execution execution, LedgerViews views, PlanShelf shelf, Notices notices) {
        this.execution = execution;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @Bean
    static StaffMenuEntry executionEntry() {
        return StaffMenuEntry.of(
                Text.of("予算の執行", "Budget execution"),
                Text.of("月ごとの執行額、交付金の残り、効率化、短期借入れ", "Monthly execution, the grant, efficiency, borrowing"),
                "/staff/money",
                Permission.USE_STAFF_PAGES.name(),
                40);
    }

    @GetMapping("/staff/money")
    @Permit(Permission.USE_STAFF_PAGES)
    LedgerPage newest(Frame frame) {
        return shelf.inForce(frame.today())
                .map(plan -> views.list(frame, plan))
                .orElseThrow(() -> Problem.notFound(Text.of("計画がありません。", "There is no plan.")));
    }

    @GetMapping("/staff/money/{plan}")
    @Permit(Permission.USE_STAFF_PAGES)
    LedgerPage list(Frame frame, @PathVariable String plan) {
        return views.list(frame, plan(plan));
    }

    @GetMapping("/staff/money/{plan}/months/{month}")
    @Permit(Permission.USE_STAFF_PAGES)
    EntryPage month(Frame frame, @PathVariable String plan, @PathVariable String month) {
        Plan found = plan(plan);
        return views.entry(frame, found, month(found, month), LedgerViews.Sent.nothing());
    }

    @GetMapping("/staff/money/{plan}/months/{month}/history")
    @Permit(Permission.USE_STAFF_PAGES)
    HistoryPage history(
            Frame frame,
            @PathVariable String plan,
            @PathVariable String month,
            @RequestParam(defaultValue = "") String line) {
        Plan found = plan(plan);
        return views.history(frame, found, month(found, month), line);
    }

    @PostMapping("/staff/money/{plan}/months/{month}")
    @Permit(Permission.ENTER_EXECUTION)
    Answer enter(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String month) {
        Plan found = plan(plan);
        return new Sending(frame, visitor, request, found, month(found, month)).answer();
    }

    /// One form with many amounts: those left as they stand are not sent on.
    private final class Sending {
        private final Frame frame;
        private final Visitor visitor;
        private final HttpServletRequest request;
        private final Plan plan;
        private final YearMonth month;
        private final String reason;
        private final Map<String, String> typed = new HashMap<>();
        private final Map<String, String> wrong = new HashMap<>();
        private final List<NewAmount> amounts = new ArrayList<>();
        private Errors errors = Errors.none();

        Sending(Frame frame, Visitor visitor, HttpServletRequest request, Plan plan, YearMonth month) {
            this.frame = frame;
            this.visitor = visitor;
            this.request = request;
            this.plan = plan;
            this.month = month;
            this.reason = text("reason").strip();
        }

        private String text(String parameter) {
            String value = request.getParameter(parameter);
            return value == null ? "" : value;
        }

        Answer answer() {
            Map<String, AmountVersion> now = execution.month(plan, month);
            for (BudgetLine line : execution.of(plan).lines().all()) {
                String field = LedgerViews.field(line.key());
                if (request.getParameter(field) != null) {
                    take(line, field, Optional.ofNullable(now.get(line.key())));
                }
            }
            if (!errors.isEmpty()) {
                return again(422);
            }
            return switch (execution.enter(plan, amounts, Optional.empty(), visitor)) {
                case EntryOutcome.Done(int entered, int _) -> done(entered);
                case EntryOutcome.Refused(var faults) -> {
                    faults.forEach(this::refused);
                    yield again(conflict(faults) ? 409 : 422);
                }
            };
        }

        private static boolean conflict(List<EntryOutcome.Fault> faults) {
            return faults.stream()
                    .anyMatch(fault -> fault.kind() == EntryOutcome.Kind.CLOSED
                            || fault.kind() == EntryOutcome.Kind.CHANGED_MEANWHILE);
        }

        private void take(BudgetLine line, String field, Optional<AmountVersion> now) {
            String value = text(field).strip();
            typed.put(line.key(), value);
            Optional<Long> yen = Optional.empty();
            if (!value.isEmpty()) {
                switch (WrittenYen.read(value)) {
                    case WrittenYen.Of(long amount) -> yen = Optional.of(amount);
                    case WrittenYen.Odd odd -> {
                        say(line.key(), odd.why(), odd.next());
                        return;
                    }
                }
            }
            int seen = seen(text("v-" + field));
            boolean same = yen.equals(now.flatMap(AmountVersion::yen));
            if (!same) {
                Optional<String> because = Optional.of(reason).filter(r -> !r.isEmpty());
                amounts.add(new NewAmount(line.key(), month, yen, seen, because));
            }
        }

        private static int seen(String version) {
            return version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
        }

        private void refused(EntryOutcome.Fault fault) {
            String key = amounts.get(fault.index()).line();
            if (fault.kind() == EntryOutcome.Kind.NO_REASON) {
                if (errors.of("reason") == null) {
                    errors = errors.with(
                            "reason", frame.say(fault.why()) + frame.say("", " ") + frame.say(fault.next()));
                }
            } else {
                say(key, fault.why(), fault.next());
            }
        }

        private void say(String key, Text why, Text next) {
            String sentence = frame.say(why) + frame.say("", " ") + frame.say(next);
            wrong.put(key, sentence);
            errors = errors.with(LedgerViews.field(key), sentence);
        }

        private Answer again(int status) {
            return views.entry(frame, plan, month, new LedgerViews.Sent(typed, reason, wrong, errors, status));
        }

        private Answer done(int entered) {
            String sentence = entered == 0
                    ? frame.say("変わった金額はありません。", "No amount was different.")
                    : frame.say(entered + "件の執行額を記録しました。", entered + " amounts have been entered.");
            notices.leave(request, new Notice(Notice.Kind.DONE, sentence, null));
            return new Redirect("/staff/money/" + plan.id() + "/months/" + month);
        }
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }

    private static YearMonth month(Plan plan, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (plan.year().months().contains(month)) {
                return month;
            }
        } catch (DateTimeException none) {
            // answered below
        }
        throw Problem.notFound(Text.of("この年度に、その月はありません。", "This year has no such month."));
    }
}
