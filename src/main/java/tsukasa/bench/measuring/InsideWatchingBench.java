package tsukasa.bench.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tsukasa.identity.People;
import tsukasa.kernel.Language;
import tsukasa.kernel.Settings;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;
import tsukasa.mail.EmailAddress;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchRound;
import tsukasa.watching.WatchRound.Followed;

/// Makes the lists of many people and the large ones of one of them through the contract of watch lists, then takes in
/// days of changes and times how long it takes to judge what they mean.
@Component
@ConditionalOnProperty("tsukasa.bench-watching")
class InsideWatchingBench {
    static final String WATCHER = "watcher@example.jp";
    static final String NAMES = "names.txt";
    static final String PRODUCTS = "products.txt";
    static final String DAYS = "days";
    static final String DONE = "done.txt";
    private static final int MAKERS = 2;
    private static final int FINDINGS_A_LIST = 1_000;
    private static final double AIM = 10;
    private final WatchLists lists;
    private final WatchRound round;
    private final People people;
    private final Path data;
    private final int wanted;
    private final Path material;

    InsideWatchingBench(
            WatchLists lists,
            WatchRound round,
            People people,
            Settings settings,
            @Value("${tsukasa.bench-watching}") int wanted,
            @Value("${tsukasa.bench-watching-material}") Path material) {
        this.lists = lists;
        this.round = round;
        this.people = people;
        this.data = settings.dataDir();
        this.wanted = wanted;
        this.material = material;
    }

