package tsukasa.kernel.chart;

import java.util.List;

/// The figures of a chart as a table, for those who would rather read them. The first column heads the rows.
public record ChartTable(String caption, List<String> heads, List<List<String>> rows) {
    public ChartTable {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
