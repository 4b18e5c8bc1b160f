package tsukasa.plan;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;

/// One node of the plan's tree, in our own short words.
///
/// @param department empty where the plan gives none, e.g. for a section
/// @param service    the service that fulfils it; empty means an honest "not yet" on a measure, and nothing on a
/// heading
/// @param outcome    intended outcome, where the plan or its owner states one
/// @param repeats    再掲: where the same measure stands first; progress is entered once and shows in both places
/// @param indicators ids of the indicators whose numbers show whether it reaches its outcome
/// @param rows       numbers of the inventory rows that this place names
/// @param none       なし: the plan says explicitly that there is nothing (important property, facilities)
public record PlanItem(
        Place place,
        Level level,
        Text title,
        Optional<String> department,
        Optional<ServiceLink> service,
        Optional<Text> outcome,
        Optional<Place> repeats,
        List<String> indicators,
        List<Integer> rows,
        boolean none) {
    public PlanItem {
        indicators = List.copyOf(indicators);
        rows = List.copyOf(rows);
    }

    public enum Level {
        /// Ⅰ, or Ⅰ-1
        SECTION,
        /// (1), (1-2): a heading
        ITEM,
        /// ①, a., or any item that promises something
        MEASURE
    }

    /// @param address a path of this platform, `/security-action`
    public record ServiceLink(Text title, String address) {}
}
