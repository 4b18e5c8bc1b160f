package tsukasa.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.identity.Visitor;

/// What was promised in follow-ups, meetings and for issues, in its owners' lists until it is closed.
public interface Actions {
    /// All of a plan, what is due first standing first.
    List<AgreedAction> of(String plan);

    List<AgreedAction> from(AgreedAction.Origin origin, String originId);

    Optional<AgreedAction> find(long id);

    CycleOutcome agree(Agreed agreed, Visitor by);

    /// Closes it, drops it, or gives it another day; each with a word.
    ///
    /// @param read how many events the writer had seen: if another came since, nothing is written
    CycleOutcome follow(long id, AgreedAction.State state, LocalDate due, String note, int read, Visitor by);

    record Agreed(
            String plan,
            AgreedAction.Origin origin,
            String originId,
            String title,
            String department,
            Optional<UUID> owner,
            LocalDate due) {
        /// Empty when none was chosen; what names nobody is nobody's, which is refused.
        public static Optional<UUID> owner(String chosen) {
            try {
                return chosen.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(chosen));
            } catch (IllegalArgumentException noId) {
                return Optional.of(new UUID(0, 0));
            }
        }
    }
}
