package tsukasa.plan.reading;

import java.util.List;
import tsukasa.plan.reading.Cells.Value;

/// A row label as printed, with the figures of its own line, if any.
///
/// @param last the last line that belongs to it
record LabelLine(int line, int last, String label, List<Value> values) {
    int lines() {
        return last - line + 1;
    }
}
