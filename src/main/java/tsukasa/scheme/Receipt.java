package tsukasa.scheme;

import java.util.List;

/// How a submission can end.
public sealed interface Receipt {
    /// Entered in the register at once.
    record Registered(String number) implements Receipt {}

    /// Kept, and waiting until the link in the mail is used.
    record AwaitingConfirmation(String number) implements Receipt {}

    /// The same submission arrived before; this is its case.
    record Repeated(String number) implements Receipt {}

    /// The subject is in the register already: step up, change or withdraw that entry instead.
    record AlreadyRegistered(String number) implements Receipt {}

    record Refused(List<Fault> faults) implements Receipt {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
