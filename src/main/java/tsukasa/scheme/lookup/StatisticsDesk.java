package tsukasa.scheme.lookup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Prefecture;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.chart.ChartTable;
import tsukasa.kernel.chart.PrefectureMap;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.lookup.RegisterStore.Cell;
import tsukasa.scheme.lookup.RegisterStore.MonthCount;

/// Counts the register for a page and for a file.
@Component
class StatisticsDesk {
    private static final List<String> KINDS = List.of("declared", "stepped-up", "withdrawn");
    private final CountingDesk counting;

    StatisticsDesk(CountingDesk counting) {
        this.counting = counting;
    }

    StatisticsPage page(Frame f, Scheme scheme, LocalDate day) {
        Standing standing = counting.standing(scheme.id(), day);
        List<MonthCount> months = counting.months(scheme.id(), day);
        String date = f.writing().date(day);
        String total = f.writing().number(standing.total());
        return new StatisticsPage(
                f,
                scheme,
                day.toString(),
                date,
                f.say(date + "の時点で、" + total + "件が登録簿に載っています。", total + " entries stand on " + date + "."),
                Field.date("as_of", f.say("基準日", "As of")).value(day.toString()),
                scheme.graded() ? levels(f, scheme, standing, day) : List.of(),
                scheme.register().industry().isEmpty() ? List.of() : industries(f, scheme, standing, day),
                map(f, scheme, standing, day),
                chart(f, day, months),
                table(f, day, months));
    }

    private static List<StatisticsPage.Count> levels(Frame f, Scheme scheme, Standing standing, LocalDate day) {
        Map<String, Long> counted = standing.by(Cell::level);
        return scheme.levels().stream()
                .map(level -> count(
                        f,
                        scheme,
                        level.mark() + " " + f.say(level.title()),
                        counted.getOrDefault(level.id(), 0L),
                        standing.total(),
                        "level=" + level.id(),
                        day))
                .toList();
    }

    private static List<StatisticsPage.Count> industries(Frame f, Scheme scheme, Standing standing, LocalDate day) {
        Names names = new Names(scheme);
        return standing.by(Cell::industry).entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> count(
                        f,
                        scheme,
                        f.say(names.industry(entry.getKey())),
                        entry.getValue(),
                        standing.total(),
                        "industry=" + entry.getKey(),
                        day))
                .toList();
    }

    private static StatisticsPage.Count count(
            Frame f, Scheme scheme, String title, long number, long total, String condition, LocalDate day) {
        return new StatisticsPage.Count(
                title,
                f.writing().number(number),
                total == 0 ? "－" : f.writing().percent(Fraction.of(number, total)),
                rows(scheme, condition, day));
    }

    private static String rows(Scheme scheme, String condition, LocalDate day) {
        return "/" + scheme.id() + "/register?" + condition + "&as_of=" + day;
    }

    private static PrefectureMap map(Frame f, Scheme scheme, Standing standing, LocalDate day) {
        Map<String, Long> counted = standing.by(Cell::prefecture);
        Map<Prefecture, Double> values = new EnumMap<>(Prefecture.class);
        Map<Prefecture, String> links = new EnumMap<>(Prefecture.class);
        for (Prefecture prefecture : Prefecture.values()) {
            values.put(prefecture, (double) counted.getOrDefault(prefecture.code(), 0L));
            links.put(prefecture, rows(scheme, "prefecture=" + prefecture.code(), day));
        }
        Prefecture most = values.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Prefecture.TOKYO);
        String message = f.say(
                "もっとも多いのは" + most.title().ja() + "です。",
                "Most are in " + most.title().en() + ".");
        return PrefectureMap.of(
                        f.language(),
                        message,
                        f.say(
                                scheme.words().who().ja() + "（件）",
                                scheme.words().who().en()),
                        values)
                .addresses(links);
    }

    private static List<YearMonth> shown(LocalDate day) {
        List<YearMonth> months = new ArrayList<>();
        for (int back = 11; back >= 0; back--) {
            months.add(YearMonth.from(day).minusMonths(back));
        }
        return months;
    }

    private static long in(List<MonthCount> counts, YearMonth month, String kind) {
        return counts.stream()
                .filter(c -> YearMonth.from(c.month()).equals(month) && c.kind().equals(kind))
                .mapToLong(MonthCount::count)
                .sum();
    }

    private static BarChart chart(Frame f, LocalDate day, List<MonthCount> counts) {
        List<YearMonth> months = shown(day);
        List<@Nullable Double> values = new ArrayList<>();
        months.forEach(month -> values.add((double) in(counts, month, "declared")));
        return BarChart.of(
                f.language(),
                f.say("月ごとの新しい登録の数", "New entries by month"),
                months.stream().map(f.writing()::month).toList(),
                values);
    }

    private static ChartTable table(Frame f, LocalDate day, List<MonthCount> counts) {
        List<List<String>> rows = shown(day).stream()
                .map(month -> {
                    List<String> row = new ArrayList<>();
                    row.add(month.toString());
                    KINDS.forEach(kind -> row.add(f.writing().number(in(counts, month, kind))));
                    return List.copyOf(row);
                })
                .toList();
        return new ChartTable(
                f.say("月ごとの件数", "By month"),
                List.of(
                        f.say("月", "Month"),
                        f.say("新しい登録", "New"),
                        f.say("段階を上げた", "Stepped up"),
                        f.say("取下げ", "Withdrawn")),
                rows);
    }

    void write(RegisterFile file, Scheme scheme, LocalDate day) {
        Names names = new Names(scheme);
        file.row(List.of(
                "as_of",
                "prefecture_code",
                "prefecture",
                "industry_code",
                "industry",
                "level_code",
                "level",
                "small_or_medium",
                "count"));
        counting.standing(scheme.id(), day).cells().stream()
                .sorted(Comparator.comparing(Cell::prefecture)
                        .thenComparing(Cell::industry)
                        .thenComparing(Cell::level)
                        .thenComparing(Cell::sme))
                .forEach(cell -> file.row(List.of(
                        day.toString(),
                        cell.prefecture(),
                        names.prefecture(cell.prefecture()).ja(),
                        cell.industry(),
                        cell.industry().isEmpty()
                                ? ""
                                : names.industry(cell.industry()).ja(),
                        cell.level(),
                        names.level(cell.level()).ja(),
                        String.valueOf(cell.sme()),
                        String.valueOf(cell.count()))));
        file.close();
    }
}
