package tsukasa.hooks.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody's machine on this one, which behaves as a test wants it to.
final class Receiver implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: ([0-9]+)\\r?$");
    private final ServerSocket door;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    interface Behaviour {
        void answer(Socket caller, OutputStream out) throws Exception;
    }

    record Heard(String head, String body) {
        Optional<String> header(String name) {
            Matcher found = Pattern.compile("(?im)^" + name + ": (.*?)\\r?$").matcher(head);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }
    }

    Receiver(ServerSocket door, Behaviour behaviour) {
        this.door = door;
        this.behaviour = behaviour;
        Thread.ofPlatform().daemon().start(this::open);
    }

    static Receiver that(Behaviour behaviour) {
        try {
            return new Receiver(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Behaviour says(String head) {
        return (_, out) -> out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    static Behaviour ok() {
        return says("HTTP/1.1 200 OK\r\nContent-Length: 0");
    }

    void nowBehaves(Behaviour other) {
        behaviour = other;
    }

    int port() {
        return door.getLocalPort();
    }

    List<Heard> heard() {
        return heard;
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofPlatform().daemon().start(() -> listen(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void listen(Socket caller) {
        try (caller) {
            heard.add(read(caller.getInputStream()));
            OutputStream out = caller.getOutputStream();
            behaviour.answer(caller, out);
            out.flush();
        } catch (Exception hungUp) {
            // the other side has had enough
        }
    }

    private static Heard read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return new Heard(head.toString(), new String(in.readNBytes(bytes), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
