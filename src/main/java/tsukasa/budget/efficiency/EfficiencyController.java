package tsukasa.budget.efficiency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.budget.Efficiency;
import tsukasa.budget.Efficiency.NewFigure;
import tsukasa.budget.Efficiency.Outcome;
import tsukasa.budget.EfficiencyResult;
import tsukasa.budget.EfficiencyResult.Year;
import tsukasa.budget.MoneyView;
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
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

@Controller
class EfficiencyController {
    private final Efficiency efficiency;
    private final EfficiencyViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    EfficiencyController(Efficiency efficiency, EfficiencyViews views, PlanShelf shelf, Notices notices) {
        this.efficiency = efficiency;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    @GetMapping("/staff/money/{plan}/efficiency")
    @Permit(Permission.USE_STAFF_PAGES)
    EfficiencyPage page(Frame frame, @PathVariable String plan) {
        return views.page(frame, plan(plan), Map.of(), Errors.none(), 200);
    }

    @PostMapping("/staff/money/{plan}/efficiency")
    @Permit(Permission.ENTER_EXECUTION)
    Answer enter(Frame frame, Visitor visitor, HttpServletRequest request, @PathVariable String plan) {
        return new Sending(frame, request, plan(plan)).answer(visitor);
    }

    private Plan plan(String id) {
        return shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
    }

    /// The figures of one target as they were sent; a field left empty is not entered.
    private final class Sending {
        private final Frame frame;
        private final HttpServletRequest request;
        private final Plan plan;
        private final Map<String, String> typed = new HashMap<>();
        private final List<NewFigure> figures = new ArrayList<>();
        private Errors errors = Errors.none();

        Sending(Frame frame, HttpServletRequest request, Plan plan) {
            this.frame = frame;
            this.request = request;
            this.plan = plan;
        }

        private String text(String field) {
            String value = request.getParameter(field);
            String kept = value == null ? "" : value.strip();
            typed.put(field, kept);
            return kept;
        }

        Answer answer(Visitor visitor) {
            String target = text("target");
            Optional<String> reason = Optional.of(text("reason")).filter(r -> !r.isEmpty());
            for (EfficiencyResult result : efficiency.of(plan)) {
                if (result.target().id().equals(target)) {
                    take(result, reason);
                }
            }
            if (!errors.isEmpty()) {
                return again(422);
            }
            return switch (efficiency.enter(plan, figures, visitor)) {
                case Outcome.Done(int entered) -> {
                    String done = frame.say(entered + "の数を記録しました。", entered + " figures have been entered.");
                    notices.leave(request, new Notice(Notice.Kind.DONE, done, null));
                    yield new Redirect(MoneyView.EFFICIENCY.address(plan));
                }
                case Outcome.NotThere _ -> throw Problem.notFound(Text.of("その目標はありません。", "There is no such target."));
                case Outcome.NoSource _ ->
                    wrong(
                            EfficiencyViews.field(target, Year.BASE, "source"),
                            frame.say("数の出典を300字以内で書いてください。", "Write the source of the figures within 300 characters."),
                            422);
                case Outcome.NoReason _ ->
                    wrong(
                            "reason-" + target,
                            frame.say("前に記録した数を変える理由を書いてください。", "Write why a figure that was entered changes."),
                            422);
                case Outcome.Changed _ ->
                    wrong(
                            "",
                            frame.say(
                                    "先にほかの人が記録しました。今の数を確かめてください。",
                                    "Somebody else was first. Look at the figures as they are now."),
                            409);
            };
        }

        private void take(EfficiencyResult result, Optional<String> reason) {
            String id = result.target().id();
            for (Year year : Year.values()) {
                String source = text(EfficiencyViews.field(id, year, "source"));
                for (String item : result.items()) {
                    String field = EfficiencyViews.field(id, year, item);
                    String written = text(field);
                    if (written.isEmpty()) {
                        continue;
                    }
                    switch (WrittenYen.read(written)) {
                        case WrittenYen.Of(long yen)
                        when yen >= 0 -> figures.add(new NewFigure(id, year, item, yen, seen(field), source, reason));
                        case WrittenYen.Of _ ->
                            errors = errors.with(field, frame.say("0円以上で書いてください。", "Write 0 or more."));
                        case WrittenYen.Odd odd ->
                            errors = errors.with(
                                    field, frame.say(odd.why()) + frame.say("", " ") + frame.say(odd.next()));
                    }
                }
            }
        }

        private int seen(String field) {
            String version = request.getParameter("v-" + field);
            return version != null && version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
        }

        private Answer wrong(String field, String sentence, int status) {
            errors = errors.with(field, sentence);
            return again(status);
        }

        private Answer again(int status) {
            return views.page(frame, plan, typed, errors, status);
        }
    }
}
