package tsukasa.hooks.outbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookTrouble;

/// Looks up what a name stands for, once for every attempt: whoever connects takes these addresses and no others, so a
/// name cannot stand for something else a moment later. The machine's lookup knows no end, so it has threads of its
/// own.
final class Lookups implements DisposableBean {
    private static final int AT_ONCE = 16;
    private final Names names;
    private final boolean loopback;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("hook-lookup-", 1).factory());

    Lookups(Names names, boolean loopback) {
        this.names = names;
        this.loopback = loopback;
        threads.allowCoreThreadTimeOut(true);
    }

    @FunctionalInterface
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    boolean loopback() {
        return loopback;
    }

    List<InetAddress> of(HookAddress address, Duration patience) throws NoWay, InterruptedException {
        List<InetAddress> found = List.of(found(address.host(), patience));
        for (InetAddress one : found) {
            if (!(PublicAddresses.contain(one) || loopback && one.isLoopbackAddress())) {
                throw new NoWay(HookTrouble.ADDRESS_NOT_PUBLIC);
            }
        }
        return found;
    }

    private InetAddress[] found(String host, Duration patience) throws NoWay, InterruptedException {
        Future<InetAddress[]> coming = threads.submit(() -> names.find(host));
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unknown) {
            coming.cancel(true);
            throw new NoWay(HookTrouble.NAME_UNKNOWN);
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    /// An attempt came to nothing.
    static final class NoWay extends Exception {
        private final HookTrouble trouble;

        NoWay(HookTrouble trouble) {
            super(trouble.name());
            this.trouble = trouble;
        }

        HookTrouble trouble() {
            return trouble;
        }
    }
}
