package tsukasa.kernel.foureyes;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tsukasa.kernel.foureyes.DraftEvent.Became;
import tsukasa.kernel.foureyes.DraftOutcome.Changed;
import tsukasa.kernel.foureyes.DraftOutcome.Done;
import tsukasa.kernel.foureyes.DraftOutcome.SamePerson;
import tsukasa.kernel.foureyes.DraftOutcome.Wrong;
import tsukasa.kernel.page.Fault;
import tsukasa.kernel.page.Viewer;

/// The way of a draft: written, submitted, given back or approved by somebody who wrote no part of it. Each step is
/// taken from the state that was seen, or not at all. Who may call which step is asked where it is called.
///
/// @param <P> how those who write and approve are known
public final class FourEyes<D extends Draft, P extends Viewer> {
    private static final int LONGEST_REASON = 2_000;
    private final Keeping<D, P> keeping;

    public FourEyes(Keeping<D, P> keeping) {
        this.keeping = keeping;
    }

    /// What a module does for its drafts, within the transaction of the step.
    public interface Keeping<D extends Draft, P extends Viewer> {
        Optional<D> find(long id);

        /// False when it is no longer as it was seen.
        boolean move(D draft, DraftState to);

        /// Writes down what was done, in the history of the draft and wherever else deeds are told.
        void tell(long id, Became became, String note, P by);
    }

    /// The draft, where it is as it was seen.
    public Optional<D> at(long id, int seen, DraftState state) {
        return keeping.find(id).filter(draft -> draft.seen() == seen && draft.state() == state);
    }

    public DraftOutcome<D> told(long id, Became became, String note, P by) {
        keeping.tell(id, became, note, by);
        return new Done<>(keeping.find(id).orElseThrow());
    }

    /// @param missing what keeps it from being published
    public DraftOutcome<D> submit(long id, int seen, P by, Function<D, List<Fault>> missing) {
        Optional<D> draft = at(id, seen, DraftState.DRAFT);
        List<Fault> faults = draft.map(missing).orElse(List.of());
        if (!faults.isEmpty()) {
            return new Wrong<>(faults);
        }
        return moved(draft, DraftState.REVIEW) ? told(id, Became.SUBMITTED, "", by) : new Changed<>();
    }

    /// Also what is approved and waits for its time.
    public DraftOutcome<D> giveBack(long id, int seen, String reason, P by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return new Wrong<>(
                    Fault.of("reason", "理由を2,000字以内で書いてください。", "Write the reason, at most 2,000 characters."));
        }
        Optional<D> draft = at(id, seen, DraftState.REVIEW).or(() -> at(id, seen, DraftState.APPROVED));
        return moved(draft, DraftState.DRAFT) ? told(id, Became.RETURNED, reason.strip(), by) : new Changed<>();
    }

    /// @param publishing what approval does; only for a draft that waits for it and that `by` wrote no part of
    public DraftOutcome<D> approve(long id, int seen, P by, Function<D, DraftOutcome<D>> publishing) {
        Optional<D> draft = at(id, seen, DraftState.REVIEW);
        if (draft.isEmpty()) {
            return new Changed<>();
        }
        return draft.get().hands().include(by.id()) ? new SamePerson<>() : publishing.apply(draft.get());
    }

    /// @param gone what goes with it
    public DraftOutcome<D> discard(long id, int seen, P by, Consumer<D> gone) {
        Optional<D> draft = at(id, seen, DraftState.DRAFT);
        if (!moved(draft, DraftState.DISCARDED)) {
            return new Changed<>();
        }
        draft.ifPresent(gone);
        return told(id, Became.DISCARDED, "", by);
    }

    private boolean moved(Optional<D> draft, DraftState to) {
        return draft.isPresent() && keeping.move(draft.get(), to);
    }
}
