package tsukasa.cycle.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.draft.Drafts.Open;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Indicator;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.Place;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.TableCheck;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding;

/// Draws targets and money tables of a draft, each beside the figure it grows from.
@Component
class DraftFigureViews {
    private static final int CHECKS_SHOWN = 12;
    private final PlanProgress progress;
    private final TableAuditor auditor;

    DraftFigureViews(PlanProgress progress, TableAuditor auditor) {
        this.progress = progress;
        this.auditor = auditor;
    }

    private static boolean writes(Visitor visitor, Open open) {
        return open.draft().state().open() && visitor.may(Permission.MANAGE_PLAN);
    }

    /// @param edited the threshold that was just sent and refused, with what was typed
    DraftTargetsPage targets(
            Frame frame,
            Visitor visitor,
            Open open,
            String edited,
            String typed,
            String reason,
            Errors errors,
            int answer) {
        Map<String, ThresholdStanding> standings = progress
                .standings(open.base().id())
                .stream()
                .collect(Collectors.toMap(
                        standing -> standing.threshold().id(), Function.identity(), (one, other) -> one));
        List<DraftTargetsPage.Line> lines = new ArrayList<>();
        for (Indicator indicator : open.drafted().plan().indicators()) {
            for (Threshold threshold : indicator.thresholds()) {
                boolean here = threshold.id().equals(edited);
                lines.add(line(
                        frame,
                        open,
                        threshold,
                        Optional.ofNullable(standings.get(threshold.id())),
                        here ? Optional.of(typed) : Optional.empty(),
                        here ? Optional.of(reason) : Optional.empty()));
            }
        }
        return new DraftTargetsPage(
                frame,
                DraftHeads.of(frame, open.draft(), "targets"),
                lines,
                writes(visitor, open),
                edited,
                errors,
                answer);
    }

    private static DraftTargetsPage.Line line(
            Frame frame,
            Open open,
            Threshold threshold,
            Optional<ThresholdStanding> standing,
            Optional<String> typed,
            Optional<String> reason) {
        boolean ratio = threshold.unit().ratio();
        Threshold before = open.base().threshold(threshold.id()).orElse(threshold);
        Optional<PlanDraft.Target> written = open.draft().targets().stream()
                .filter(each -> each.threshold().equals(threshold.id()))
                .findFirst();
        return new DraftTargetsPage.Line(
                threshold.id(),
                frame.say(threshold.title()),
                figure(frame, before, before.target()),
                standing.flatMap(ThresholdStanding::value)
                        .map(value -> figure(frame, threshold, value))
                        .orElse("—"),
                "/plan/" + open.base().id() + "/indicators/" + threshold.id().replaceFirst("\\.[a-z0-9]*$", ""),
                figure(frame, threshold, threshold.target()),
                !before.target().equals(threshold.target()),
                typed.orElseGet(() -> plain(threshold.target(), ratio)),
                ratio ? "%" : frame.say(threshold.unit().title()),
                reason.orElseGet(() -> written.map(PlanDraft.Target::reason).orElse("")),
                written.map(PlanDraft.Target::revision).orElse(0));
    }

    private static String figure(Frame frame, Threshold threshold, Fraction value) {
        boolean ratio = threshold.unit().ratio();
        String amount = frame.writing().amount(value, ratio);
        return ratio
                ? amount
                : amount + frame.say("", " ") + frame.say(threshold.unit().title());
    }

    /// As it is typed: an exact share that has no short decimal stays a fraction.
    private static String plain(Fraction value, boolean ratio) {
        Fraction shown = ratio ? value.times(Fraction.of(100)) : value;
        String decimal = shown.decimal(6).stripTrailingZeros().toPlainString();
        return Fraction.parse(decimal).equals(shown) ? decimal : value.toString();
    }

    DraftTablePage tables(Frame frame, Visitor visitor, Open open) {
        return new DraftTablePage(
                frame,
                DraftHeads.of(frame, open.draft(), "tables"),
                lines(frame, open),
                "",
                "",
                List.of(),
                List.of(),
                sums(frame, auditor.check(open.drafted().plan().tables())),
                wrong(frame, open.drafted().plan().tables(), ""),
                0,
                writes(visitor, open),
                Errors.none(),
                200);
    }

    private List<DraftTablePage.Line> lines(Frame frame, Open open) {
        List<DraftTablePage.Line> lines = new ArrayList<>();
        for (MoneyTable table : open.base().tables()) {
            Optional<PlanDraft.Figures> written = written(open, table);
            boolean next = open.draft().kind() == PlanDraft.Kind.NEXT_YEAR;
            Status status = written.isEmpty()
                    ? next ? Status.DRAFT : Status.ACCEPTED
                    : written.get().taken() ? Status.IN_REVIEW : Status.WITHDRAWN;
            String word = written.isEmpty()
                    ? next ? frame.say("まだ", "Not yet") : frame.say("今のまま", "As it is")
                    : written.get().taken() ? frame.say("記入済み", "Written") : frame.say("入れない", "Left out");
            lines.add(new DraftTablePage.Line(
                    frame.say("別紙", "Annex ") + table.id(),
                    frame.say(table.title()),
                    DraftHeads.BASE + "/" + open.draft().id() + "/tables/" + table.id(),
                    status,
                    word));
        }
        return lines;
    }

