package tsukasa.plan;

import tsukasa.kernel.Text;

/// How entering, proving, approving or withdrawing a result can end.
public sealed interface RecordOutcome {
    /// @param id `R-000123`
    record Done(String id) implements RecordOutcome {}

    /// @param field the name of the field at fault, empty when it is none in particular
    record Refused(String field, Text why, Text next) implements RecordOutcome {}
}
