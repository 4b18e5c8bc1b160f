package tsukasa.bench.measuring;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.OpenDatabase;

/// The year's pages with three years of reports, the evaluation on paper, and a period closed over and over.
final class CycleBenchRun {
    private static final Duration FILLING = Duration.ofMinutes(60);
    private static final int VISITS = 200;
    private static final int UNMEASURED = 50;
    private static final int PRINTS = 5;
    private static final int CLOSINGS = 3;
    private static final double PAGE_AIM = 40;
    private static final double REPORT_AIM = 60;
    private static final double PRINT_AIM = 10_000;
    private static final double CLOSING_AIM = 3_000;
    private final BenchArguments.Wanted wanted;
    private final Path folder;
    private final Report report;

    CycleBenchRun(BenchArguments.Wanted wanted, Path folder, Report report) {
        this.wanted = wanted;
        this.folder = folder;
        this.report = report;
    }

    void run() {
        report.say(Text.of(
                wanted.size() + "件の宣言で、一年の画面と締めと評価書を測ります",
                "Measuring the year's pages, closing and printing over " + wanted.size() + " declarations"));
        Path data = folder.resolve("rows-" + wanted.size());
        try (Platform platform = Platform.start(
                        data, wanted.port(), List.of("--tsukasa.demo-declarations=" + wanted.size()), FILLING, report);
                OpenDatabase database = OpenDatabase.of(data)) {
            long reports = new EarlierYearsStore(database.source()).copy();
            SignedInVisits planner = new SignedInVisits(platform.port(), "planner@example.jp");
            page("matrix of reports", "/staff/reports/fy2021", PAGE_AIM, planner, reports);
            page("half-year follow-up", "/staff/follow-up/fy2021", PAGE_AIM, planner, reports);
            page("evaluation by item", "/staff/evaluation/fy2021", PAGE_AIM, planner, reports);
            page("board summary", "/staff/board/fy2021", PAGE_AIM, planner, reports);
            page("evaluation report, HTML", "/staff/evaluation/fy2021/report", REPORT_AIM, planner, reports);
            prints("evaluation report, PDF", "/staff/evaluation/fy2021/report.pdf", planner);
            prints("board summary, PDF", "/staff/board/fy2021/summary.pdf", planner);
            closings(planner, new SignedInVisits(platform.port(), "executive@example.jp"));
        }
    }

    private void page(String name, String path, double aim, SignedInVisits visits, long reports) {
        List<Double> times = new ArrayList<>();
        for (int visit = -UNMEASURED; visit < VISITS; visit++) {
            double time = visits.time(path, Map.of());
            if (visit >= 0) {
                times.add(time);
            }
        }
        report.result(Measurement.of("cycle: " + name, samples(times), "ms")
                .aim(aim)
                .with("reports", reports)
                .with("rows", wanted.size()));
    }

    private void prints(String name, String path, SignedInVisits visits) {
        List<Double> times = new ArrayList<>();
        for (int print = 0; print < PRINTS; print++) {
            times.add(visits.time(path, Map.of()));
        }
        report.result(Measurement.of("cycle: " + name, samples(times), "ms").aim(PRINT_AIM));
    }

    /// The third quarter is over by the clock of the demonstration and waits to be closed; it is returned each time.
    private void closings(SignedInVisits planner, SignedInVisits executive) {
        String page = "/staff/closings/fy2021/q3";
        List<Double> times = new ArrayList<>();
        for (int closing = 0; closing < CLOSINGS; closing++) {
            times.add(planner.time(page, page + "/proposal", ""));
            String proposed = executive.get(page, Map.of());
            String id = proposed.replaceAll("(?s).*name=\"closing\" value=\"([0-9]+)\".*", "$1");
            String why = URLEncoder.encode("測定のため", StandardCharsets.UTF_8);
            executive.time(page, page + "/return", "closing=" + id + "&reason=" + why);
        }
        report.result(Measurement.of("cycle: a period counted and frozen", samples(times), "ms")
                .aim(CLOSING_AIM)
                .with("rows", wanted.size()));
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
