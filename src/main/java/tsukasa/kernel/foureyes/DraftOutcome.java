package tsukasa.kernel.foureyes;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fault;
import tsukasa.kernel.page.Frame;

/// How work on a draft can end.
public sealed interface DraftOutcome<D extends Draft> {
    /// @param draft as it is now
    record Done<D extends Draft>(D draft) implements DraftOutcome<D> {}

    /// Nothing was changed.
    sealed interface Refused<D extends Draft> extends DraftOutcome<D> {
        Errors errors(Frame frame);

        /// Of the answer.
        int status();
    }

    /// Something is missing or wrong.
    record Wrong<D extends Draft>(List<Fault> faults) implements Refused<D> {
        public Wrong {
            faults = List.copyOf(faults);
        }

        public Wrong(Fault fault) {
            this(List.of(fault));
        }

        @Override
        public Errors errors(Frame frame) {
            return Fault.errors(frame, faults);
        }

        @Override
        public int status() {
            return 422;
        }
    }

    /// Somebody else changed it meanwhile, or the time for this is over.
    record Changed<D extends Draft>() implements Refused<D> {
        @Override
        public Errors errors(Frame frame) {
            return Errors.none()
                    .with(
                            "",
                            frame.say(
                                    "開いている間に、ほかの人が変えました。今の内容を確かめてください。",
                                    "Somebody else changed it meanwhile. Look at it as it is now."));
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /// Whoever wrote any part of it does not publish it.
    record SamePerson<D extends Draft>() implements Refused<D> {
        @Override
        public Errors errors(Frame frame) {
            return Errors.none().with("", frame.say("自分で書いた案は、ほかの人が承認します。", "Somebody else approves what you wrote."));
        }

        @Override
        public int status() {
            return 422;
        }
    }
}