    private static Optional<PlanDraft.Figures> written(Open open, MoneyTable table) {
        return open.draft().tables().stream()
                .filter(each -> each.table().equals(table.id()))
                .findFirst();
    }

    /// @param typed what was just sent and refused
    DraftTablePage table(
            Frame frame,
            Visitor visitor,
            Open open,
            MoneyTable table,
            Optional<List<String>> typed,
            Errors errors,
            int answer) {
        Optional<PlanDraft.Figures> written = written(open, table);
        List<String> cells = typed.or(
                        () -> written.filter(PlanDraft.Figures::taken).map(PlanDraft.Figures::cells))
                .orElseGet(() -> table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(DraftedFigures::written)
                        .toList());
        return new DraftTablePage(
                frame,
                DraftHeads.of(frame, open.draft(), "tables"),
                lines(frame, open),
                table.id(),
                frame.say("別紙", "Annex ") + table.id() + "　" + frame.say(table.title()),
                table.columns().stream()
                        .map(column -> frame.say(column.title()))
                        .toList(),
                rows(frame, table, cells),
                sums(
                        frame,
                        auditor.check(open.drafted().plan().tables()).stream()
                                .filter(check -> check.table().equals(table.id()))
                                .toList()),
                wrong(frame, open.drafted().plan().tables(), table.id()),
                written.map(PlanDraft.Figures::revision).orElse(0),
                writes(visitor, open),
                errors,
                answer);
    }

    private static List<DraftTablePage.Row> rows(Frame frame, MoneyTable table, List<String> cells) {
        List<DraftTablePage.Row> rows = new ArrayList<>();
        int number = 0;
        for (MoneyTable.Row row : table.rows()) {
            int first = number;
            List<DraftTablePage.Cell> line = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                String before = DraftedFigures.written(row.cells().get(i));
                String now = number < cells.size() ? cells.get(number) : before;
                line.add(new DraftTablePage.Cell(
                        typed(now),
                        shown(frame, row.cells().get(i)),
                        !before.equals(now),
                        now.equals("blank"),
                        frame.say(row.label())
                                + frame.say("・", ", ")
                                + frame.say(table.columns().get(i).title())));
                number++;
            }
            rows.add(new DraftTablePage.Row(frame.say(row.label()), row.depth(), first, line));
        }
        return rows;
    }

    private static String typed(String cell) {
        return switch (cell) {
            case "nil" -> "－";
            case "blank" -> "";
            default -> cell;
        };
    }

    private static String shown(Frame frame, Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> frame.writing().millions(millions);
            case Cell.Nil nil -> "－";
            case Cell.Blank blank -> "";
        };
    }

    private static String sums(Frame frame, List<TableCheck> checks) {
        long wrong = checks.stream()
                .filter(check -> check.verdict() == TableCheck.Verdict.WRONG)
                .count();
        if (checks.isEmpty()) {
            return frame.say("検算できる表は、まだありません。", "No sums to check yet.");
        }
        return wrong == 0
                ? frame.say(checks.size() + "の検算が、すべて合います。", "All " + checks.size() + " sums come out.")
                : frame.say(
                        checks.size() + "の検算のうち" + wrong + "が合いません。",
                        wrong + " of " + checks.size() + " sums do not come out.");
    }

    private List<String> wrong(Frame frame, List<MoneyTable> tables, String table) {
        return auditor.check(tables).stream()
                .filter(check -> check.verdict() == TableCheck.Verdict.WRONG)
                .filter(check -> table.isEmpty() || check.table().equals(table))
                .limit(CHECKS_SHOWN)
                .map(check -> words(frame, tables, check))
                .toList();
    }

    private static String words(Frame frame, List<MoneyTable> tables, TableCheck check) {
        String row = tables.stream()
                .filter(table -> table.id().equals(check.table()))
                .flatMap(table -> table.row(check.row()).stream())
                .map(found -> frame.say(found.label()))
                .findFirst()
                .orElse(check.row());
        String where = new Place("別紙" + check.table()).label() + "　" + row;
        return frame.say(
                where + "：表では" + frame.writing().millions(check.stated()) + "、内訳の計は"
                        + frame.writing().millions(check.computed()),
                where + ": printed " + frame.writing().millions(check.stated()) + ", parts come to "
                        + frame.writing().millions(check.computed()));
    }
}
