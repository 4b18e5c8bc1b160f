package tsukasa.plan.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// One indicator: its number, how it was counted, and every row it was counted from.
public record IndicatorPage(
        Frame frame,
        String plan,
        String planTitle,
        String id,
        String section,
        boolean core,
        String title,
        List<Tab> tabs,
        Field when,
        String asOfWords,
        @Nullable String known,
        Head head,
        List<Figure> figures,
        List<Drawing> drawings,
        boolean axisCut,
        String pace,
        String growth,
        List<Month> months,
        Definition definition,
        List<Step> steps,
        List<Fact> quality,
        @Nullable Parts parts,
        List<Reference> references,
        @Nullable Rows rows)
        implements Page {

    /// @param exact the fraction behind a share
    public record Head(
            String value,
            String unit,
            @Nullable String exact,
            boolean counted,
            Status status,
            String word,
            String sentence,
            @Nullable String next,
            @Nullable String method) {}

    public record Figure(String term, String value, String unit) {}

    public record Label(double x, double y, String text) {}

    /// One size of the chart; all coordinates are those of its view box.
    public record Drawing(
            boolean wide,
            int width,
            int height,
            double left,
            double right,
            double bottom,
            List<Label> grid,
            List<Label> months,
            String actual,
            String pace,
            String forecast,
            String fan,
            @Nullable Label result,
            @Nullable Label expected,
            Label target,
            @Nullable Label gap,
            String message) {}

    public record Month(String day, String value, String expected, String gap) {}

    /// @param addresses of earlier versions would stand here; a version never changes
    public record Definition(
            String words,
            List<String> scope,
            List<String> readings,
            String file,
            int version,
            String sql,
            String sources) {}

    /// @param amount Σ of the amounts where a row counts for more than one
    public record Step(
            int number, String title, String rows, @Nullable String amount, String address, boolean current) {}

    /// @param map the dimension is the prefecture, so that it can be drawn
    public record Parts(String title, boolean map, List<Part> parts, List<Tile> tiles, int hidden) {}

    public record Part(String name, String value, String share, String change, String address) {}

    /// @param shade 0 to 4; −1 for a prefecture outside the target's scope
    public record Tile(
            int column,
            int row,
            String name,
            String value,
            String share,
            int shade,
            @Nullable String address) {}

    public record Reference(String title, String value, String unit, String note) {}

    public record Rows(
            int step,
            String stepTitle,
            List<Field> filters,
            List<Chip> chips,
            SortedBy sorted,
            Paging paging,
            boolean denominators,
            boolean evidence,
            List<Row> rows,
            String csv,
            String total) {}

    /// @param proof what proves an entered result: department and file
    public record Row(
            String id,
            @Nullable String link,
            String subject,
            String date,
            String dimension,
            String amount,
            String denominator,
            String recorded,
            @Nullable String proof) {}
}
