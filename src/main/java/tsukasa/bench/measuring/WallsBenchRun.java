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

/// The same pages in turn with walls and past them, each first in every other pair, so that whatever else happens on
/// the machine happens to both. Past them means that PostgreSQL checks no policy, and is not told either who asks.
final class WallsBenchRun {
    private static final Duration FILLING = Duration.ofMinutes(30);
    private static final int PAIRS = 200;

    /// Before a page is measured; what is asked for the first time is slow either way.
    private static final int WARMING = 100;

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
                "Comparing with walls and without, over " + wanted.size() + " declarations"));
        Path data = folder.resolve("rows-" + wanted.size());
        try (Platform platform = Platform.start(
                        data,
                        wanted.port(),
                        List.of("--tsukasa.bench-walls=true", "--tsukasa.demo-declarations=" + wanted.size()),
                        FILLING,
                        report);
                OpenDatabase database = OpenDatabase.of(data)) {
            NoWallsStore store = new NoWallsStore(database.source());
            store.settle();
            store.open();
            pages(platform);
        }
    }

    private void pages(Platform platform) {
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
        pages.forEach((name, path) -> compare(name, path, staff));
        SignedInVisits company = new SignedInVisits(platform.port(), "company@example.jp");
        compare("my page", "/me", company);
        compare("register list", "/security-action/register", company);
        compare("register entry", one.replace("/staff/", "/").replace("/cases/", "/register/"), company);
        compare("outgoing mail", "/staff/outbox", new SignedInVisits(platform.port(), "administrator@example.jp"));
    }

    private void compare(String name, String path, SignedInVisits visits) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int pair = -WARMING; pair < PAIRS; pair++) {
            double first = pair % 2 == 0 ? walled(path, visits) : past(path, visits);
            double second = pair % 2 == 0 ? past(path, visits) : walled(path, visits);
            if (pair >= 0) {
                with.add(pair % 2 == 0 ? first : second);
                without.add(pair % 2 == 0 ? second : first);
            }
        }
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

    private static double walled(String path, SignedInVisits visits) {
        return visits.time(path, Map.of());
    }

    private static double past(String path, SignedInVisits visits) {
        return visits.time(path, Map.of(BenchTransactions.UNTOLD, "yes"));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
