package tsukasa.plan;

import java.util.List;

/// One page of the rows a number was counted from.
///
/// @param total how many rows the selection has in all
public record CountedRows(List<CountedRow> rows, long total) {
    public CountedRows {
        rows = List.copyOf(rows);
    }
}
