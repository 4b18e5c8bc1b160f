package tsukasa.scheme;

import java.util.List;
import java.util.UUID;
import tsukasa.identity.Visitor;

/// 担当: who handles a case, and whether others of its department see it. Each change is an event of the case.
public interface Handling {
    /// Takes a case that nobody handles. Of two who take it at once, one does.
    Outcome take(String number, Visitor by);

    /// For those who supervise: gives cases to somebody, who gets one letter about all of them.
    ///
    /// @return what became of each, in the order given
    List<Outcome> assign(List<String> numbers, UUID person, Where where, Visitor by);

    /// A handler gives a case to a colleague, with a word about where it stands.
    Outcome handOver(String number, UUID to, String word, Visitor by);

    /// Handlers lay a case down themselves; those who supervise relieve anybody.
    Outcome relieve(String number, UUID person, String word, Visitor by);

    /// From now on only its handlers and those who supervise its department see the case.
    Outcome restrict(String number, String reason, Visitor by);

    /// Takes a restriction back. What its definition calls confidential stays so.
    Outcome reopen(String number, String reason, Visitor by);

    /// What is to become of those who handle a case already.
    enum Where {
        NOBODY_HANDLES_IT,
        BESIDES_OTHERS,
        INSTEAD_OF_OTHERS
    }

    sealed interface Outcome {
        String number();

        /// @param name of whom it is about; empty when it is about the case
        record Done(String number, String name) implements Outcome {}

        /// Others handle it, and nothing was changed.
        record Taken(String number, String names) implements Outcome {}

        /// It was so before.
        record Already(String number, String name) implements Outcome {}

        record Refused(String number, Fault fault) implements Outcome {}

        /// There is no such case for whoever asked.
        record Unknown(String number) implements Outcome {}
    }
}
