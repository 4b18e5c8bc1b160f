package tsukasa.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsukasa.identity.Visitor;
import tsukasa.kernel.foureyes.DraftOutcome;

/// How alerts come to be: one person writes, another approves. Who may call this is asked where it is called.
public interface AlertWriting {
    /// Not published and not discarded yet, the last changed first.
    List<AlertDraft> open();

    Optional<AlertDraft> find(long id);

    /// Of this alert, what is being written; at most one.
    Optional<AlertDraft> openFor(AlertNumber number);

    DraftOutcome<AlertDraft> begin(AlertWords words, Visitor by);

    /// The next edition of a published alert, which begins with the words of the last one.
    DraftOutcome<AlertDraft> begin(AlertDraft.Kind kind, AlertNumber number, Visitor by);

    /// @param seen the state the writer saw
    DraftOutcome<AlertDraft> write(long id, int seen, AlertWords words, Visitor by);

    /// For approval; only when nothing is missing.
    DraftOutcome<AlertDraft> submit(long id, int seen, Visitor by);

    DraftOutcome<AlertDraft> giveBack(long id, int seen, String reason, Visitor by);

    /// @param due empty for at once
    DraftOutcome<AlertDraft> publish(long id, int seen, Optional<Instant> due, Visitor by);

    DraftOutcome<AlertDraft> discard(long id, int seen, Visitor by);
}
