package tsukasa.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;

/// How one 「なし」 stands.
///
/// @param borrowing it is the place of the borrowing limit, whose entries have a register of their own
/// @param events    the first thing first
public record NoneStanding(Place place, Text title, boolean borrowing, State state, List<Event> events) {
    public NoneStanding {
        events = List.copyOf(events);
    }

    public enum State {
        /// The plan says so; nobody has confirmed it yet.
        AS_PLANNED("確認前", "Not confirmed yet"),
        CONFIRMED("なし", "None"),
        PROPOSED("承認待ち", "Waiting for approval"),
        ENTERED("あり", "Something");

        private final Text title;

        State(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    /// @param became CONFIRMED, PROPOSED, ENTERED or RETURNED
    public record Event(
            String became,
            Optional<String> subject,
            Optional<Long> yen,
            Optional<String> reason,
            Instant at,
            UUID by,
            String byName) {}

    /// 「―」 on the item sheet.
    public boolean none() {
        return state != State.ENTERED;
    }
}
