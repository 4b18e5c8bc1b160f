package tsukasa.kernel.page;

import java.util.List;
import tsukasa.kernel.Text;

/// What is missing or wrong in what somebody typed, and how to put it right.
///
/// @param field the name of a field, empty where the whole is meant
public record Fault(String field, Text sentence) {
    public static Fault of(String field, String ja, String en) {
        return new Fault(field, Text.of(ja, en));
    }

    public static Errors errors(Frame frame, List<Fault> faults) {
        Errors errors = Errors.none();
        for (Fault fault : faults) {
            errors = errors.with(fault.field(), frame.say(fault.sentence()));
        }
        return errors;
    }
}
