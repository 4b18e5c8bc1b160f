package tsukasa.plan.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Accounts;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.Plan;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.TableCheck;
import tsukasa.plan.TableCheck.Verdict;
import tsukasa.plan.accounts.TablePage.Cell;
import tsukasa.plan.accounts.TablePage.Check;
import tsukasa.plan.accounts.TablePage.Column;
import tsukasa.plan.accounts.TablePage.Note;
import tsukasa.plan.accounts.TablePage.Row;

/// Prepares the money tables with every sum recalculated: a total that differs from its parts by rounding says so.
@Component
class AccountsDesk {
    private static final Set<String> RESULTS = Set.of("net_profit", "gross_profit");
    private final TableAuditor auditor;
    private final Map<String, List<TableCheck>> audits = new LinkedHashMap<>();

    AccountsDesk(TableAuditor auditor) {
        this.auditor = auditor;
    }

    /// A plan with the same digest is the same plan, so its tables are checked once.
    synchronized List<TableCheck> checks(Plan plan) {
        if (audits.size() > 20) {
            audits.clear();
        }
        return audits.computeIfAbsent(plan.digest(), digest -> auditor.check(plan.tables()));
    }

    TablesPage tables(Frame frame, Plan plan) {
        List<TableCheck> checks = checks(plan);
        int exact = count(checks, Verdict.EXACT);
        int rounding = count(checks, Verdict.WITHIN_ROUNDING);
        List<TablesPage.Wrong> wrong = checks.stream()
                .filter(check -> check.verdict() == Verdict.WRONG)
                .map(check -> new TablesPage.Wrong(
                        check.table(),
                        address(plan, check.table()),
                        plan.table(check.table())
                                .map(table -> new RuleWords(frame, plan).of(table, check))
                                .orElse(check.rule()),
                        frame.writing().number(check.stated()),
                        frame.writing().number(check.computed())))
                .toList();
        return new TablesPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                TablesOverview.groups(frame),
                TablesOverview.lines(frame, plan),
                frame.say(
                        checks.size() + "の計算を確かめました。一致" + exact + "、端数の差" + rounding + "、誤り" + wrong.size() + "です。",
                        checks.size() + " sums checked: " + exact + " exact, " + rounding + " within rounding, "
                                + wrong.size() + " wrong."),
                wrong);
    }

    private static int count(List<TableCheck> checks, Verdict verdict) {
        return (int) checks.stream().filter(check -> check.verdict() == verdict).count();
    }

    static String address(Plan plan, String table) {
        return "/plan/" + plan.id() + "/tables/" + table;
    }

    static String kind(Frame frame, Kind kind) {
        return switch (kind) {
            case BUDGET -> frame.say("予算", "Budget");
            case INCOME -> frame.say("収支計画", "Income plan");
            case CASH -> frame.say("資金計画", "Cash plan");
        };
    }

    TablePage table(Frame frame, Plan plan, MoneyTable table) {
        List<TableCheck> checks = checks(plan).stream()
                .filter(check -> check.table().equals(table.id()))
                .toList();
        List<Note> notes = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (MoneyTable.Row row : table.rows()) {
            Sides.above(table, row).ifPresent(side -> rows.add(Row.heading(frame.say(side))));
            rows.add(row(frame, table, row, checks, notes));
        }
        balance(frame, table).ifPresent(rows::add);
        Writing writing = frame.writing();
        return new TablePage(
                frame,
                plan.id(),
                writing.year(plan.year()),
                table.id(),
                frame.say(table.title()),
                writing.date(plan.year().first()) + "–"
                        + writing.date(plan.year().last()),
                kinds(frame, plan, table),
                accounts(frame, plan, table),
                table.columns().stream()
                        .map(column -> new Column(
                                column.code().equals("value") ? frame.say("金額", "Amount") : frame.say(column.title()),
                                column.code().equals(Accounts.TOTAL)))
                        .toList(),
                rows,
                notes,
                remarks(frame, plan, table),
                sentence(frame, checks),
                checks.stream()
                        .map(check -> check(frame, table, check, new RuleWords(frame, plan)))
                        .toList());
    }

    private static String sentence(Frame frame, List<TableCheck> checks) {
        int wrong = count(checks, Verdict.WRONG);
        int rounding = count(checks, Verdict.WITHIN_ROUNDING);
        return wrong > 0
                ? frame.say("計算の合わない欄が" + wrong + "あります。", wrong + " figures do not add up.")
                : frame.say(
                        "この表の" + checks.size() + "の計算はすべて合っています" + (rounding == 0 ? "。" : "（" + rounding + "は端数の差）。"),
                        "All " + checks.size() + " sums of this table agree"
                                + (rounding == 0 ? "." : " (" + rounding + " within rounding)."));
    }

    private static List<Tab> kinds(Frame frame, Plan plan, MoneyTable table) {
        return plan.tables().stream()
                .filter(other -> other.account().equals(table.account()))
                .map(other -> new Tab(kind(frame, other.kind()), address(plan, other.id()), other.equals(table)))
                .toList();
    }

    private static List<Tab> accounts(Frame frame, Plan plan, MoneyTable table) {
        return plan.tables().stream()
                .filter(other -> other.kind() == table.kind())
                .map(other ->
                        new Tab(account(frame, plan, other.account()), address(plan, other.id()), other.equals(table)))
                .toList();
    }

    static String account(Frame frame, Plan plan, String account) {
        return account.equals(Accounts.TOTAL)
                ? frame.say("総表", "All accounts")
                : plan.accounts()
                        .account(account)
                        .map(found -> frame.say(found.title()))
                        .orElse(account);
    }

    private static Row row(
            Frame frame, MoneyTable table, MoneyTable.Row row, List<TableCheck> checks, List<Note> notes) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            MoneyTable.Column column = table.columns().get(i);
            List<TableCheck> rounded = checks.stream()
                    .filter(check -> check.row().equals(row.code())
                            && check.column().equals(column.code())
                            && check.verdict() != Verdict.EXACT)
                    .toList();
            Integer mark = rounded.isEmpty() ? null : notes.size() + 1;
            if (mark != null) {
                notes.add(note(frame, table, row, column, rounded, mark));
            }
            cells.add(cell(frame, row.cells().get(i), column, mark));
        }
        boolean blank = row.cells().stream().allMatch(MoneyTable.Cell.Blank.class::isInstance);
        boolean total = row.code().endsWith(".total") || RESULTS.contains(row.code());
        return new Row(frame.say(row.label()), row.depth(), blank, total, cells);
    }

    /// Not printed in the plan: what remains of a budget, column by column.
    private static Optional<Row> balance(Frame frame, MoneyTable table) {
        Optional<MoneyTable.Row> revenue = table.row("rev.total");
        Optional<MoneyTable.Row> spending = table.row("exp.total");
        if (table.kind() != Kind.BUDGET || revenue.isEmpty() || spending.isEmpty()) {
            return Optional.empty();
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            long left = revenue.get().cells().get(i).amount()
                    - spending.get().cells().get(i).amount();
            cells.add(cell(
                    frame, new MoneyTable.Cell.Figure(left), table.columns().get(i), null));
        }
        return Optional.of(
                new Row(frame.say("収入 − 支出（計算値）", "Revenue − expenditure (computed)"), 0, false, true, cells));
    }

    private static List<String> remarks(Frame frame, Plan plan, MoneyTable table) {
        List<String> remarks = new ArrayList<>();
        plan.accounts().personnel().stream()
                .filter(estimate -> estimate.table().equals(table.id()))
                .forEach(estimate -> remarks.add(personnel(frame, table, estimate)));
        table.notes().forEach(note -> remarks.add(frame.say(note)));
        return remarks;
    }

    private static String personnel(Frame frame, MoneyTable table, Accounts.PersonnelEstimate estimate) {
        String segments = table.columns().stream()
                .filter(column -> estimate.segments().containsKey(column.code()))
                .map(column -> frame.say(column.title()) + " "
                        + frame.writing().number(estimate.segments().getOrDefault(column.code(), 0L)))
                .collect(Collectors.joining(frame.say("、", ", ")));
        String parts = segments.isEmpty() ? "" : frame.say("（" + segments + "）", " (" + segments + ")");
        String amount = frame.writing().number(estimate.millions());
        return frame.say("うち人件費の見積り " + amount + parts + "。", "Of which pay, as estimated: " + amount + parts + ". ")
                + estimate.note().map(frame::say).orElse("");
    }

    private static Cell cell(Frame frame, MoneyTable.Cell cell, MoneyTable.Column column, @Nullable Integer mark) {
        boolean total = column.code().equals(Accounts.TOTAL);
        return switch (cell) {
            case MoneyTable.Cell.Figure(long millions) ->
                new Cell(frame.writing().number(millions), false, total, mark);
            case MoneyTable.Cell.Nil nil -> new Cell("－", true, total, mark);
            case MoneyTable.Cell.Blank blank -> new Cell("", false, total, mark);
        };
    }

    /// One note for a figure, whichever sums it does not meet to the unit.
    private static Note note(
            Frame frame,
            MoneyTable table,
            MoneyTable.Row row,
            MoneyTable.Column column,
            List<TableCheck> checks,
            int mark) {
        TableCheck first = checks.getFirst();
        String stated = frame.writing().number(first.stated());
        String where = frame.say("「" + row.label().ja() + "」", row.label().en())
                + (table.columns().size() > 1
                        ? frame.say(
                                "（" + column.title().ja() + "）",
                                " (" + column.title().en() + ")")
                        : "");
        String parts =
                checks.stream().map(check -> parts(frame, check)).collect(Collectors.joining(frame.say("、", ", ")));
        return new Note(
                mark,
                where + frame.say("", " ") + stated + frame.say("：", ": ") + parts,
                frame.say("差 ", "difference ") + frame.writing().number(first.stated() - first.computed()));
    }

    private static String parts(Frame frame, TableCheck check) {
        String words = switch (check.scope()) {
            case WITHIN -> frame.say("内訳の和は", "its parts sum to ");
            case SEGMENTS -> frame.say("区分の和は", "the segments sum to ");
            case ACCOUNTS -> frame.say("各勘定の和は", "the accounts sum to ");
            case RELATION -> frame.say("対応する表では", "the related table gives ");
        };
        return words + frame.writing().number(check.computed());
    }

    private static Check check(Frame frame, MoneyTable table, TableCheck check, RuleWords words) {
        String column = table.columns().stream()
                .filter(c -> c.code().equals(check.column()))
                .map(c -> frame.say(c.title()))
                .findFirst()
                .orElse(check.column());
        return new Check(
                switch (check.scope()) {
                    case WITHIN -> frame.say("表の中", "Within the table");
                    case SEGMENTS -> frame.say("区分と合計", "Segments and total");
                    case ACCOUNTS -> frame.say("勘定と総表", "Accounts and total");
                    case RELATION -> frame.say("表どうし", "Between tables");
                },
                words.of(table, check),
                column,
                frame.writing().number(check.stated()),
                frame.writing().number(check.computed()),
                switch (check.verdict()) {
                    case EXACT -> Status.MATCHES;
                    case WITHIN_ROUNDING -> Status.WITHIN_ROUNDING;
                    case WRONG -> Status.DIFFERS;
                });
    }
}
