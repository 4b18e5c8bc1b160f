package tsukasa.audit.trail;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// The reads of one request that are being written while its answer is made. Nothing of the answer leaves before all of
/// them are.
final class PendingReads {
    private static final String ATTRIBUTE = PendingReads.class.getName();
    private final Queue<Future<?>> open = new ArrayDeque<>();
    private boolean leaving;

    static PendingReads begin(HttpServletRequest request) {
        PendingReads reads = new PendingReads();
        request.setAttribute(ATTRIBUTE, reads);
        return reads;
    }

    /// Absent outside of requests, and in one whose answer nothing holds back.
    static @Nullable PendingReads present() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                        && now.getRequest().getAttribute(ATTRIBUTE) instanceof PendingReads reads
                ? reads
                : null;
    }

    /// False once the answer may have begun: then only waiting at once helps.
    synchronized boolean add(Future<?> read) {
        if (!leaving) {
            open.add(read);
        }
        return !leaving;
    }

    /// Fails as the writing did, once: what is answered instead shows nothing of what was read.
    synchronized void letLeave() {
        try {
            for (Future<?> read = open.poll(); read != null; read = open.poll()) {
                written(read);
            }
        } finally {
            open.clear();
        }
        leaving = true;
    }

    static void written(Future<?> read) {
        try {
            read.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a read was written down", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }
}
