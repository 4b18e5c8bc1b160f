package tsukasa.plan.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// The whole plan on one page: its tree, who answers for each measure, and the service that fulfils it, or not yet.
public record PlanPage(
        Frame frame,
        String plan,
        String name,
        String agency,
        String basis,
        String sentence,
        List<Field> filters,
        List<Chip> chips,
        List<Section> sections,
        int found,
        List<String> notes)
        implements Page {

    /// @param place empty where the title says it already
    /// @param line  what the section itself is
    public record Section(String anchor, String place, String title, Line line, List<Line> lines) {}

    /// @param depth     how far it stands in, from 0
    /// @param heading   a heading, which promises nothing by itself
    /// @param repeats   where the same measure stands first
    /// @param none      the plan says that there is nothing
    public record Line(
            String anchor,
            String place,
            String title,
            int depth,
            boolean heading,
            @Nullable String department,
            @Nullable Service service,
            @Nullable String outcome,
            @Nullable Repeat repeats,
            boolean none,
            List<Value> values) {}

    /// @param address null stands for not yet
    public record Service(String title, @Nullable String address) {}

    public record Repeat(String place, String anchor) {}

    /// @param counted whether there is a number, or only a dash
    public record Value(
            String id,
            String title,
            String value,
            String unit,
            String target,
            String address,
            boolean counted,
            Status status,
            String word) {}

    @Override
    public String title() {
        return name;
    }
}
