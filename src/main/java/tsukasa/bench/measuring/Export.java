package tsukasa.bench.measuring;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.DoubleAccumulator;

/// Receives a file several times and watches what memory the platform holds meanwhile.
final class Export {
    private static final int RUNS = 5;
    private static final int EVERY_MILLIS = 50;

    private Export() {}

    static Measurement of(Platform platform, String file) {
        Visits visits = platform.visits();
        visits.load(file);
        double before = platform.residentMegabytes();
        DoubleAccumulator most = new DoubleAccumulator(Math::max, before);
        AtomicBoolean over = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().daemon().start(() -> watch(platform, most, over));
        double[] rates = new double[RUNS];
        long rows = 0;
        for (int i = 0; i < RUNS; i++) {
            Visits.Loaded loaded = visits.load(file);
            rows = loaded.lines() - 1;
            rates[i] = rows / loaded.seconds();
        }
        over.set(true);
        watch.interrupt();
        return Measurement.of("export " + file, Samples.rates(rates), "rows/s")
                .with("rows", rows)
                .with("residentBeforeMB", Math.round(before))
                .with("residentMostMB", Math.round(most.get()))
                .with("residentAfterMB", Math.round(platform.residentMegabytes()));
    }

    private static void watch(Platform platform, DoubleAccumulator most, AtomicBoolean over) {
        while (!over.get()) {
            most.accumulate(platform.residentMegabytes());
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
