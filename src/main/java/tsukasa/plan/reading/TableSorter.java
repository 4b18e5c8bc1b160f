package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.plan.Doubt;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.reading.TableDraft.Block;
import tsukasa.plan.reading.TableDraft.Entry;

/// Sorts the lines of one passage into tables: headings, column headings, labels, figures, notes.
final class TableSorter {
    private static final Pattern NOTE_START =
            Pattern.compile("[\\[【(]?(?:注記?[0-9]*|備考)[\\]】):].*|※.*|\\[.+\\]|【.+】|\\*.*");
    private static final Pattern ANNEX_NUMBER = Pattern.compile("(?:別紙|別表|別添)第?([0-9]{1,3}(?:[-の][0-9]{1,3})*)(.*)");

    private static final Pattern NO_ACCOUNT = Pattern.compile("含|見積|単位|年度|別紙|[。0-9]");

    /// No money table is longer; what comes behind stays text.
    private static final int MOST_LINES = 2_000;

    private final List<SourceLine> lines;
    private final LabelDictionary dictionary;
    private final List<Doubt> doubts;
    private final List<TableDraft> tables = new ArrayList<>();
    private final Set<Integer> kept = new TreeSet<>();
    private Optional<TableDraft> current = Optional.empty();
    private Optional<Integer> annex = Optional.empty();
    private String id = "";
    private List<String> context;
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
        return sorter.finished();
    }

    /// Tables that got no row are none; what belongs to no table stays text, and is reported.
    private List<TableDraft> finished() {
        annex.ifPresent(kept::add);
        Map<Integer, Integer> indices = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            indices.put(lines.get(i).number(), i);
        }
        tables.stream()
                .filter(TableDraft::isEmpty)
                .flatMap(t -> t.lines().stream())
                .forEach(l -> kept.add(indices.getOrDefault(l.number(), 0)));
        doubts.addAll(KeptText.doubts(lines, kept));
        return tables.stream().filter(t -> !t.isEmpty()).toList();
    }

    /// The index of the last line that was used.
    private int take(int index) {
        SourceLine line = lines.get(index);
        if (TableHeads.isGrid(line)) {
            GridLines.Grid grid = GridLines.from(lines, index);
            takeGrid(index, grid);
            return grid.last();
        }
        String compact = line.compact();
        Matcher title = TableHeads.TITLE.matcher(compact);
        Matcher unit = TableHeads.UNIT.matcher(compact);
        if (TableHeads.isAnnex(line)) {
            takeAnnex(index, compact);
        } else if (title.matches()) {
            open(line, kind(title.group(1)), line.text(), account(title.group(2)));
        } else if (unit.matches()) {
            takeUnit(index, unit.group(1));
        } else if (NOTE_START.matcher(compact).matches() || notes || Sentences.hasFullStop(line.text())) {
            takeNote(index);
        } else {
            takeRow(index);
        }
        return index;
    }

    private void takeAnnex(int index, String compact) {
        Matcher number = ANNEX_NUMBER.matcher(compact);
        close();
        annex.ifPresent(kept::add);
        annex = Optional.of(index);
        context = List.of();
        if (number.lookingAt()) {
            id = number.group(1).replace('の', '-');
            context = List.of(number.group(2));
        }
    }

    /// 「予算（人件費の見積りを含む。）」 names no account.
    private static String account(@Nullable String brackets) {
        return brackets == null || NO_ACCOUNT.matcher(brackets).find() ? "" : brackets;
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
        annex = Optional.empty();
        draft.lines().add(line);
        tables.add(draft);
        current = Optional.of(draft);
    }

    /// A table without a title of its own is what the lines above it say it is.
    private boolean opened(SourceLine line) {
        if (current.isPresent() && !notes) {
            current.get().lines().add(line);
            return true;
        }
        Optional<Kind> kind =
                context.stream().flatMap(words -> kindNamed(words).stream()).findFirst();
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

    /// Words that name several kinds, as the section over all three does, say nothing.
    private static Optional<Kind> kindNamed(String words) {
        String compact = words.length() > 200 ? "" : Characters.compact(words);
        List<Kind> named = Stream.of(Kind.values())
                .filter(kind -> compact.contains(title(kind)))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static Kind kind(String title) {
        return kindNamed(title).orElseThrow();
    }

    private void takeUnit(int index, String unit) {
        SourceLine line = lines.get(index);
        notes = false;
        if (!opened(line)) {
            kept.add(index);
            return;
        }
        current.filter(t -> !unit.equals("百万円"))
                .ifPresent(t ->
                        doubts.add(new Doubt(line.number(), Doubt.Kind.TABLE, TableDoubts.otherUnit(t.id(), unit))));
    }

    private void takeNote(int index) {
        if (current.isEmpty()) {
            kept.add(index);
            return;
        }
        notes = true;
        header = false;
        current.get().notes().add(lines.get(index).text());
        current.get().lines().add(lines.get(index));
    }

    private void takeRow(int index) {
        SourceLine line = lines.get(index);
        HeaderLine columns = HeaderLine.of(line.text(), dictionary);
        if (columns.opensHeader()) {
            if (!opened(line)) {
                doubts.add(new Doubt(line.number(), Doubt.Kind.TABLE, TableDoubts.unknownTable()));
                kept.add(index);
                return;
            }
            header = true;
            current.ifPresent(t -> t.blocks().add(new Block(line.number(), columns.columns())));
        } else if (current.isEmpty() || current.get().lines().size() > MOST_LINES) {
            kept.add(index);
        } else if (header && columns.continuesHeader()) {
            current.get().lines().add(line);
            current.get().lastBlock().heads().add(line.number());
            current.get().lastBlock().columns().addAll(columns.columns());
        } else {
            header = false;
            current.get().lines().add(line);
            current.get().lastBlock().entries().add(entry(line));
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

    private void takeGrid(int index, GridLines.Grid grid) {
        SourceLine line = lines.get(index);
        notes = false;
        if (grid.entries().size() > MOST_LINES || !opened(line)) {
            doubts.add(new Doubt(line.number(), Doubt.Kind.TABLE, TableDoubts.unknownTable()));
            IntStream.rangeClosed(index, grid.last()).forEach(kept::add);
            return;
        }
        current.ifPresent(t -> {
            t.lines().addAll(lines.subList(index + 1, grid.last() + 1));
            if (!grid.columns().isEmpty() || t.blocks().isEmpty()) {
                t.blocks().add(new Block(line.number(), grid.columns()));
            }
            t.lastBlock().entries().addAll(grid.entries());
            t.notes().addAll(grid.around());
        });
    }
}
