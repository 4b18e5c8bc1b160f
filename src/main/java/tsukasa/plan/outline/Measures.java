package tsukasa.plan.outline;

import java.util.Optional;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanItem.Level;

/// Which places of a plan promise something to somebody, and what they are meant to bring about.
final class Measures {
    private Measures() {}

    /// What a service could fulfil. A repetition is promised elsewhere; the places of indicators and of the money
    /// tables
    /// state figures, and this platform shows them.
    static boolean promises(Plan plan, PlanItem item) {
        return item.level() == Level.MEASURE
                && item.repeats().isEmpty()
                && !item.none()
                && !annex(item.place())
                && plan.indicators().stream().noneMatch(indicator -> within(indicator.place(), item.place()));
    }

    static boolean annex(Place place) {
        return place.value().startsWith("別紙");
    }

    /// Whether a place is the other or stands below it.
    static boolean within(Place place, Place above) {
        for (Place next = place; next != null; next = next.parent()) {
            if (next.equals(above)) {
                return true;
            }
        }
        return false;
    }

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
