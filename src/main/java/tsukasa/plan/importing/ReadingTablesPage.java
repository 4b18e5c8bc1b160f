package tsukasa.plan.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: the money tables found, every sum checked, the cells that are probably wrong named.
public record ReadingTablesPage(
        Frame frame,
        ReadingPage.Head head,
        String sentence,
        List<Wrong> wrong,
        List<Suspect> suspects,
        List<Table> tables)
        implements Page {

    public record Wrong(String table, String row, String column, String stated, String computed, String rule) {}

    /// @param determined no other cell explains the wrong sums as well
    public record Suspect(
            String cell,
            String stated,
            String likely,
            boolean determined,
            @Nullable String edit) {}

    public record Table(String id, String title, List<String> columns, List<Row> rows, List<String> notes) {}

    public record Row(String label, String code, int depth, boolean total, List<Cell> cells) {}

    /// @param mark why it is doubtful, in words
    public record Cell(
            String text,
            boolean nil,
            @Nullable String edit,
            @Nullable String mark) {}

    @Override
    public String title() {
        return head.id() + "　" + frame.say("表と検算", "Tables and sums");
    }
}
