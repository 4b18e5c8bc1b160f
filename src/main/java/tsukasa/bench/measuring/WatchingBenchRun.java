package tsukasa.bench.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsukasa.kernel.Text;

/// Lists over a database of vulnerabilities, days of changes, then the pages of somebody who has very much.
final class WatchingBenchRun {
    private static final int CHANGES = 2_000;
    private static final int DAYS = 3;
    private static final int MADE_UP = 100_000;
    private static final int PRODUCTS = 5_000;
    private static final int VISITS = 25;
    private static final int UNMEASURED = 5;
    private static final double AIM = 200;
    private static final Duration FILLING = Duration.ofHours(4);
    private static final Pattern LIST = Pattern.compile("/watch/lists/[0-9a-f-]{36}");
    private final BenchArguments.Wanted wanted;
    private final Path folder;
    private final Report report;

    WatchingBenchRun(BenchArguments.Wanted wanted, Path folder, Report report) {
        this.wanted = wanted;
        this.folder = folder;
        this.report = report;
    }

    void run() {
        report.say(Text.of(
                wanted.size() + "個の見守りリストで測ります（初回はデータを作ります）",
                "Measuring over " + wanted.size() + " watch lists (the first time the data are made)"));
        Path data = folder.resolve("lists-" + wanted.size());
        Path material = folder.resolve("material-" + wanted.size());
        if (!Files.exists(material)) {
            material(data, material);
        }
        days(material);
        try (Platform platform = Platform.start(
                data,
                wanted.port(),
                List.of(
                        "--tsukasa.bench-watching=" + wanted.size(),
                        "--tsukasa.bench-watching-material=" + material,
                        "--tsukasa.watching-round=false",
                        "--tsukasa.demo-declarations=1000"),
                FILLING,
                report)) {
            pages(new SignedInVisits(platform.port(), InsideWatchingBench.WATCHER));
        }
    }

    private Optional<RealRecords> real() {
        return wanted.text().map(from -> new RealRecords(from.resolve("nvd")));
    }

    private void material(Path data, Path material) {
        Path from = wanted.text()
                .map(text -> text.resolve("nvd"))
                .orElseGet(() -> MadeUpRecords.write(folder.resolve("made-up"), MADE_UP));
        Process taking = Platform.command(List.of("import", "nvd", from.toString(), "--data", data.toString()));
        try {
            taking.getInputStream().readAllBytes();
            if (taking.waitFor() != 0) {
                throw new BenchFailure(Text.of(from + " を取り込めませんでした。", "Could not import " + from + "."));
            }
            RealRecords.Drawn drawn = real().map(RealRecords::drawn)
                    .orElseGet(() ->
                            new RealRecords.Drawn(MadeUpRecords.names(MADE_UP, 1), MadeUpRecords.products(PRODUCTS)));
            Files.createDirectories(material.resolve(InsideWatchingBench.DAYS));
            Files.write(material.resolve(InsideWatchingBench.PRODUCTS), drawn.products());
            Files.write(material.resolve(InsideWatchingBench.NAMES), drawn.names());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new BenchFailure(Text.of("中断されました。", "Interrupted."));
        }
    }

    /// Usual days, and one whose entries are all new. An older record never replaces a newer one, so that each run goes
    /// on where the last one ended.
    private void days(Path material) {
        Path days = material.resolve(InsideWatchingBench.DAYS);
        int before;
        try (Stream<Path> all = Files.list(days)) {
            before = (int) all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int day = before + 1; day <= before + DAYS + 1; day++) {
            boolean allNew = day == before + DAYS + 1;
            Path one = days.resolve("day-%03d-%s".formatted(day, allNew ? "new" : "usual"));
            if (real().isPresent()) {
                real().get().day(one, CHANGES, day, allNew);
            } else if (allNew) {
                MadeUpRecords.fresh(one, MADE_UP + day * CHANGES, CHANGES);
            } else {
                MadeUpRecords.changes(one, CHANGES - CHANGES / 20, day);
                MadeUpRecords.fresh(one, MADE_UP + day * CHANGES, CHANGES / 20);
            }
        }
    }

    private void pages(SignedInVisits visits) {
        time(visits, "overview of all lists", List.of("/watch"));
        List<String> lists = LIST.matcher(visits.get("/watch", Map.of()))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        time(visits, "list, the most urgent first", lists);
        time(visits, "list, critical ones", each(lists, "?severity=critical"));
        time(
                visits,
                "list, medium ones that are not known to be exploited",
                each(lists, "?severity=medium&exploited=no"));
        time(visits, "list, in any state, the newest first", each(lists, "?state=all&sort=newest"));
        time(visits, "list, high ones of a week", each(lists, "?severity=high&since=7"));
        time(visits, "list, by a part of the name of products", each(lists, "?q=a"));
        time(visits, "list, by the name of few products, high ones", each(lists, "?q=server&severity=high"));
        time(visits, "products of a list", each(lists, "/items"));
    }

    private static List<String> each(List<String> lists, String more) {
        return lists.stream().map(list -> list + more).toList();
    }

    private void time(SignedInVisits visits, String name, List<String> paths) {
        List<Double> times = new ArrayList<>();
        for (int visit = -UNMEASURED; visit < VISITS; visit++) {
            double time = visits.time(paths.get(Math.floorMod(visit, paths.size())), Map.of());
            if (visit >= 0) {
                times.add(time);
            }
        }
        report.result(Measurement.of(
                        "watching: " + name,
                        Samples.of(
                                times.stream().mapToDouble(Double::doubleValue).toArray()),
                        "ms")
                .aim(AIM));
    }
}
