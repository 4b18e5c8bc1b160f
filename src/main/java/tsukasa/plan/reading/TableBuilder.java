package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsukasa.kernel.Text;
import tsukasa.plan.Doubt;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Column;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.reading.LabelDictionary.Name;
import tsukasa.plan.reading.LabelDictionary.RowName;
import tsukasa.plan.reading.TableDraft.Block;
import tsukasa.plan.reading.TableDraft.Entry;

/// Makes a table of a draft: lays out figures, gives codes, joins the blocks of wide tables side by side.
final class TableBuilder {
    private final LabelDictionary dictionary;
    private final TableAuditor auditor;
    private final List<Doubt> doubts;
    private final TableDraft draft;
    private final String id;

    private final Map<String, MoneyTable.Row> rows = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private RowCoder coder;

    TableBuilder(TableDraft draft, String id, LabelDictionary dictionary, TableAuditor auditor, List<Doubt> doubts) {
        this.draft = draft;
        this.id = id;
        this.dictionary = dictionary;
        this.auditor = auditor;
        this.doubts = doubts;
        this.coder = new RowCoder(dictionary, draft.kind(), doubts);
    }

    MoneyTable build() {
        for (Block block : draft.blocks()) {
            if (!block.entries().isEmpty()) {
                addBlock(block);
            } else if (!block.columns().isEmpty()) {
                int first = block.heads().getFirst();
                doubts.add(new Doubt(
                        first,
                        block.heads().getLast() - first + 1,
                        Doubt.Kind.TABLE,
                        TableDoubts.noRows(block.columns())));
            }
        }
        Optional<Name> account = draft.account().isEmpty()
                ? Optional.of(new Name("total", "All accounts"))
                : Optional.of(account(draft.account()));
        return new MoneyTable(
                id,
                draft.kind(),
                account.map(Name::code).orElseThrow(),
                dictionary.title(draft.kind(), draft.title(), draft.account().isEmpty() ? Optional.empty() : account),
                columns,
                List.copyOf(rows.values()),
                notes());
    }

    /// One note for each heading in brackets.
    private List<Text> notes() {
        List<String> notes = new ArrayList<>();
        for (String line : draft.notes()) {
            boolean heading = "［[【※（(＊*".indexOf(line.charAt(0)) >= 0;
            if (heading || notes.isEmpty()) {
                notes.add(line);
            } else {
                notes.add(notes.removeLast() + line);
            }
        }
        return notes.stream().map(Text::same).toList();
    }

    private Name account(String label) {
        return dictionary.account(label).orElseGet(() -> {
            doubts.add(new Doubt(draft.line(), Doubt.Kind.LABEL, TableDoubts.unknownAccount(label)));
            return new Name(LabelDictionary.inventedCode("a", label), label);
        });
    }

    private void addBlock(Block block) {
        List<Entry> entries = withoutPageNumbers(block.entries());
        List<Column> names = columnsOf(block, entries);
        if (!goesOn(names)) {
            coder = new RowCoder(dictionary, draft.kind(), doubts);
        }
        List<MoneyTable.Row> laidOut = entries.stream().anyMatch(e -> !e.isLabel() && !e.isValues())
                ? rowByRow(entries, names.size())
                : runs(entries, names.size());
        join(names, laidOut);
    }

