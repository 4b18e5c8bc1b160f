package tsukasa.plan;

import java.util.List;
import tsukasa.kernel.Text;

/// A numeric or dated target of the plan outside the evaluation indicators, e.g. 契約監視委員会 ２回以上.
///
/// @param comparator `>=`, `<=`, `=`, `range`, `by` (a date) or `baseline`, as the plan means it
/// @param value      the plan's figure or date as written in data, `2000000000`, `2021-09-30`, `1..2`
public record OtherTarget(
        String id, List<Place> places, Text title, String comparator, String value, Text unit, Text note) {
    public OtherTarget {
        places = List.copyOf(places);
    }
}
