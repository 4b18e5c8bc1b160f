package tsukasa.enrichment.editing;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fault;
import tsukasa.kernel.page.Frame;

/// What is wrong, for the form it came from.
final class Wrong {
    private Wrong() {}

    static Errors errors(Frame frame, List<Fault> faults) {
        Errors errors = Errors.none();
        for (Fault fault : faults) {
            errors = errors.with(fault.field(), frame.say(fault.sentence()));
        }
        return errors;
    }
}