    /// A bare number in other digits than the rest, or alone before the next page, is no cell.
    private List<Entry> withoutPageNumbers(List<Entry> entries) {
        long figures = draft.blocks().stream()
                .flatMap(b -> b.entries().stream())
                .flatMap(e -> e.values().stream())
                .filter(v -> v.cell() instanceof Cell.Figure)
                .count();
        long plain = draft.blocks().stream()
                .flatMap(b -> b.entries().stream())
                .flatMap(e -> e.values().stream())
                .filter(Cells.Value::plain)
                .count();
        List<Entry> kept = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean foreign = plain * 4 < figures && entry.values().stream().allMatch(Cells.Value::plain);
            boolean alone = entry.gap() >= 3 && i == entries.size() - 1;
            boolean pageNumber = entry.isValues()
                    && Furniture.isPageNumber(entry.text())
                    && (foreign || alone || Furniture.isSurelyPageNumber(entry.text()));
            if (pageNumber) {
                doubts.add(new Doubt(entry.line(), Doubt.Kind.FURNITURE, TableDoubts.pageNumber(entry.text())));
            } else {
                kept.add(entry);
            }
        }
        return kept;
    }

    private List<Column> columnsOf(Block block, List<Entry> entries) {
        if (block.columns().isEmpty()) {
            int widest = entries.stream()
                    .filter(e -> !e.isLabel())
                    .mapToInt(e -> e.values().size())
                    .max()
                    .orElse(1);
            if (widest <= 1) {
                return List.of(new Column("value", Text.of("金額", "Amount")));
            }
            doubts.add(new Doubt(draft.line(), Doubt.Kind.TABLE, TableDoubts.noColumns(id)));
            List<Column> numbered = new ArrayList<>();
            for (int i = 1; i <= widest; i++) {
                numbered.add(new Column("c" + i, Text.of("第" + i + "列", "Column " + i)));
            }
            return numbered;
        }
        return block.columns().stream().map(this::column).toList();
    }

    private Column column(String label) {
        Optional<Name> known = dictionary.column(label);
        if (known.isPresent()) {
            return new Column(known.get().code(), Text.of(label, known.get().en()));
        }
        doubts.add(new Doubt(draft.line(), Doubt.Kind.LABEL, TableDoubts.unknownColumn(label)));
        return new Column(LabelDictionary.inventedCode("c", label), Text.same(label));
    }

    /// Each label has its figures in its own line.
    private List<MoneyTable.Row> rowByRow(List<Entry> entries, int width) {
        List<LabelLine> lines = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.isValues() && !lines.isEmpty()) {
                LabelLine last = lines.removeLast();
                List<Cells.Value> more = new ArrayList<>(last.values());
                more.addAll(entry.values());
                lines.add(new LabelLine(last.line(), entry.line(), last.label(), more));
            } else {
                lines.add(new LabelLine(entry.line(), entry.line(), named(entry), entry.values()));
            }
        }
        List<MoneyTable.Row> laidOut = new ArrayList<>();
        for (LabelLine line : coder.joined(lines)) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                cells.add(i < line.values().size() ? line.values().get(i).cell() : new Cell.Blank());
            }
            if (!line.values().isEmpty() && line.values().size() != width) {
                boolean tooMany = line.values().size() > width;
                doubts.add(new Doubt(
                        line.line(),
                        line.lines(),
                        Doubt.Kind.TABLE,
                        tooMany
                                ? TableDoubts.surplus(id, line.values().size(), 1, width)
                                : TableDoubts.cut(id, line.values().size(), 1, width)));
            }
            laidOut.add(row(coder.code(line), line.label(), cells));
        }
        return laidOut;
    }

    /// Figures above the first label have a row of their own.
    private static String named(Entry entry) {
        return entry.isValues() ? "（名のない行）" : entry.label();
    }

    /// Runs of labels, each followed by a run of figures, column by column.
    private List<MoneyTable.Row> runs(List<Entry> entries, int width) {
        List<MoneyTable.Row> laidOut = new ArrayList<>();
        int i = 0;
        while (i < entries.size()) {
            List<LabelLine> labels = new ArrayList<>();
            List<Cell> figures = new ArrayList<>();
            int line = entries.get(i).line();
            for (; i < entries.size() && entries.get(i).isLabel(); i++) {
                labels.add(new LabelLine(
                        entries.get(i).line(),
                        entries.get(i).line(),
                        entries.get(i).label(),
                        List.of()));
            }
            for (; i < entries.size() && entries.get(i).isValues(); i++) {
                entries.get(i).values().forEach(v -> figures.add(v.cell()));
            }
            int span = entries.get(i - 1).line() - line + 1;
            laidOut.addAll(panel(line, span, coder.joined(labels), figures, width));
        }
        return laidOut;
    }

    private List<MoneyTable.Row> panel(int line, int span, List<LabelLine> labels, List<Cell> figures, int width) {
        List<RowName> names = labels.stream().map(coder::code).toList();
        PanelSolver.Layout layout = names.isEmpty()
                ? new PanelSolver.Layout(List.of(), false, false, false, figures.size())
                : new PanelSolver(auditor, draft.kind()).solve(names, figures, width);
        report(line, span, layout, names.size(), figures.size(), width);
        List<MoneyTable.Row> laidOut = new ArrayList<>();
        for (int r = 0; r < names.size(); r++) {
            laidOut.add(row(names.get(r), labels.get(r).label(), layout.rows().get(r)));
        }
        return laidOut;
    }

    private void report(int line, int span, PanelSolver.Layout layout, int rowCount, int figures, int width) {
        if (layout.missing()) {
            doubts.add(new Doubt(line, span, Doubt.Kind.TRUNCATED, TableDoubts.cut(id, figures, rowCount, width)));
        }
        if (layout.surplus() > 0) {
            doubts.add(new Doubt(line, span, Doubt.Kind.TABLE, TableDoubts.surplus(id, figures, rowCount, width)));
        }
        if (layout.unsure()) {
            doubts.add(new Doubt(line, span, Doubt.Kind.TABLE, TableDoubts.layout(id)));
        }
        if (layout.byRow()) {
            doubts.add(new Doubt(line, span, Doubt.Kind.TABLE, TableDoubts.rowByRow(id)));
        }
    }

    private static MoneyTable.Row row(RowName name, String label, List<Cell> cells) {
        return new MoneyTable.Row(name.code(), Text.of(closed(label), name.en()), name.depth(), cells);
    }

    /// 「収 入」 is 収入.
    private static String closed(String label) {
        boolean spacedOut = label.matches("(?:\\S[\\s\\u3000]+)+\\S");
        return spacedOut ? label.replaceAll("[\\s\\u3000]", "") : label;
    }

    private boolean goesOn(List<Column> names) {
        Set<String> known = new HashSet<>();
        columns.forEach(c -> known.add(c.code()));
        return names.stream().allMatch(c -> known.contains(c.code()));
    }

    /// The same columns again go on below; other columns stand beside.
    private void join(List<Column> names, List<MoneyTable.Row> laidOut) {
        boolean below = goesOn(names);
        int before = below ? 0 : columns.size();
        int width = below ? columns.size() : columns.size() + names.size();
        for (MoneyTable.Row row : laidOut) {
            List<Cell> cells = new ArrayList<>();
            List<Cell> old = Optional.ofNullable(rows.get(row.code()))
                    .map(MoneyTable.Row::cells)
                    .orElse(List.of());
            for (int i = 0; i < width; i++) {
                boolean fromOld = i < before && i < old.size();
                boolean fromNew = i >= before && i - before < row.cells().size();
                cells.add(fromOld ? old.get(i) : fromNew ? row.cells().get(i - before) : new Cell.Blank());
            }
            rows.put(row.code(), new MoneyTable.Row(row.code(), row.label(), row.depth(), cells));
        }
        if (!below) {
            columns.addAll(names);
            rows.replaceAll((code, row) -> padded(row, width));
        }
    }

    private static MoneyTable.Row padded(MoneyTable.Row row, int width) {
        List<Cell> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add(new Cell.Blank());
        }
        return new MoneyTable.Row(row.code(), row.label(), row.depth(), cells);
    }
}
