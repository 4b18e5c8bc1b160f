package tsukasa.tools;

import java.util.List;
import tsukasa.kernel.Text;

/// How work on a draft can end.
public sealed interface ToolOutcome {
    /// @param draft as it is now
    record Done(ToolDraft draft) implements ToolOutcome {}

    /// Something is missing or wrong.
    record Wrong(List<Fault> faults) implements ToolOutcome {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /// Somebody else changed it meanwhile, or the time for this is over.
    record Changed() implements ToolOutcome {}

    /// Whoever wrote in it does not publish it: four eyes.
    record SamePerson() implements ToolOutcome {}

    /// @param field the name of a field, empty where the whole draft is meant
    record Fault(String field, Text sentence) {
        public static Fault of(String field, String ja, String en) {
            return new Fault(field, Text.of(ja, en));
        }
    }
}
