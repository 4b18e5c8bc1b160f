package tsukasa.tools.showing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Frame;
import tsukasa.tools.Downloads;
import tsukasa.tools.Downloads.Counted;
import tsukasa.tools.Tool;
import tsukasa.tools.ToolName;
import tsukasa.tools.Tools;

/// Makes the page of downloads, and their picture.
@Component
class DownloadShowing {
    static final String PATH = "/tools/downloads";
    private static final int MONTHS_SHOWN = 12;
    private final Tools tools;
    private final Downloads downloads;

    DownloadShowing(Tools tools, Downloads downloads) {
        this.tools = tools;
        this.downloads = downloads;
    }

    List<Counted> counted(String tool) {
        return downloads.months(tool);
    }

    DownloadsPage page(Frame f, String asked) {
        Map<ToolName, Tool> known = tools.list(Tools.Question.ALL).stream()
                .collect(Collectors.toMap(Tool::name, tool -> tool, (one, _) -> one, LinkedHashMap::new));
        Tool only = ToolName.read(asked).map(known::get).orElse(null);
        String tool = only == null ? "" : only.name().value();
        List<Counted> counted = counted(tool);
        List<String> columns = only == null
                ? known.keySet().stream().map(ToolName::value).toList()
                : only.releases().reversed().stream()
                        .map(release -> release.version())
                        .toList();
        long total = counted.stream().mapToLong(Counted::count).sum();
        String number = f.writing().number(total);
        String query = tool.isEmpty() ? "" : "?tool=" + tool;
        return new DownloadsPage(
                f,
                only == null
                        ? f.say("これまでに" + number + "件のダウンロードがありました。", number + " downloads so far.")
                        : f.say(
                                f.say(only.content().title()) + "は、これまでに" + number + "件ダウンロードされました。",
                                f.say(only.content().title()) + " was downloaded " + number + " times so far."),
                only == null
                        ? List.of()
                        : List.of(Chip.inForce(f.say(only.content().title()), f.withoutParameter("tool"))),
                chart(f, counted),
                heads(f, known, columns, only != null),
                rows(f, counted, columns, only != null),
                sums(f, counted, columns, only != null),
                PATH + ".csv" + query,
                PATH + "/records.csv" + query);
    }

    private static List<DownloadsPage.Head> heads(
            Frame f, Map<ToolName, Tool> known, List<String> columns, boolean versions) {
        List<DownloadsPage.Head> heads = new ArrayList<>();
        heads.add(new DownloadsPage.Head(f.say("月", "Month"), null));
        for (String column : columns) {
            Tool tool = versions ? null : known.get(new ToolName(column));
            heads.add(
                    tool == null
                            ? new DownloadsPage.Head(column, null)
                            : new DownloadsPage.Head(f.say(tool.content().title()), PATH + "?tool=" + column));
        }
        heads.add(new DownloadsPage.Head(f.say("計", "Total"), null));
        return heads;
    }

    private static String key(Counted counted, boolean versions) {
        return versions ? counted.version() : counted.tool().value();
    }

    private static List<List<String>> rows(Frame f, List<Counted> counted, List<String> columns, boolean versions) {
        Set<YearMonth> months = new LinkedHashSet<>();
        counted.stream().map(Counted::month).sorted(Comparator.reverseOrder()).forEach(months::add);
        return months.stream()
                .map(month -> {
                    List<Counted> of = counted.stream()
                            .filter(each -> each.month().equals(month))
                            .toList();
                    return Stream.concat(Stream.of(month.toString()), sums(f, of, columns, versions).stream())
                            .toList();
                })
                .toList();
    }

    private static List<String> sums(Frame f, List<Counted> counted, List<String> columns, boolean versions) {
        Map<String, Long> each = counted.stream()
                .collect(Collectors.groupingBy(one -> key(one, versions), Collectors.summingLong(Counted::count)));
        List<String> sums = new ArrayList<>(columns.stream()
                .map(column -> f.writing().number(each.getOrDefault(column, 0L)))
                .toList());
        sums.add(f.writing()
                .number(each.values().stream().mapToLong(Long::longValue).sum()));
        return sums;
    }

    /// The last twelve months, this one among them; null before the first download.
    @Nullable
    BarChart chart(Frame f, List<Counted> counted) {
        if (counted.isEmpty()) {
            return null;
        }
        YearMonth last = YearMonth.from(f.today());
        List<String> labels = new ArrayList<>();
        List<@Nullable Double> values = new ArrayList<>();
        for (int back = MONTHS_SHOWN - 1; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            labels.add(f.writing().month(month));
            values.add((double) counted.stream()
                    .filter(each -> each.month().equals(month))
                    .mapToLong(Counted::count)
                    .sum());
        }
        return BarChart.of(
                f.language(),
                f.say("月ごとのダウンロード数、直近12か月", "Downloads by month, the last twelve months"),
                labels,
                values);
    }
}
