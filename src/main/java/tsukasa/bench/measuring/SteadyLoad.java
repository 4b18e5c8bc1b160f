package tsukasa.bench.measuring;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import tsukasa.kernel.Text;

/// Many visitors at a fixed rate, whether the answers keep up or not: each is timed from the moment it was due, so that
/// waiting counts.
final class SteadyLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final List<HttpRequest> requests;

    SteadyLoad(int port, List<String> paths) {
        this.requests = paths.stream()
                .map(path -> HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept-Encoding", "gzip")
                        .timeout(PATIENCE)
                        .build())
                .toList();
    }

    /// @param times    milliseconds of those that were answered, the shortest first
    /// @param refused  how many were answered by an error, or not at all
    record Loaded(double[] times, int refused) {}

    Loaded run(int aSecond, int seconds) {
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        long begun = System.nanoTime();
        int all = aSecond * seconds;
        for (int i = 0; i < all; i++) {
            long due = begun + i * 1_000_000_000L / aSecond;
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            sent.add(client.sendAsync(requests.get(i % requests.size()), HttpResponse.BodyHandlers.discarding())
                    .handle((answer, _) -> answer != null && answer.statusCode() == 200)
                    .thenAccept(answered -> {
                        if (answered) {
                            times.add((System.nanoTime() - due) / 1e6);
                        }
                    }));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        double[] measured =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (measured.length == 0) {
            throw new BenchFailure(Text.of("どの要求にも答えがありませんでした。", "No request was answered."));
        }
        return new Loaded(measured, all - measured.length);
    }
}
