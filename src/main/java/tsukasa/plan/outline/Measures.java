package tsukasa.plan.outline;

import java.util.Optional;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// Where places of a plan belong, and what they are meant to bring about.
final class Measures {
    private Measures() {}

    /// The section at the top of a place.
    static Place top(Place place) {
        Place above = place;
        for (Place next = place.parent(); next != null; next = next.parent()) {
            above = next;
        }
        return above;
    }

    /// The item that states the intended outcome: the measure itself, or the nearest above it.
    static Optional<PlanItem> intending(Plan plan, PlanItem item) {
        for (Place next = item.place(); next != null; next = next.parent()) {
            Optional<PlanItem> stated =
                    plan.item(next).filter(above -> above.outcome().isPresent());
            if (stated.isPresent()) {
                return stated;
            }
        }
        return Optional.empty();
    }
}
