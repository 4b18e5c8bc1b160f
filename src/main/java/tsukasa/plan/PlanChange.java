package tsukasa.plan;

import java.util.Optional;

/// What became of one item between two versions of a plan.
public sealed interface PlanChange {
    /// Stands only in the later version.
    record Added(PlanDocument.Node item) implements PlanChange {}

    /// Stands only in the earlier version.
    record Removed(PlanDocument.Node item) implements PlanChange {}

    /// The same place in other words.
    record Reworded(PlanDocument.Node before, PlanDocument.Node after) implements PlanChange {}

    /// The same or similar words at another place.
    ///
    /// @param reworded the words changed too
    record Moved(PlanDocument.Node before, PlanDocument.Node after, boolean reworded) implements PlanChange {}

    /// Same place, same words.
    record Unchanged(PlanDocument.Node item) implements PlanChange {}

    /// The item in the later version; empty when it is gone.
    default Optional<PlanDocument.Node> later() {
        return switch (this) {
            case Added(var item) -> Optional.of(item);
            case Removed removed -> Optional.empty();
            case Reworded(var before, var after) -> Optional.of(after);
            case Moved(var before, var after, var reworded) -> Optional.of(after);
            case Unchanged(var item) -> Optional.of(item);
        };
    }
}
