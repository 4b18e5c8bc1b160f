package tsukasa.plan.version;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// Which item of an earlier plan became which of a later one: as it is known, else by place, else by the same title.
final class Pairs {
    private final Plan earlier;
    private final Map<Place, PlanItem> before = new HashMap<>();
    private final Set<Place> met = new HashSet<>();

    Pairs(Plan earlier, Plan later, Map<Place, ClauseTrace> known) {
        this.earlier = earlier;
        later.items()
                .forEach(item -> Optional.ofNullable(known.get(item.place()))
                        .flatMap(ClauseTrace::from)
                        .flatMap(earlier::item)
                        .ifPresent(was -> pair(item, was)));
        for (PlanItem item : later.items()) {
            if (!known.containsKey(item.place())) {
                earlier.item(item.place())
                        .filter(this::free)
                        .filter(was -> alike(was, item))
                        .ifPresent(was -> pair(item, was));
            }
        }
        for (PlanItem item : later.items()) {
            if (!known.containsKey(item.place()) && !before.containsKey(item.place())) {
                moved(item)
                        .or(() -> earlier.item(item.place()).filter(this::free))
                        .ifPresent(was -> pair(item, was));
            }
        }
    }

    private void pair(PlanItem item, PlanItem was) {
        before.put(item.place(), was);
        met.add(was.place());
    }

    private boolean free(PlanItem was) {
        return !met.contains(was.place());
    }

    private static boolean alike(PlanItem was, PlanItem is) {
        return was.title().equals(is.title());
    }

    private Optional<PlanItem> moved(PlanItem item) {
        return earlier.items().stream()
                .filter(this::free)
                .filter(was -> alike(was, item))
                .findFirst();
    }

    Optional<PlanItem> before(PlanItem item) {
        return Optional.ofNullable(before.get(item.place()));
    }

    List<PlanItem> gone() {
        return earlier.items().stream().filter(this::free).toList();
    }
}
