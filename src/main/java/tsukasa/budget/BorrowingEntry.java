package tsukasa.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;

/// What became of it, the first thing first.
public record BorrowingEntry(long id, NewBorrowing what, State state, List<Event> events) {
    public BorrowingEntry {
        events = List.copyOf(events);
    }

    public enum State {
        PROPOSED("承認待ち", "Waiting for approval"),
        POSTED("記帳", "Posted"),
        RETURNED("差戻し", "Returned");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public record Event(State became, Optional<String> reason, Instant at, UUID by, String byName) {}

    /// As it counts: borrowed is more than zero, repaid is less.
    public long signed() {
        return what.kind() == NewBorrowing.Kind.DRAW ? what.yen() : -what.yen();
    }

    /// The draw it is about.
    public long subject() {
        return what.draw().orElse(id);
    }
}
