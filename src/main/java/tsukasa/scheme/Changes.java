package tsukasa.scheme;

import java.util.List;
import java.util.Map;

/// Changes to what is registered. Each is an event of its case; the register keeps what was known before.
public interface Changes {
    /// New answers from today on: a step-up where the level rises, otherwise a change.
    Outcome change(String number, Map<String, Object> answers, String actor);

    Outcome withdraw(String number, String reason, String actor);

    /// Takes a withdrawal back: the entry stands as if it had never been withdrawn, and the register keeps that it was.
    Outcome restore(String number, String reason, String actor);

    /// 課内のメモ: for colleagues only; it changes nothing but the history of the case.
    Outcome note(String number, String words, String actor);

    /// Staff put right what was wrong from the beginning, with a reason.
    Outcome correct(String number, Map<String, Object> answers, String reason, String actor);

    sealed interface Outcome {
        record Done(String number) implements Outcome {}

        record Refused(List<Fault> faults) implements Outcome {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /// Withdrawn before, or changed by someone else at the same moment; restoring, that the subject stands again.
        record Conflict() implements Outcome {}

        record Unknown() implements Outcome {}
    }
}
