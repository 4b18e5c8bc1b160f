package tsukasa.plan.pack;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Text;
import tsukasa.plan.Place;
import tsukasa.plan.Unit;

/// What the files of a package refer to by id.
///
/// @param allPlaces false when a file of items could not be read: a place that is not found may stand in it
record Names(FiscalYear year, Set<String> departments, Map<String, Unit> units, Set<String> places, boolean allPlaces) {
    private static final Unit NO_UNIT = new Unit("?", Text.same("?"), false);
    static final Place NOWHERE = new Place("?");

    Names with(Set<String> found, boolean complete) {
        return new Names(year, departments, units, found, complete);
    }

    Optional<String> department(Fields fields) {
        return fields.ifAny("department").map(entry -> known(entry, departments, "department", "plan.yaml"));
    }

    Unit unit(Fields fields) {
        return fields.entry("unit")
                .map(entry -> units.getOrDefault(known(entry, units.keySet(), "unit", "plan.yaml"), NO_UNIT))
                .orElse(NO_UNIT);
    }

    Place place(Entry entry) {
        String written = allPlaces ? known(entry, places, "place", "the files of `items`") : entry.text();
        return written.length() > 80 ? NOWHERE : new Place(written);
    }

    private static String known(Entry entry, Set<String> ids, String what, String where) {
        String written = entry.text();
        if (!written.equals("?") && !ids.contains(written)) {
            entry.wrong(
                    "there is no " + what + " " + Problems.quote(written) + Nearest.hint(written, ids),
                    "add it to " + where + ", or correct it");
        }
        return written;
    }
}
