package tsukasa.hooks.outbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.DisposableBean;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookTrouble;
import tsukasa.hooks.outbox.Lookups.NoWay;

/// One exchange with a receiver: a POST, and the head of its answer. It speaks HTTP itself, because a client of the JDK
/// looks names up by itself and connects to what it finds then; here the address that was looked at is the one
/// connected to.
final class Wire implements DisposableBean {
    private static final int MOST_ADDRESSES = 3;
    private final Lookups lookups;
    private final Supplier<SSLSocketFactory> encryption;
    private final Patience patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hook-watch").factory());

    Wire(Lookups lookups, Supplier<SSLSocketFactory> encryption, Patience patience) {
        this.lookups = lookups;
        this.encryption = encryption;
        this.patience = patience;
    }

    /// @param connect for one address
    /// @param whole   from the first byte we connect for to the last byte we read
    record Patience(Duration lookup, Duration connect, Duration whole) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    Answer post(HookAddress address, Map<String, String> headers, String body, Instant now)
            throws InterruptedException {
        try {
            List<InetAddress> places = lookups.of(address, patience.lookup());
            try (Ending ending = new Ending()) {
                return exchange(ending, places, address, request(address, headers, body), now);
            }
        } catch (NoWay noWay) {
            return Answer.none(noWay.trouble());
        }
    }

    private Answer exchange(Ending ending, List<InetAddress> places, HookAddress address, byte[] request, Instant now) {
        HookTrouble trouble = HookTrouble.NO_CONNECTION;
        try {
            Socket plain = connected(ending, places, address.port());
            trouble = HookTrouble.NO_TLS;
            Socket socket = address.encrypted() ? encrypted(plain, address) : plain;
            trouble = HookTrouble.NO_HTTP;
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            Optional<AnswerHead> head = AnswerHead.read(new BufferedInputStream(socket.getInputStream()), now);
            return head.map(said -> Answer.of(said.status(), said.wish())).orElse(Answer.none(HookTrouble.NO_HTTP));
        } catch (SocketTimeoutException slow) {
            return Answer.none(HookTrouble.TOO_SLOW);
        } catch (SSLException unsafe) {
            return Answer.none(ending.came() ? HookTrouble.TOO_SLOW : HookTrouble.NO_TLS);
        } catch (IOException broken) {
            return Answer.none(ending.came() ? HookTrouble.TOO_SLOW : trouble);
        }
    }

    private Socket connected(Ending ending, List<InetAddress> places, int port) throws IOException {
        IOException last = new IOException("no address");
        for (InetAddress place : places.subList(0, Math.min(MOST_ADDRESSES, places.size()))) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            ending.watch(socket);
            try {
                socket.connect(
                        new InetSocketAddress(place, port),
                        Math.toIntExact(patience.connect().toMillis()));
                return socket;
            } catch (IOException e) {
                last = e;
                socket.close();
            }
        }
        throw last;
    }

    /// The certificate must be the name's, whatever the address is.
    private Socket encrypted(Socket plain, HookAddress address) throws IOException {
        SSLSocket socket = (SSLSocket) encryption.get().createSocket(plain, address.host(), address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(HookAddress address, Map<String, String> headers, String body) {
        String query = address.uri().getRawQuery();
        StringBuilder head = new StringBuilder("POST ").append(address.uri().getRawPath());
        if (query != null) {
            head.append('?').append(query);
        }
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        head.append(" HTTP/1.1\r\nHost: ")
                .append(address.uri().getRawAuthority())
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Type: application/json\r\nContent-Length: ").append(content.length);
        head.append("\r\nUser-Agent: Tsukasa-Hooks/1\r\nAccept: */*\r\nConnection: close\r\n\r\n");
        byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, whole, first.length, content.length);
        return whole;
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }

    /// Ends an exchange in time, whatever it waits for: reading, writing or a handshake that never ends.
    private final class Ending implements AutoCloseable {
        private final Future<?> coming =
                watch.schedule(this::come, patience.whole().toMillis(), TimeUnit.MILLISECONDS);
        private volatile boolean came;
        private volatile Socket watched = new Socket();

        void watch(Socket socket) throws IOException {
            watched = socket;
            if (came) {
                socket.close();
            }
        }

        boolean came() {
            return came;
        }

        private void come() {
            came = true;
            hangUp();
        }

        private void hangUp() {
            try {
                watched.close();
            } catch (IOException alreadyGone) {
                return;
            }
        }

        @Override
        public void close() {
            coming.cancel(false);
            hangUp();
        }
    }
}
