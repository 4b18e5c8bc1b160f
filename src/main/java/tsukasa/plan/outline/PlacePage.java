package tsukasa.plan.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Crumb;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.plan.outline.PlanPage.Service;
import tsukasa.plan.outline.PlanPage.Value;

/// One place of the plan by itself: what it is for, who answers for it, the service or an honest "not yet", the numbers
/// that show whether it works, and the money behind it.
///
/// @param place    as the plan numbers it
/// @param anchor   the same in addresses
/// @param service  null where nothing is promised
/// @param sentence about the service
/// @param course   what it grew from, and what became of it in later plans
/// @param said     what the list of numbers is: of this measure, or of the whole section
public record PlacePage(
        Frame frame,
        String plan,
        String place,
        String anchor,
        String name,
        List<Crumb> crumbs,
        boolean heading,
        @Nullable Service service,
        String sentence,
        List<Fact> facts,
        String said,
        List<Value> values,
        List<Target> targets,
        List<Money> money,
        List<Below> below,
        List<Fact> course,
        @Nullable Neighbour before,
        @Nullable Neighbour after)
        implements Page {

    public record Target(String id, String title, String words) {}

    /// @param table number and name of the annex
    /// @param key   the row the figure stands in
    public record Money(String title, String address, String table, String key, String figure) {}

    /// @param state null where nothing is promised
    public record Below(
            String place,
            String title,
            String address,
            @Nullable Status state,
            @Nullable String word) {}

    public record Neighbour(String place, String title, String address) {}

    @Override
    public String title() {
        return name;
    }
}
