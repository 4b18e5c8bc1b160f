package tsukasa.identity.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Speaks HTTP with providers: no redirects followed, no answer waited for or read without end. Woken at the first use,
/// so that a start pays nothing for it.
@Component
class Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final long LONGEST = 512 * 1024;
    private volatile @Nullable HttpClient client;

    record Reply(int status, String type, String body) {}

    Reply send(Provider provider, HttpRequest.Builder request) {
        Duration patience = provider.settings().timeout();
        HttpRequest asked =
                request.timeout(patience).header("Accept", "application/json").build();
        CompletableFuture<HttpResponse<String>> coming =
                client().sendAsync(asked, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
        try {
            HttpResponse<String> reply = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (reply.statusCode() >= 500 || reply.statusCode() == 429) {
                throw away(provider, asked.uri(), "status " + reply.statusCode());
            }
            return new Reply(
                    reply.statusCode(),
                    reply.headers().firstValue("Content-Type").orElse(""),
                    reply.body());
        } catch (ExecutionException | TimeoutException failed) {
            coming.cancel(true);
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw away(provider, asked.uri(), cause.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away(provider, asked.uri(), "interrupted");
        }
    }

    /// For those who want what stands at an address or nothing.
    String get(Provider provider, URI address) throws IOException {
        Reply reply = send(provider, HttpRequest.newBuilder(address).GET());
        if (reply.status() != 200) {
            throw new IOException("status " + reply.status());
        }
        return reply.body();
    }

    /// Endpoints carry no secret in their address; what was sent to them is not written down.
    private static Refusal.Refused away(Provider provider, URI place, String why) {
        LOG.warn("provider {} does not answer at {}{}: {}", provider.name(), place.getHost(), place.getPath(), why);
        return Refusal.PROVIDER_AWAY.refused();
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            client = made;
        }
        return made;
    }
}
