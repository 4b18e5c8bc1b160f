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

    /// @return milliseconds of each
    double[] run(int aSecond, int seconds) {
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
                    .thenAccept(answer -> times.add(
                            answer.statusCode() == 200 ? (System.nanoTime() - due) / 1e6 : Double.POSITIVE_INFINITY)));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        double[] measured =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (measured.length < all || Double.isInfinite(measured[measured.length - 1])) {
            throw new BenchFailure(Text.of("答えのない要求がありました。", "Some requests had no answer."));
        }
        return measured;
    }
}
