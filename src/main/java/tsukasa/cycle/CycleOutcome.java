package tsukasa.cycle;

import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;

/// How reporting, following up, evaluating and meeting can end: done, or refused with every reason.
public sealed interface CycleOutcome {
    /// @param id the number of what was written
    record Done(long id) implements CycleOutcome {}

    /// @param status 422 for what was entered wrongly, 409 where somebody else was first or the time for it is over
    record Refused(int status, List<Fault> faults) implements CycleOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }

        public Errors errors(Frame frame) {
            Errors errors = Errors.none();
            for (Fault fault : faults) {
                errors = errors.with(fault.field(), frame.say(fault.sentence()));
            }
            return errors;
        }
    }

    /// @param field the name of a field, empty where the whole deed is meant
    record Fault(String field, Text sentence) {
        public static Fault of(String field, String ja, String en) {
            return new Fault(field, Text.of(ja, en));
        }
    }

    static CycleOutcome wrong(List<Fault> faults) {
        return new Refused(422, faults);
    }

    static CycleOutcome wrong(String field, String ja, String en) {
        return wrong(List.of(Fault.of(field, ja, en)));
    }

    /// Not any more, or not yet.
    static CycleOutcome conflict(String ja, String en) {
        return new Refused(409, List.of(Fault.of("", ja, en)));
    }
}
