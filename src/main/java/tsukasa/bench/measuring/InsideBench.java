package tsukasa.bench.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tsukasa.demo.YearTold;
import tsukasa.kernel.Settings;
import tsukasa.plan.Count;
import tsukasa.plan.CountRequest;
import tsukasa.plan.Counting;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanReader;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.Threshold;

/// What can only be measured inside a running platform: telling the year, counting, reading. Prints each measurement as
/// a line that the visitor outside passes on.
@Component
@ConditionalOnProperty(name = "tsukasa.bench", havingValue = "true")
class InsideBench {
    static final String PLAN = "fy2021";
    static final String TEXT = "plan-text.txt";
    private final PlanShelf shelf;
    private final PlanProgress progress;
    private final Counting counting;
    private final PlanReader reader;
    private final Path text;

    InsideBench(PlanShelf shelf, PlanProgress progress, Counting counting, PlanReader reader, Settings settings) {
        this.shelf = shelf;
        this.progress = progress;
        this.counting = counting;
        this.reader = reader;
        this.text = settings.dataDir().resolve(TEXT);
    }

    @EventListener
    void told(YearTold year) {
        print(Measurement.of(
                        "declaring in bulk",
                        Samples.rates(year.declarations() / (year.took().toMillis() / 1e3)),
                        "rows/s")
                .with("rows", year.declarations()));
    }

    /// Before the address is said, so that nobody else asks for anything meanwhile.
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        Plan plan = shelf.plan(PLAN).orElseThrow();
        recounting(plan);
        reading(plan);
    }

    private void recounting(Plan plan) {
        Samples times = times(5, 30, _ -> progress.recount(PLAN));
        print(Measurement.of("recounting all thresholds", times, "ms")
                .with("thresholds", plan.thresholds().size())
                .with("rows", candidates(plan))
                .aim(300));
    }

    /// How many rows the largest of the counts looks at.
    private long candidates(Plan plan) {
        return plan.thresholds().stream()
                .map(threshold -> candidates(plan, threshold))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private long candidates(Plan plan, Threshold threshold) {
        return counting.count(CountRequest.now(threshold, progress.today(plan)))
                .counted()
                .map(Count.Counted::steps)
                .map(steps -> steps.getFirst().rows())
                .orElse(0L);
    }

    private void reading(Plan plan) {
        byte[] bytes = PlanText.of(plan).getBytes(StandardCharsets.UTF_8);
        ReadingResult result = reader.read(bytes, Optional.empty());
        if (!(result instanceof ReadingResult.Read read)) {
            throw new IllegalStateException("our own text is no plan: " + result);
        }
        Samples times = times(5, 20, _ -> reader.read(bytes, Optional.empty()));
        print(Measurement.of("reading the text of a plan", times, "ms")
                .with("lines", bytes(bytes))
                .with("headings and sentences", read.document().nodes().size())
                .with("tables", read.tables().size())
                .aim(1_000));
        try {
            Files.write(text, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bytes(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().count();
    }

    private static Samples times(int unmeasured, int runs, IntConsumer work) {
        IntStream.range(0, unmeasured).forEach(work);
        return Samples.of(IntStream.range(0, runs)
                .mapToDouble(run -> {
                    long start = System.nanoTime();
                    work.accept(run);
                    return (System.nanoTime() - start) / 1e6;
                })
                .toArray());
    }

    private static void print(Measurement measurement) {
        System.out.println(measurement.json());
        System.out.flush();
    }
}
