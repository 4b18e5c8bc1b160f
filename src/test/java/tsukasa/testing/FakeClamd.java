package tsukasa.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Speaks clamd's protocol at a loopback address and finds one harmless word in what it is handed.
public final class FakeClamd implements AutoCloseable {
    public static final String WORD = "THIS-IS-THE-TEST-VIRUS";
    public static final String FINDING = "Tsukasa.Test.Signature";
    private final ServerSocket server;
    private volatile int most = Integer.MAX_VALUE;
    private volatile boolean silent;

    public FakeClamd() {
        this(0);
    }

    public FakeClamd(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("fake-clamd").start(this::listen);
    }

    public String where() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Takes no more than this, as `StreamMaxLength` says.
    public FakeClamd taking(int bytes) {
        most = bytes;
        return this;
    }

    /// Hangs up without an answer.
    public FakeClamd silent() {
        silent = true;
        return this;
    }

    public FakeClamd answering() {
        silent = false;
        return this;
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                DataInputStream in = new DataInputStream(caller.getInputStream())) {
            String answer = command(in).equals("zINSTREAM") ? scan(in) : "UNKNOWN COMMAND";
            if (!silent) {
                caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                caller.getOutputStream().flush();
            }
        } catch (IOException hungUp) {
            // the caller sees it as well
        }
    }

    private static String command(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != 0; c = in.readUnsignedByte()) {
            command.append((char) c);
        }
        return command.toString();
    }

    private String scan(DataInputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            all.writeBytes(in.readNBytes(length));
            if (all.size() > most) {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1).contains(WORD)
                ? "stream: " + FINDING + " FOUND"
                : "stream: OK";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