    /// Before the address is said, so that nobody else asks for anything meanwhile.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) throws IOException {
        round.follow();
        large(many());
        days();
    }

    private static UUID owner(int list) {
        return new UUID(0x7761_7463_6865_7273L, list / WatchLists.MOST_LISTS);
    }

    /// Made on both processors, the lists of one person in their order.
    ///
    /// @return how many findings they have
    private long many() {
        List<String> names = read(NAMES);
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        AtomicLong items = new AtomicLong();
        AtomicLong findings = new AtomicLong();
        ProcessorTime before = ProcessorTime.until(data);
        try (ExecutorService threads = Executors.newFixedThreadPool(MAKERS)) {
            List<Future<?>> made = IntStream.iterate(0, from -> from < wanted, from -> from + WatchLists.MOST_LISTS)
                    .<Future<?>>mapToObj(from -> threads.submit(() -> {
                        for (int each = from; each < Math.min(wanted, from + WatchLists.MOST_LISTS); each++) {
                            one(each, names, times, items, findings);
                        }
                    }))
                    .toList();
            for (Future<?> each : made) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("lists were not made", e);
        }
        if (!times.isEmpty()) {
            print(took(
                    Measurement.of("watching: making a list, judged at once", samples(times), "ms")
                            .with("products", items.get())
                            .with("findings", findings.get()),
                    ProcessorTime.until(data).since(before)));
        }
        return findings.get();
    }

    private void one(int each, List<String> names, List<Double> times, AtomicLong items, AtomicLong findings) {
        UUID owner = owner(each);
        int there = each % WatchLists.MOST_LISTS;
        if (as(owner, () -> lists.of(owner)).size() > there) {
            return;
        }
        List<NewItem> some = products(new SplittableRandom(each), names);
        long begun = System.nanoTime();
        findings.addAndGet(as(owner, () -> made(owner, "リスト " + there, some)).findings());
        times.add((System.nanoTime() - begun) / 1e6);
        items.addAndGet(some.size());
    }

    /// Mostly 5 to 40 products; each fiftieth list has hundreds.
    private static List<NewItem> products(SplittableRandom chance, List<String> names) {
        int size = chance.nextInt(50) == 0 ? chance.nextInt(100, 401) : chance.nextInt(5, 41);
        Set<NewItem> some = new LinkedHashSet<>();
        while (some.size() < size) {
            some.add(item(names.get(chance.nextInt(names.size()))));
        }
        return List.copyOf(some);
    }

    private static NewItem item(String name) {
        String[] parts = name.split(":", -1);
        return new NewItem(parts[4], parts[5].equals("*") ? "" : parts[5], List.of(name));
    }

    private <T> T as(UUID owner, java.util.function.Supplier<T> work) {
        return Walls.as(Acting.person(owner, Set.of()), work);
    }

    private WatchLists.Added made(UUID owner, String name, List<NewItem> items) {
        WatchList list = lists.make(owner, name, "", Language.JA);
        return lists.add(owner, list.id(), items, null);
    }

    private void days() throws IOException {
        List<Path> days;
        try (Stream<Path> all = Files.list(material.resolve(DAYS))) {
            days = all.filter(day -> !Files.exists(day.resolve(DONE))).sorted().toList();
        }
        List<Double> usual = new ArrayList<>();
        ProcessorTime all = new ProcessorTime(0, 0);
        Followed last = Followed.NOTHING;
        for (Path day : days) {
            take(day);
            ProcessorTime before = ProcessorTime.until(data);
            long begun = System.nanoTime();
            Followed followed = round.follow();
            double seconds = (System.nanoTime() - begun) / 1e9;
            ProcessorTime took = ProcessorTime.until(data).since(before);
            boolean allNew = day.getFileName().toString().endsWith("new");
            if (allNew) {
                print(took(line("watching: a day whose entries are all new", List.of(seconds), followed), took));
            } else {
                usual.add(seconds);
                all = all.and(took);
                last = followed;
            }
            Files.createFile(day.resolve(DONE));
        }
        if (!usual.isEmpty()) {
            print(took(line("watching: a usual day", usual, last), all).aim(AIM));
        }
    }

    /// Of all runs together.
    private static Measurement took(Measurement measurement, ProcessorTime took) {
        return measurement
                .with("processor_s", Math.round(took.program() * 10) / 10.0)
                .with("processor_s_of_postgresql", Math.round(took.database() * 10) / 10.0);
    }

    private Measurement line(String name, List<Double> seconds, Followed followed) {
        return Measurement.of(name, samples(seconds), "s")
                .with("lists", wanted)
                .with("entries", followed.entries())
                .with("products_judged", followed.judged())
                .with("new", followed.fresh())
                .with("changed", followed.changed());
    }

    private void take(Path day) throws IOException {
        Process taking = Platform.command(List.of("import", "nvd", day.toString(), "--data", data.toString()));
        taking.getInputStream().readAllBytes();
        try {
            if (taking.waitFor() != 0) {
                throw new IllegalStateException("the changes of " + day + " were not imported");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// One person's lists of the products that most is said of, until there are a thousand findings for each list.
    private void large(long before) {
        UUID watcher =
                people.ensure(EmailAddress.of(WATCHER), "見守 番子", Language.JA).id();
        if (!as(watcher, () -> lists.of(watcher)).isEmpty()) {
            return;
        }
        List<NewItem> products =
                read(PRODUCTS).stream().map(InsideWatchingBench::item).toList();
        long most = (long) wanted * FINDINGS_A_LIST - before;
        long findings = 0;
        int number = 0;
        ProcessorTime start = ProcessorTime.until(data);
        long begun = System.nanoTime();
        do {
            String name = "大きなリスト " + ++number;
            findings += as(watcher, () -> made(watcher, name, products)).findings();
        } while (findings < most && number < WatchLists.MOST_LISTS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        print(took(
                Measurement.of(
                                "watching: finding what concerns large lists",
                                Samples.rates(findings / seconds),
                                "findings/s")
                        .with("lists", number)
                        .with("products", (long) number * products.size())
                        .with("findings", findings),
                ProcessorTime.until(data).since(start)));
    }

    private List<String> read(String file) {
        try {
            return Files.readAllLines(material.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void print(Measurement measurement) {
        System.out.println(measurement.json());
        System.out.flush();
    }
}
