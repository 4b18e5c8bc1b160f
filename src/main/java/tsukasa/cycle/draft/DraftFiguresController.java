package tsukasa.cycle.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.draft.Drafts.Open;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;
import tsukasa.kernel.page.Redirect;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.Threshold;

/// Targets and money tables of a draft.
@Controller
class DraftFiguresController {
    private static final String TARGETS = DraftHeads.BASE + "/{id}/targets";
    private static final String TABLES = DraftHeads.BASE + "/{id}/tables";
    private final DraftDesk desk;
    private final Drafts drafts;
    private final DraftFigureViews views;
    private final Notices notices;

    DraftFiguresController(DraftDesk desk, Drafts drafts, DraftFigureViews views, Notices notices) {
        this.desk = desk;
        this.drafts = drafts;
        this.views = views;
        this.notices = notices;
    }

    @GetMapping(TARGETS)
    @Permit(Permission.READ_DRAFTS)
    DraftTargetsPage targets(Frame frame, Visitor visitor, @PathVariable String id) {
        return views.targets(frame, visitor, drafts.open(id), "", "", "", Errors.none(), 200);
    }

    @PostMapping(TARGETS + "/{threshold}")
    @Permit(Permission.MANAGE_PLAN)
    Answer target(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String threshold) {
        Open open = drafts.open(id);
        Threshold found = open.base()
                .threshold(threshold)
                .orElseThrow(() -> Problem.notFound(Text.of("その目標はありません。", "There is no such target.")));
        String typed = Drafts.text(request, "target");
        String reason = Drafts.text(request, "reason");
        Optional<Fraction> target = figure(typed, found.unit().ratio());
        CycleOutcome outcome = target.isEmpty()
                ? CycleOutcome.wrong("target", "数で入れてください。例：70000、66.6", "Enter a number, such as 70000 or 66.6.")
                : desk.target(
                        open.draft().id(),
                        threshold,
                        target.get(),
                        reason,
                        Drafts.number(Drafts.text(request, "read")),
                        visitor);
        return switch (outcome) {
            case CycleOutcome.Done done -> {
                notices.leave(
                        request, new Notice(Notice.Kind.DONE, frame.say("目標を書きました。", "The target is written."), null));
                yield new Redirect(DraftHeads.BASE + "/" + open.draft().id() + "/targets");
            }
            case CycleOutcome.Refused refused ->
                views.targets(
                        frame,
                        visitor,
                        drafts.open(id),
                        threshold,
                        typed,
                        reason,
                        ofForm(refused.errors(frame), threshold),
                        refused.status());
        };
    }

    /// Every target has a form of its own on the page, so the names of its fields end with it.
    private static Errors ofForm(Errors errors, String threshold) {
        Errors named = Errors.none();
        for (Errors.Entry entry : errors.entries()) {
            named = named.with(entry.field().isEmpty() ? "" : entry.field() + "-" + threshold, entry.sentence());
        }
        return named;
    }

    /// As people write it: `70,000`, full-width digits, `2/3`; a share in per cent.
    private static Optional<Fraction> figure(String typed, boolean ratio) {
        String plain = java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replace(",", "")
                .replace(" ", "")
                .replace("%", "");
        if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,6}|/[1-9][0-9]{0,5})?")) {
            return Optional.empty();
        }
        Fraction value = Fraction.parse(plain);
        return Optional.of(ratio && !plain.contains("/") ? value.dividedBy(Fraction.of(100)) : value);
    }

    @GetMapping(TABLES)
    @Permit(Permission.READ_DRAFTS)
    DraftTablePage tables(Frame frame, Visitor visitor, @PathVariable String id) {
        return views.tables(frame, visitor, drafts.open(id));
    }

    @GetMapping(TABLES + "/{table}")
    @Permit(Permission.READ_DRAFTS)
    DraftTablePage table(Frame frame, Visitor visitor, @PathVariable String id, @PathVariable String table) {
        Open open = drafts.open(id);
        return views.table(frame, visitor, open, known(open, table), Optional.empty(), Errors.none(), 200);
    }

    /// @param then `out` leaves the table out
    @PostMapping(TABLES + "/{table}")
    @Permit(Permission.MANAGE_PLAN)
    Answer figures(
            Frame frame,
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable String id,
            @PathVariable String table) {
        Open open = drafts.open(id);
        MoneyTable found = known(open, table);
        boolean taken = !Drafts.text(request, "then").equals("out");
        List<String> typed = cells(request, found);
        CycleOutcome outcome = desk.figures(
                open.draft().id(), table, taken, typed, Drafts.number(Drafts.text(request, "read")), visitor);
        return switch (outcome) {
            case CycleOutcome.Done done -> {
                notices.leave(
                        request,
                        new Notice(
                                Notice.Kind.DONE,
                                taken
                                        ? frame.say("表を書きました。", "The table is written.")
                                        : frame.say("この表は計画に入れません。", "The table is left out."),
                                null));
                yield new Redirect(DraftHeads.BASE + "/" + open.draft().id() + "/tables/" + table);
            }
            case CycleOutcome.Refused refused ->
                views.table(
                        frame,
                        visitor,
                        drafts.open(id),
                        found,
                        Optional.of(typed),
                        refused.errors(frame),
                        refused.status());
        };
    }

    /// △ is minus and － is nothing, as in the tables themselves. A heading without a figure has no field.
    private static List<String> cells(HttpServletRequest request, MoneyTable table) {
        List<String> cells = new ArrayList<>();
        int number = 0;
        for (MoneyTable.Row row : table.rows()) {
            for (MoneyTable.Cell cell : row.cells()) {
                String typed = Drafts.text(request, "cell-" + number++);
                cells.add(cell instanceof MoneyTable.Cell.Blank && typed.isEmpty() ? "blank" : cell(typed));
            }
        }
        return cells;
    }

    private static String cell(String typed) {
        if (typed.isEmpty() || typed.matches("[-－―—‐ー]")) {
            return "nil";
        }
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replace(",", "")
                .replaceFirst("^[△▲−]", "-");
    }

    private static MoneyTable known(Open open, String table) {
        return open.base()
                .table(table)
                .orElseThrow(() -> Problem.notFound(Text.of("その表はありません。", "There is no such table.")));
    }
}
