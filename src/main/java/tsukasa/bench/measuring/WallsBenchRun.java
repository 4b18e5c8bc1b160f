package tsukasa.bench.measuring;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.OpenDatabase;

/// The same pages in turn with the walls up and down, each first in every other round, so that whatever else happens on
/// the machine happens to both. Down means that PostgreSQL checks no policy, and is not told either who asks.
final class WallsBenchRun {
    private static final Duration FILLING = Duration.ofMinutes(30);
    private static final int ROUNDS = 8;
    private static final int VISITS = 20;
    private static final int UNMEASURED = 6;

    /// Before a page is measured for the first time, either way: whichever came first would seem slow.
    private static final int WARMING = 80;

    private static final double MOST = 1.15;
    private final BenchArguments.Wanted wanted;
    private final Path folder;
    private final Report report;

    WallsBenchRun(BenchArguments.Wanted wanted, Path folder, Report report) {
        this.wanted = wanted;
        this.folder = folder;
        this.report = report;
    }

    void run() {
        report.say(Text.of(
                wanted.size() + "件の宣言で、壁のあるときとないときを比べます",
                "Comparing with the walls up and down, over " + wanted.size() + " declarations"));
        Path data = folder.resolve("rows-" + wanted.size());
        try (Platform platform = Platform.start(
                        data,
                        wanted.port(),
                        List.of("--tsukasa.bench-walls=true", "--tsukasa.demo-declarations=" + wanted.size()),
                        FILLING,
                        report);
                OpenDatabase database = OpenDatabase.of(data)) {
            WallSwitchStore walls = new WallSwitchStore(database.source());
            try {
                walls.settle();
                pages(platform, walls);
            } finally {
                walls.up();
            }
        }
    }

    private void pages(Platform platform, WallSwitchStore walls) {
        SignedInVisits staff = new SignedInVisits(platform.port(), "staff@example.jp");
        String list = "/staff/security-action";
        String one = staff.get(list, Map.of()).replaceAll("(?s).*?(/staff/security-action/cases/[^\"?]+).*", "$1");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("cases, nothing asked", list);
        pages.put("cases, registered, oldest first", list + "?state=registered&sort=received");
        pages.put("cases, waiting for confirmation", list + "?state=awaiting-confirmation");
        pages.put("cases, page 100", list + "?page=100");
        pages.put("cases, of a prefecture", list + "?prefecture=13");
        pages.put("cases, part of a name", list + "?q=" + encoded("建設"));
        pages.put("one case", one);
        pages.put("results", "/staff/results");
        pages.forEach((name, path) -> compare(name, path, staff, walls));
        SignedInVisits company = new SignedInVisits(platform.port(), "company@example.jp");
        compare("my page", "/me", company, walls);
        compare("register list", "/security-action/register", company, walls);
        compare("register entry", one.replace("/staff/", "/").replace("/cases/", "/register/"), company, walls);
        compare(
                "outgoing mail",
                "/staff/outbox",
                new SignedInVisits(platform.port(), "administrator@example.jp"),
                walls);
    }

    private void compare(String name, String path, SignedInVisits visits, WallSwitchStore walls) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean upFirst = round % 2 == 0;
            for (boolean up : new boolean[] {upFirst, !upFirst}) {
                if (up) {
                    walls.up();
                    visit(path, visits, Map.of(), round == 0, with);
                } else {
                    walls.down();
                    visit(path, visits, Map.of(BenchTransactions.UNTOLD, "yes"), round == 0, without);
                }
            }
        }
        walls.up();
        Samples up = samples(with);
        Samples down = samples(without);
        double ratio = ratio(up.median(), down.median());
        report.result(Measurement.of("walls: " + name, up, "ms")
                .with("median without walls", Math.round(down.median() * 100) / 100.0)
                .with("p95 without walls", Math.round(down.p95() * 100) / 100.0)
                .with("ratio of the medians", ratio)
                .with("ratio of the fastest quarters", ratio(quarter(up), quarter(down)))
                .with("ratio at most 1.15", ratio <= MOST)
                .with("rows", wanted.size()));
    }

    /// On a machine that does other things besides, what is fastest is disturbed least.
    private static double quarter(Samples samples) {
        return samples.values()[samples.runs() / 4];
    }

    private static double ratio(double with, double without) {
        return Math.round(with / without * 1000) / 1000.0;
    }

    /// After a switch plans are made anew; that is not what is measured.
    private static void visit(
            String path, SignedInVisits visits, Map<String, String> headers, boolean first, List<Double> times) {
        for (int i = first ? -WARMING : -UNMEASURED; i < VISITS; i++) {
            double time = visits.time(path, headers);
            if (i >= 0) {
                times.add(time);
            }
        }
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
