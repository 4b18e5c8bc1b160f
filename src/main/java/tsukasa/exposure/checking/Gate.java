package tsukasa.exposure.checking;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// How much is checked at once: a few small documents, or a single large one, so that memory is enough for it.
@Component
class Gate {
    private static final int PLACES = 4;
    private static final long SMALL = 2L * 1024 * 1024;
    private static final long PATIENCE_SECONDS = 20;
    private final Semaphore places = new Semaphore(PLACES, true);

    interface Work<T> {
        T done() throws IOException;
    }

    /// @param size of what was sent, packed; negative where it is not told
    <T> T through(long size, Work<T> work) throws IOException {
        int needed = size >= 0 && size <= SMALL ? 1 : PLACES;
        if (!entered(needed)) {
            throw Problem.tooMany(
                    Text.of("ほかの SBOM を照合しているところです。", "Other SBOMs are being checked just now."),
                    Text.of("1分ほど待ってから、もう一度送ってください。", "Wait about a minute, then send it again."),
                    Duration.ofMinutes(1));
        }
        try {
            return work.done();
        } finally {
            places.release(needed);
        }
    }

    private boolean entered(int needed) {
        try {
            return places.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
