package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import tsukasa.plan.MoneyTable.Kind;

/// A money table while its lines are being sorted.
///
/// @param title as printed
/// @param account in the words of the plan, empty where the title names none
/// @param lines   all lines that went into it
record TableDraft(
        int line,
        String id,
        Kind kind,
        String title,
        String account,
        List<Block> blocks,
        List<String> notes,
        List<SourceLine> lines) {
    TableDraft(int line, String id, Kind kind, String title, String account) {
        this(line, id, kind, title, account, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /// One run of rows below one line of column headings; wide tables have two.
    ///
    /// @param heads the lines of the column headings
    record Block(List<Integer> heads, List<String> columns, List<Entry> entries) {
        Block(int line, List<String> columns) {
            this(new ArrayList<>(List.of(line)), new ArrayList<>(columns), new ArrayList<>());
        }
    }

    /// A label, or figures, or both.
    ///
    /// @param gap blank lines before it
    record Entry(int line, int gap, String text, String label, List<Cells.Value> values) {
        boolean isLabel() {
            return !label.isEmpty() && values.isEmpty();
        }

        boolean isValues() {
            return label.isEmpty();
        }
    }

    Block lastBlock() {
        if (blocks.isEmpty()) {
            blocks.add(new Block(line, List.of()));
        }
        return blocks.getLast();
    }

    boolean isEmpty() {
        return blocks.stream().allMatch(b -> b.entries().isEmpty());
    }
}
