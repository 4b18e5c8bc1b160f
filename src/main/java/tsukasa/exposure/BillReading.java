package tsukasa.exposure;

import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// How reading a bill of materials ends.
public sealed interface BillReading {
    record Read(Bill bill) implements BillReading {}

    /// @param why  what is wrong, with the place in the document
    /// @param next what to do about it
    record Refused(Problem.Kind kind, Text why, Text next) implements BillReading {
        public Problem problem() {
            return new Problem(kind, why, next);
        }
    }
}
