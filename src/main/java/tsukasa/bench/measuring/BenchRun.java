package tsukasa.bench.measuring;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tsukasa.kernel.Text;

/// One whole measurement: the demonstration year first, then as many declarations as were asked for.
final class BenchRun {
    private static final Duration TELLING = Duration.ofMinutes(30);
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final int LATER_STARTS = 3;
    private static final List<String> PAGES = List.of(
            "/",
            "/plan/fy2021",
            "/plan/fy2021/indicators",
            "/plan/fy2021/indicators/SEC-2",
            "/plan/fy2021/indicators/ICT-2",
            "/plan/fy2021/tables/1-1");
    private static final String BUSIEST = "/plan/fy2021/indicators";
    private final BenchArguments.Wanted wanted;
    private final Path folder;
    private final Report report;

    BenchRun(BenchArguments.Wanted wanted, Path folder, Report report) {
        this.wanted = wanted;
        this.folder = folder;
        this.report = report;
    }

    void run() {
        demonstrationYear();
        manyDeclarations();
        importing();
    }

    private void demonstrationYear() {
        Path data = folder.resolve("demonstration");
        firstStart(data);
        List<Double> starts = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        report.say(Text.of("2回目からの起動を測っています", "Measuring later starts"));
        for (int i = 0; i < LATER_STARTS; i++) {
            try (Platform platform = start(data, STARTING)) {
                starts.add(platform.secondsUntilFirstAnswer());
                PAGES.forEach(platform.visits()::get);
                pause(Duration.ofSeconds(10));
                idle.add(platform.residentMegabytes());
            }
        }
        report.result(Measurement.of("later start, until the first answer", samples(starts), "s")
                .aim(6));
        report.result(
                Measurement.of("resident memory when idle", samples(idle), "MB").aim(450));
        try (Platform platform = start(data, STARTING)) {
            pages(platform, "demonstration year");
        }
    }

    /// A folder that was filled before has its first start behind it.
    private void firstStart(Path data) {
        if (Files.exists(data.resolve(InsideBench.TEXT))) {
            return;
        }
        try (Platform platform = start(data, TELLING, "--tsukasa.bench=true")) {
            report.result(Measurement.of(
                            "first start of the demonstration", Samples.of(platform.secondsUntilFirstAnswer()), "s")
                    .aim(60));
        }
    }

    private void manyDeclarations() {
        Path data = folder.resolve("rows-" + wanted.size());
        report.say(Text.of(wanted.size() + "件の宣言で測っています", "Measuring with " + wanted.size() + " declarations"));
        try (Platform platform =
                start(data, TELLING, "--tsukasa.bench=true", "--tsukasa.demo-declarations=" + wanted.size())) {
            pages(platform, "%,d declarations".formatted(wanted.size()));
            searching(platform);
            evidence(platform);
            exporting(platform);
        }
    }

    private Platform start(Path data, Duration patience, String... options) {
        return Platform.start(data, wanted.port(), List.of(options), patience, report);
    }

    private void pages(Platform platform, String over) {
        report.say(Text.of("ページを測っています", "Measuring pages"));
        for (String page : PAGES) {
            Samples times = platform.visits().times(List.of(page, page + "?lang=en"));
            report.result(Measurement.of("page " + page, times, "ms")
                    .with("over", over)
                    .aim(30));
        }
        Visits other = platform.visits();
        Samples disturbed = platform.visits().times(List.of(BUSIEST), () -> other.get("/sign-in"));
        report.result(Measurement.of("page " + BUSIEST + " while others sign in", disturbed, "ms")
                .with("over", over)
                .aim(30));
    }

    private void searching(Platform platform) {
        report.say(Text.of("名簿の検索を測っています", "Measuring the register search"));
        Map<String, String> searches = searches(wanted.size());
        searches.forEach((name, query) -> report.result(
                Measurement.of("search: " + name, platform.visits().times(List.of(register(query))), "ms")
                        .with("rows", wanted.size())
                        .aim(50)));
        List<String> mixed = searches.values().stream().map(BenchRun::register).toList();
        report.result(
                Measurement.of("search: all of these in turn", platform.visits().times(mixed), "ms")
                        .with("rows", wanted.size())
                        .aim(50));
    }

    private static Map<String, String> searches(int rows) {
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("nothing asked", "");
        searches.put("part of a name", "q=" + encoded("建設"));
        searches.put("name of two parts", "q=" + encoded("北斗 システム"));
        searches.put("part of a name in kana", "q=" + encoded("ミナト"));
        searches.put("words in English", "q=" + encoded("minato works"));
        searches.put("in every name", "q=" + encoded("株式会社"));
        searches.put("in no name", "q=" + encoded("該当なし"));
        searches.put("first digits of a corporate number", "q=99990000");
        searches.put("prefecture and stars", "prefecture=40&level=two");
        searches.put("name in a prefecture", "q=" + encoded("工業") + "&prefecture=23");
        searches.put("industry by name", "industry=G&sort=name");
        searches.put("page 200", "page=200");
        searches.put("last page", "page=" + Math.max(1, rows / 50 - 1));
        searches.put("last page of a prefecture", "prefecture=01&page=" + Math.max(1, rows / 1_000));
        searches.put("as of an earlier day", "as_of=2020-06-30");
        searches.put("name as of an earlier day", "as_of=2020-06-30&q=" + encoded("書店"));
        return searches;
    }

    private static String register(String query) {
        return "/security-action/register" + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /// The rows behind a number, at their beginning and at their end; each page is asked for once, so none is
    /// remembered.
    private void evidence(Platform platform) {
        report.say(Text.of("根拠の行を測っています", "Measuring the rows behind a number"));
        int last = Math.max(1, wanted.size() / 50 - 1);
        rowsBehind(platform, "first pages", 1);
        rowsBehind(platform, "last pages", Math.max(1, last - Visits.MOST - Visits.UNMEASURED));
    }

    private void rowsBehind(Platform platform, String which, int from) {
        List<String> pages = IntStream.range(from, from + Visits.MOST + Visits.UNMEASURED)
                .mapToObj(page -> "/plan/fy2021/indicators/SEC-2?step=1&page=" + page)
                .toList();
        report.result(
                Measurement.of("rows behind SEC-2, " + which, platform.visits().times(pages), "ms")
                        .with("rows", wanted.size()));
    }

    private void exporting(Platform platform) {
        for (String file : List.of("/security-action/register.csv", "/plan/fy2021/indicators/SEC-2/rows.csv?step=1")) {
            report.say(Text.of(file + " を受け取っています", "Receiving " + file));
            report.result(Export.of(platform, file).aim(100_000));
        }
    }

    private void importing() {
        Path own = folder.resolve("rows-" + wanted.size()).resolve(InsideBench.TEXT);
        importing("import of a plan text, whole command", own);
        wanted.text().ifPresent(text -> importing("import of " + text.getFileName() + ", whole command", text));
    }

    private void importing(String name, Path text) {
        double[] times = new double[7];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            importOnce(text);
            times[i] = (System.nanoTime() - start) / 1e9;
        }
        report.result(Measurement.of(name, Samples.of(times), "s").aim(1));
    }

    private static void importOnce(Path text) {
        Process process = Platform.command(List.of("plan", "import", text.toString(), "--json"));
        try (var said = process.getInputStream()) {
            said.readAllBytes();
            if (process.waitFor(60, TimeUnit.SECONDS) && (process.exitValue() == 0 || process.exitValue() == 3)) {
                return;
            }
        } catch (IOException _) {
            // answered below
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new BenchFailure(Text.of(text + " を読み取れませんでした。", "Could not read " + text));
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
