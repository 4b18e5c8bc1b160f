package tsukasa.cycle.years;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.PastFigure;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
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

/// One figure of an earlier year, entered and corrected by its form.
@Controller
class YearFigureController {
    private static final String ONE = "/staff/evaluation/{plan}/years/{subject}/{year}";
    private static final List<YearHead> OUTPUT = List.of(YearHead.TARGET, YearHead.VALUE);
    private static final List<YearHead> INPUT = List.of(YearHead.BUDGET, YearHead.SETTLEMENT, YearHead.STAFF);
    private final PastDesk desk;
    private final YearFigureViews views;
    private final PlanShelf shelf;
    private final Notices notices;

    YearFigureController(PastDesk desk, YearFigureViews views, PlanShelf shelf, Notices notices) {
        this.desk = desk;
        this.views = views;
        this.shelf = shelf;
        this.notices = notices;
    }

    private record Asked(Plan plan, String subject, FiscalYear year) {}

    @GetMapping(ONE)
    @Permit(Permission.READ_EVALUATION)
    YearFigurePage one(
            Frame frame,
            Visitor visitor,
            @PathVariable String plan,
            @PathVariable String subject,
            @PathVariable String year) {
        Asked asked = asked(plan, subject, year);
        return views.page(frame, visitor, asked.plan, asked.subject, asked.year, null, Errors.none(), 200);
    }

    @PostMapping(ONE)
    @Permit(Permission.COORDINATE_CYCLE)
    Answer enter(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String plan,
            @PathVariable String subject,
            @PathVariable String year) {
        Asked asked = asked(plan, subject, year);
        Map<String, String> typed = typed(request);
        int read = number(text(request, "read"));
        List<Fault> faults = new ArrayList<>();
        Map<YearHead, Fraction> figures = figures(asked, typed, faults);
        PastFigure.Entry entry = new PastFigure.Entry(
                asked.subject,
                asked.year,
                YearsFile.said(figures),
                typed.getOrDefault("source", ""),
                Optional.of(typed.getOrDefault("why", "")).filter(why -> !why.isEmpty()),
                read);
        CycleOutcome outcome =
                faults.isEmpty() ? desk.enter(asked.plan, List.of(entry), visitor) : CycleOutcome.wrong(faults);
        return switch (outcome) {
            case CycleOutcome.Done _ -> {
                notices.leave(request, new Notice(Notice.Kind.DONE, frame.say("記入しました。", "Entered."), null));
                yield new Redirect(YearsViews.address(asked.plan, asked.subject, asked.year));
            }
            case CycleOutcome.Refused refused ->
                views.page(
                        frame,
                        visitor,
                        asked.plan,
                        asked.subject,
                        asked.year,
                        new YearFigureViews.Sent(typed, read),
                        refused.errors(frame),
                        refused.status());
        };
    }

    private Map<YearHead, Fraction> figures(Asked asked, Map<String, String> typed, List<Fault> faults) {
        Map<YearHead, Fraction> figures = new EnumMap<>(YearHead.class);
        YearsFile reader = new YearsFile(desk.rules(asked.plan), List.of());
        boolean output = asked.plan.threshold(asked.subject).isPresent();
        for (YearHead head : output ? OUTPUT : INPUT) {
            switch (reader.read(head, asked.subject, typed.getOrDefault(head.field(), ""))) {
                case WrittenFigure.Of(Fraction figure) -> figures.put(head, figure);
                case WrittenFigure.Nothing _ -> {}
                case WrittenFigure.Odd(Text why, Text next) ->
                    faults.add(Fault.of(head.field(), why.ja() + next.ja(), why.en() + " " + next.en()));
            }
        }
        return figures;
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        for (YearHead head : YearHead.values()) {
            typed.put(head.field(), text(request, head.field()));
        }
        return typed;
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private Asked asked(String id, String subject, String year) {
        Plan plan =
                shelf.plan(id).orElseThrow(() -> Problem.notFound(Text.of("その計画はありません。", "There is no such plan.")));
        String known = plan.threshold(subject)
                .map(threshold -> threshold.id())
                .or(() -> plan.evaluated().stream()
                        .filter(item -> item.place().slug().equals(subject))
                        .map(item -> item.place().value())
                        .findFirst())
                .orElseThrow(YearFigureController::nowhere);
        int own = plan.year().year();
        int asked = year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0;
        if (asked < own - PastRules.MOST_YEARS || asked > own) {
            throw nowhere();
        }
        return new Asked(plan, known, new FiscalYear(asked));
    }

    private static Problem nowhere() {
        return Problem.notFound(Text.of("その目標や年度の値はありません。", "There is no such target or year."));
    }
}
