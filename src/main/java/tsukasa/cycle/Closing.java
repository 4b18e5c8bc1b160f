package tsukasa.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;

/// 締め: the numbers of a period, with the rows behind them, as one person proposed and another closed them.
///
/// @param knownAt what was recorded by then counts
/// @param values  one for each threshold of the plan, in its order
/// @param events  what happened to it, the first thing first
public record Closing(
        long id,
        String plan,
        Period period,
        State state,
        Instant knownAt,
        List<ClosedValue> values,
        List<Event> events) {
    public Closing {
        values = List.copyOf(values);
        events = List.copyOf(events);
    }

    public enum State {
        /// Counted and frozen, waiting for a second person.
        PROPOSED("承認待ち", "Waiting for approval"),
        CLOSED("確定", "Closed"),
        /// The second person said no; it can be proposed again.
        RETURNED("差戻し", "Returned"),
        /// It was closed, and for a reason is not any more.
        REOPENED("再開", "Reopened");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }

        /// While it holds, no other closing of the same period can begin.
        public boolean live() {
            return this == PROPOSED || this == CLOSED;
        }
    }

    /// @param frozen   the frozen count, unless it could not be counted
    /// @param obstacle why it could not
    public record ClosedValue(String threshold, Optional<Long> frozen, Optional<Text> obstacle) {}

    /// @param reason empty where none is asked for
    public record Event(State became, UUID by, String byName, Instant at, Optional<String> reason) {}

    public Event first() {
        return events.getFirst();
    }

    public Event latest() {
        return events.getLast();
    }
}
