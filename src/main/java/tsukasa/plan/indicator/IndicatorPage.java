package tsukasa.plan.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.ChartTable;
import tsukasa.kernel.chart.LineChart;
import tsukasa.kernel.chart.PrefectureMap;
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
        String threshold,
        List<Tab> tabs,
        Field when,
        Field knownAt,
        String asOfWords,
        @Nullable String known,
        Head head,
        List<Figure> figures,
        @Nullable LineChart chart,
        String pace,
        String growth,
        ChartTable months,
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

    /// @param map    where the dimension is the prefecture
    /// @param views  count or share
    /// @param hidden how many parts are left out
    public record Parts(
            String title, @Nullable PrefectureMap map, List<Tab> views, List<Part> parts, int hidden, String all) {}

    public record Part(String name, String value, String share, String change, String address) {}

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
