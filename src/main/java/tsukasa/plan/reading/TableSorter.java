package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.plan.Doubt;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.reading.TableDraft.Block;
import tsukasa.plan.reading.TableDraft.Entry;

/// Sorts the lines of one passage into tables: headings, column headings, labels, figures, notes.
final class TableSorter {
    private static final Pattern NOTE_START =
            Pattern.compile("[\\[【(]?(?:注記?[0-9]*|備考)[\\]】):].*|※.*|\\[.+\\]|【.+】|\\*.*");
    private static final Pattern ANNEX_NUMBER = Pattern.compile("(?:別紙|別表|別添)第?([0-9]{1,3}(?:[-の][0-9]{1,3})*)(.*)");

    private final List<SourceLine> lines;
    private final LabelDictionary dictionary;
    private final List<Doubt> doubts;
    private final List<TableDraft> tables = new ArrayList<>();
    private Optional<TableDraft> current = Optional.empty();
    private String id = "";
    private String context;
    private boolean notes;
    private boolean header;

    private TableSorter(Outline.TableLines passage, LabelDictionary dictionary, List<Doubt> doubts) {
        this.lines = passage.lines();
        this.context = passage.within();
        this.dictionary = dictionary;
        this.doubts = doubts;
    }

    static List<TableDraft> sort(Outline.TableLines passage, LabelDictionary dictionary, List<Doubt> doubts) {
        TableSorter sorter = new TableSorter(passage, dictionary, doubts);
        for (int i = 0; i < sorter.lines.size(); i++) {
            i = sorter.take(i);
        }
        return sorter.tables;
    }

    /// The index of the last line that was used.
    private int take(int index) {
        SourceLine line = lines.get(index);
        if (TableHeads.isGrid(line)) {
            GridLines.Grid grid = GridLines.from(lines, index);
            takeGrid(line, grid);
            return grid.last();
        }
        String compact = line.compact();
        Matcher title = TableHeads.TITLE.matcher(compact);
        Matcher unit = TableHeads.UNIT.matcher(compact);
        if (TableHeads.isAnnex(line)) {
            takeAnnex(compact);
        } else if (title.matches()) {
            open(line, kind(title.group(1)), line.text(), title.group(2) == null ? "" : title.group(2));
        } else if (unit.matches()) {
            takeUnit(line, unit.group(1));
        } else if (NOTE_START.matcher(compact).matches() || notes || Sentences.hasFullStop(line.text())) {
            takeNote(line);
        } else {
            takeRow(line);
        }
        return index;
    }

    private void takeAnnex(String compact) {
        Matcher number = ANNEX_NUMBER.matcher(compact);
        close();
        if (number.lookingAt()) {
            id = number.group(1).replace('の', '-');
            context = number.group(2).isEmpty() ? context : number.group(2);
        }
    }

    private void close() {
        current = Optional.empty();
        notes = false;
        header = false;
    }

    private void open(SourceLine line, Kind kind, String title, String account) {
        close();
        TableDraft draft = new TableDraft(line.number(), id, kind, title, account);
        id = "";
        tables.add(draft);
        current = Optional.of(draft);
    }

    /// A table without a title of its own is what the item above it says it is.
    private boolean opened(SourceLine line) {
        if (current.isPresent() && !notes) {
            return true;
        }
        Optional<Kind> kind = kindNamed(context);
        if (kind.isEmpty()) {
            return false;
        }
        open(line, kind.get(), title(kind.get()), "");
        return true;
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case BUDGET -> "予算";
            case INCOME -> "収支計画";
            case CASH -> "資金計画";
        };
    }

    private static Optional<Kind> kindNamed(String words) {
        String compact = words.length() > 200 ? "" : Characters.compact(words);
        for (Kind kind : List.of(Kind.CASH, Kind.INCOME, Kind.BUDGET)) {
            if (compact.contains(title(kind))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Kind kind(String title) {
        return kindNamed(title).orElseThrow();
    }

    private void takeUnit(SourceLine line, String unit) {
        notes = false;
        if (opened(line)) {
            current.ifPresent(t -> {
                if (!unit.equals("百万円")) {
                    doubts.add(new Doubt(line.number(), Doubt.Kind.TABLE, TableDoubts.otherUnit(t.id(), unit)));
                }
            });
        }
    }

    private void takeNote(SourceLine line) {
        notes = true;
        header = false;
        current.ifPresent(t -> t.notes().add(line.text()));
    }

    private void takeRow(SourceLine line) {
        HeaderLine columns = HeaderLine.of(line.text(), dictionary);
        if (columns.opensHeader()) {
            if (!opened(line)) {
                doubts.add(new Doubt(line.number(), Doubt.Kind.TABLE, TableDoubts.unknownTable()));
                return;
            }
            header = true;
            current.ifPresent(t -> t.blocks().add(new Block(columns.columns())));
        } else if (header && columns.continuesHeader()) {
            current.ifPresent(t -> t.lastBlock().columns().addAll(columns.columns()));
        } else {
            header = false;
            current.ifPresent(t -> t.lastBlock().entries().add(entry(line)));
        }
    }

    private static Entry entry(SourceLine line) {
        Optional<List<Cells.Value>> values = Cells.values(line.text());
        if (values.isPresent()) {
            return new Entry(line.number(), line.gap(), line.text(), "", values.get());
        }
        return Cells.labelled(line.text())
                .map(l -> new Entry(line.number(), line.gap(), line.text(), l.label(), l.values()))
                .orElseGet(() -> new Entry(line.number(), line.gap(), line.text(), line.text(), List.of()));
    }

    private void takeGrid(SourceLine line, GridLines.Grid grid) {
        notes = false;
        if (!opened(line)) {
            doubts.add(new Doubt(line.number(), Doubt.Kind.TABLE, TableDoubts.unknownTable()));
            return;
        }
        current.ifPresent(t -> {
            if (!grid.columns().isEmpty() || t.blocks().isEmpty()) {
                t.blocks().add(new Block(grid.columns()));
            }
            t.lastBlock().entries().addAll(grid.entries());
        });
    }
}
