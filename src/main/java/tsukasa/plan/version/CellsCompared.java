package tsukasa.plan.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.kernel.page.Comparison.Figure;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Column;
import tsukasa.plan.MoneyTable.Row;
import tsukasa.plan.Plan;

/// The money tables of two plans, cell by cell, in millions of yen.
final class CellsCompared {
    private CellsCompared() {}

    static List<Figure> of(Frame frame, Plan earlier, Plan later) {
        Map<String, MoneyTable> before = Compared.byId(earlier.tables(), MoneyTable::id);
        Map<String, MoneyTable> after = Compared.byId(later.tables(), MoneyTable::id);
        List<Figure> figures = new ArrayList<>();
        for (String id : Compared.together(before, after)) {
            Optional<MoneyTable> was = Optional.ofNullable(before.get(id));
            Optional<MoneyTable> is = Optional.ofNullable(after.get(id));
            String where = frame.say("別紙" + id, "Annex " + id);
            if (was.isPresent() && is.isPresent()) {
                cells(frame, where, was.get(), is.get(), figures);
            } else {
                MoneyTable named = is.or(() -> was).orElseThrow();
                String there = frame.say("あり", "there");
                figures.add(new Figure(
                        where, frame.say(named.title()), was.isPresent() ? there : "", is.isPresent() ? there : ""));
            }
        }
        return figures;
    }

    private static void cells(Frame frame, String where, MoneyTable was, MoneyTable is, List<Figure> figures) {
        for (Row row : is.rows()) {
            for (Column column : is.columns()) {
                Cell now = is.cell(row.code(), column.code()).orElseThrow();
                Optional<Cell> then = was.cell(row.code(), column.code());
                if (!then.equals(Optional.of(now))) {
                    figures.add(new Figure(
                            where,
                            frame.say(row.label()) + frame.say("　", ", ") + frame.say(column.title()),
                            then.map(cell -> figure(frame, cell)).orElse(""),
                            figure(frame, now)));
                }
            }
        }
        for (Row row : was.rows()) {
            if (is.row(row.code()).isEmpty()) {
                String figure =
                        row.cells().isEmpty() ? "" : figure(frame, row.cells().getLast());
                figures.add(new Figure(where, frame.say(row.label()), figure, ""));
            }
        }
    }

    private static String figure(Frame frame, Cell cell) {
        return switch (cell) {
            case Cell.Figure(long millions) -> frame.writing().millions(millions);
            case Cell.Nil nil -> "－";
            case Cell.Blank blank -> frame.say("空欄", "blank");
        };
    }
}
