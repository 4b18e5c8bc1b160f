package tsukasa.bench.measuring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tsukasa.kernel.Text;

/// One visitor who asks for one page after another over a kept connection, and reads each to its end.
final class Visits {
    static final int MOST = 200;
    static final int UNMEASURED = MOST / 5;
    private static final int FEWEST = 20;
    private static final Duration ENOUGH = Duration.ofSeconds(10);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Visits(int port) {
        this.port = port;
    }

    record Loaded(long lines, long bytes, double seconds) {}

    /// A fifth of the visits first, unmeasured, as of any page that is not asked for the first time today. Goes on
    /// through the paths, so that of as many different ones as [#MOST] and a fifth none is asked for twice.
    Samples times(List<String> paths) {
        return times(paths, () -> {});
    }

    /// @param between what happens before each visit, unmeasured
    Samples times(List<String> paths, Runnable between) {
        int next = 0;
        for (int i = 0; i < UNMEASURED; i++) {
            get(paths.get(next++ % paths.size()));
        }
        List<Double> times = new ArrayList<>();
        long begun = System.nanoTime();
        while (times.size() < MOST && (times.size() < FEWEST || System.nanoTime() - begun < ENOUGH.toNanos())) {
            between.run();
            long start = System.nanoTime();
            get(paths.get(next++ % paths.size()));
            times.add((System.nanoTime() - start) / 1e6);
        }
        return Samples.of(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    byte[] get(String path) {
        try {
            HttpResponse<byte[]> answer = client.send(request(path), BodyHandlers.ofByteArray());
            return checked(path, answer).body();
        } catch (IOException e) {
            throw unanswered(path);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unanswered(path);
        }
    }

    /// Reads a file as it comes and keeps nothing of it.
    Loaded load(String path) {
        long start = System.nanoTime();
        try {
            HttpResponse<InputStream> answer = client.send(request(path), BodyHandlers.ofInputStream());
            byte[] piece = new byte[1 << 16];
            long lines = 0;
            long bytes = 0;
            try (InputStream body = checked(path, answer).body()) {
                for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                    bytes += read;
                    for (int i = 0; i < read; i++) {
                        lines += piece[i] == '\n' ? 1 : 0;
                    }
                }
            }
            return new Loaded(lines, bytes, (System.nanoTime() - start) / 1e9);
        } catch (IOException e) {
            throw unanswered(path);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unanswered(path);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,*/*")
                .header("Accept-Language", "ja")
                .timeout(Duration.ofMinutes(2))
                .build();
    }

    private static <T> HttpResponse<T> checked(String path, HttpResponse<T> answer) {
        if (answer.statusCode() != 200) {
            throw new BenchFailure(Text.of(
                    path + " の答えは " + answer.statusCode() + " でした。",
                    path + " was answered with " + answer.statusCode()));
        }
        return answer;
    }

    private static BenchFailure unanswered(String path) {
        return new BenchFailure(Text.of(path + " に答えがありません。", path + " was not answered."));
    }
}
