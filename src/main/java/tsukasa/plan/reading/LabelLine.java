package tsukasa.plan.reading;

import java.util.List;
import tsukasa.plan.reading.Cells.Value;

/// A row label as printed, with the figures of its own line, if any.
record LabelLine(int line, String label, List<Value> values) {}
