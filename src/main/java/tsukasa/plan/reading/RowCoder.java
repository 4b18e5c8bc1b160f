package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tsukasa.plan.Doubt;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.reading.LabelDictionary.RowName;

/// Gives the rows of one block of a table their codes; the row above tells which 計 is meant.
final class RowCoder {
    private final LabelDictionary dictionary;
    private final Kind kind;
    private final List<Doubt> doubts;
    private final Set<String> used = new HashSet<>();
    private String above = "";

    RowCoder(LabelDictionary dictionary, Kind kind, List<Doubt> doubts) {
        this.dictionary = dictionary;
        this.kind = kind;
        this.doubts = doubts;
    }

    /// A label broken over two lines is one label when the dictionary knows it whole and not in parts.
    List<LabelLine> joined(List<LabelLine> lines) {
        List<LabelLine> joined = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            LabelLine line = lines.get(i);
            if (i + 1 < lines.size() && line.values().isEmpty()) {
                LabelLine next = lines.get(i + 1);
                String both = line.label() + next.label();
                if (isKnown(both) && !(isKnown(line.label()) && isKnown(next.label()))) {
                    joined.add(new LabelLine(line.line(), next.last(), both, next.values()));
                    i++;
                    continue;
                }
            }
            joined.add(line);
        }
        return joined;
    }

    private boolean isKnown(String label) {
        return !dictionary.rows(kind, label).isEmpty();
    }

    RowName code(LabelLine line) {
        RowName name = known(line.label()).orElseGet(() -> invented(line));
        String code = name.code();
        for (int copy = 2; !used.add(code); copy++) {
            code = name.code() + "-" + copy;
        }
        above = code;
        return new RowName(code, name.en(), name.depth(), name.blank());
    }

    private Optional<RowName> known(String label) {
        return dictionary.rows(kind, label).stream()
                .max(Comparator.comparingInt((RowName r) -> used.contains(r.code()) ? 0 : 1)
                        .thenComparingInt(r -> commonSteps(parent(r.code()), above)));
    }

    private RowName invented(LabelLine line) {
        doubts.add(new Doubt(line.line(), Doubt.Kind.LABEL, TableDoubts.unknownRow(line.label())));
        String compact = Characters.compact(line.label());
        boolean part = compact.startsWith("うち") || compact.startsWith("(うち");
        String parent = part || dictionary.hasRowsBelow(kind, above) ? above : parent(above);
        String code = (parent.isEmpty() ? "" : parent + ".") + LabelDictionary.inventedCode("x", line.label());
        return new RowName(code, line.label(), part ? 2 : 1, false);
    }

    private static String parent(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? "" : code.substring(0, dot);
    }

    private static int commonSteps(String one, String other) {
        String[] a = one.split("\\.", -1);
        String[] b = other.split("\\.", -1);
        int common = 0;
        while (common < Math.min(a.length, b.length) && a[common].equals(b[common])) {
            common++;
        }
        return common;
    }
}
