package tsukasa.exposure.checking;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.ChartTable;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.kernel.page.Status;

/// What was found in a bill of materials.
///
/// @param address   of this result, without a query
/// @param watchable whether some part has a name
public record ResultPage(
        Frame frame,
        String address,
        String name,
        String sentence,
        List<Fact> facts,
        Optional<Grid> grid,
        List<Update> updates,
        int moreUpdates,
        List<Row> rows,
        Paging paging,
        SortedBy sorted,
        List<Field> fields,
        List<Chip> chips,
        List<Group> unmatched,
        List<Fact> remarks,
        int remarked,
        long more,
        boolean watchable,
        String until)
        implements Page {
    public ResultPage {
        facts = List.copyOf(facts);
        updates = List.copyOf(updates);
        rows = List.copyOf(rows);
        fields = List.copyOf(fields);
        chips = List.copyOf(chips);
        unmatched = List.copyOf(unmatched);
        remarks = List.copyOf(remarks);
    }

    /// How many findings there are, by severity and by what is known of their exploitation.
    public record Grid(List<String> heads, List<Line> lines, Content picture, ChartTable pictured) {}

    /// @param cells how many, and where they are listed
    public record Line(String title, List<Cell> cells) {}

    /// @param address null where there are none
    public record Cell(String count, @Nullable String address) {}

    /// A component and the version to go to.
    public record Update(
            String component,
            String version,
            String gravest,
            Status status,
            String count,
            String advice,
            String address) {}

    public record Row(
            String number,
            String address,
            String title,
            String component,
            String severity,
            Status severityStatus,
            String score,
            String exploited,
            String answer,
            Status answerStatus,
            String why,
            List<String> beside,
            String fix,
            @Nullable String suppressed) {}

    /// Components of which nothing can be said, by the reason.
    public record Group(String why, String count, List<String> components, boolean whole) {}

    /// Where its parts go into a watch list.
    public String watching() {
        return "/watch/sbom?result=" + address.substring(address.lastIndexOf('/') + 1);
    }

    @Override
    public String title() {
        return frame.say("照合の結果", "What was found");
    }
}
