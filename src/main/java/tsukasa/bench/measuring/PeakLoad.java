package tsukasa.bench.measuring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.kernel.Text;

/// As many requests for one address as are answered, over kept connections, by one thread that does as little as it can:
/// it counts bytes, since every answer to the same request is as long as the first.
final class PeakLoad {
    private static final int CONNECTIONS = 64;
    private static final Pattern LENGTH = Pattern.compile("content-length: *([0-9]+)");
    private final int port;
    private final byte[] request;
    private final ByteBuffer read = ByteBuffer.allocateDirect(1 << 18);

    PeakLoad(int port, String path) {
        this.port = port;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// One connection, and how much of its present answer has come.
    private static final class Line {
        private long come;
    }

    /// @return answers a second
    double run(int seconds) {
        try (Selector selector = Selector.open()) {
            long whole = whole();
            for (int i = 0; i < CONNECTIONS; i++) {
                SocketChannel channel = connected();
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Line());
                send(channel);
            }
            long begun = System.nanoTime();
            long until = begun + seconds * 1_000_000_000L;
            long answers = 0;
            while (System.nanoTime() < until) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    answers += take(key, whole);
                }
                selector.selectedKeys().clear();
            }
            double rate = answers / ((System.nanoTime() - begun) / 1e9);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            return rate;
        } catch (IOException e) {
            throw new BenchFailure(Text.of("接続が切れました: " + e.getMessage(), "A connection broke: " + e.getMessage()));
        }
    }

    private long take(SelectionKey key, long whole) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        Line line = (Line) key.attachment();
        read.clear();
        int come = channel.read(read);
        if (come < 0) {
            throw new IOException("closed by the other side");
        }
        line.come += come;
        if (line.come < whole) {
            return 0;
        }
        line.come -= whole;
        send(channel);
        return 1;
    }

    private SocketChannel connected() throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel;
    }

    private void send(SocketChannel channel) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /// How long an answer is, head and body.
    private long whole() throws IOException {
        try (SocketChannel channel = connected()) {
            send(channel);
            StringBuilder head = new StringBuilder();
            long come = 0;
            int end = -1;
            while (end < 0) {
                read.clear();
                int more = channel.read(read);
                if (more < 0) {
                    throw new IOException("no answer");
                }
                come += more;
                read.flip();
                head.append(StandardCharsets.ISO_8859_1.decode(read));
                end = head.indexOf("\r\n\r\n");
            }
            String text = head.substring(0, end).toLowerCase(Locale.ROOT);
            Matcher length = LENGTH.matcher(text);
            if (!text.startsWith("http/1.1 200") || !length.find()) {
                throw new IOException("not an answer of known length: " + text.lines().findFirst().orElse(""));
            }
            return Math.max(come, end + 4 + Long.parseLong(length.group(1)));
        }
    }
}
