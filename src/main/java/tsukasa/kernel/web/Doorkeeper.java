package tsukasa.kernel.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.RequestDispatcher;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.res.StringManager;
import tsukasa.kernel.Problem.Kind;

/// Lets in as many requests at once as memory is sure to hold. The others wait here, where one takes little of it, and
/// those that waited too long are sent away, so that a crowd makes the platform slow for itself but never ends it.
/// A request whose head is larger than the server reads is refused here too, in words.
final class Doorkeeper extends PassedOn {
    static final String SENT_AWAY = "tsukasa.requests.sent.away";
    private static final int LEAST = 256;
    private static final int A_PROCESSOR = 64;
    private static final String RETRY_SECONDS = "10";

    /// What the operator looks at must be seen in a crowd as well.
    private static final Set<String> OPERATION = Set.of("/actuator/health", "/actuator/prometheus");

    private static final String HEAD_TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private final Semaphore places;
    private final Duration patience;
    private final Counter sentAway;

    Doorkeeper(Adapter usual, Semaphore places, Duration patience, MeterRegistry meters) {
        super(usual);
        this.places = places;
        this.patience = patience;
        this.sentAway = meters.counter(SENT_AWAY);
    }

    static Semaphore places() {
        return new Semaphore(Math.max(LEAST, A_PROCESSOR * Runtime.getRuntime().availableProcessors()), true);
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (headTooLarge(request)) {
            refuse(response, Kind.TOO_LONG.status(), Kind.TOO_LONG);
        } else if (neverWaits(request)) {
            super.service(request, response);
        } else if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                super.service(request, response);
            } finally {
                places.release();
            }
        } else {
            sentAway.increment();
            response.addHeader("Retry-After", RETRY_SECONDS);
            refuse(response, Kind.MAINTENANCE.status(), Kind.TOO_MANY);
        }
    }

    /// A request whose first line cannot be read has no address: the server refuses it by itself.
    private static boolean neverWaits(Request request) {
        String address = request.requestURI().toString();
        return address == null || OPERATION.contains(address);
    }

    private static boolean headTooLarge(Request request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IllegalArgumentException refused
                && HEAD_TOO_LARGE.equals(refused.getMessage());
    }
}
