package tsukasa.budget;

import java.util.List;
import tsukasa.kernel.Text;

/// How entering amounts can end; unless it is done, nothing was entered.
public sealed interface EntryOutcome {
    /// @param entered   new versions
    /// @param unchanged said the same as before, and left as it was
    record Done(int entered, int unchanged) implements EntryOutcome {}

    record Refused(List<Fault> faults) implements EntryOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// @param index of the amount in what was sent
    /// @param why   what is wrong
    /// @param next  what to do
    record Fault(int index, Kind kind, Text why, Text next) {}

    enum Kind {
        NO_LINE,
        NOT_OF_YEAR,
        NOT_BEGUN,
        /// The period is closed: cycle has to open it again, with a reason.
        CLOSED,
        NO_REASON,
        CHANGED_MEANWHILE,
        TOO_LARGE
    }
}
