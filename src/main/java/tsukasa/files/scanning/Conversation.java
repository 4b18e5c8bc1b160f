package tsukasa.files.scanning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A connection to clamd, over TCP or a local socket, which never waits for ever.
final class Conversation implements AutoCloseable {
    private static final String LOCAL = "unix:";
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_GO_ON = Duration.ofSeconds(60);
    private static final int LONGEST_ANSWER = 4_096;
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    private Conversation(SocketChannel channel, Selector selector, SelectionKey key) {
        this.channel = channel;
        this.selector = selector;
        this.key = key;
    }

    /// @param where `host:port` or `unix:/path`
    static Conversation with(String where) throws IOException {
        boolean local = where.startsWith(LOCAL);
        SocketChannel channel = local ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        Selector selector = Selector.open();
        Conversation conversation;
        try {
            channel.configureBlocking(false);
            conversation = new Conversation(channel, selector, channel.register(selector, 0));
            if (!channel.connect(
                    local ? UnixDomainSocketAddress.of(where.substring(LOCAL.length())) : network(where))) {
                conversation.await(SelectionKey.OP_CONNECT, TO_CONNECT);
                channel.finishConnect();
            }
        } catch (IOException | RuntimeException e) {
            selector.close();
            channel.close();
            throw e;
        }
        return conversation;
    }

    private static SocketAddress network(String where) throws IOException {
        int colon = where.lastIndexOf(':');
        if (colon < 1 || !where.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IOException("tsukasa.clamav is neither host:port nor unix:/path: " + where);
        }
        InetSocketAddress address =
                new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
        if (address.isUnresolved()) {
            throw new IOException("unknown host " + where);
        }
        return address;
    }

    private void await(int what, Duration longest) throws IOException {
        key.interestOps(what);
        if (selector.select(longest.toMillis()) == 0) {
            throw new SocketTimeoutException("clamd does not answer");
        }
        selector.selectedKeys().clear();
    }

    void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE, TO_GO_ON);
            }
        }
    }

    /// With its length before it.
    void sendPiece(byte[] piece, int length) throws IOException {
        send(ByteBuffer.allocate(4).putInt(length).flip());
        send(ByteBuffer.wrap(piece, 0, length));
    }

    /// Up to the zero byte, or as far as there is one.
    String answer() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (said.size() < LONGEST_ANSWER) {
            int read = channel.read(buffer.clear());
            if (read < 0) {
                break;
            }
            if (read == 0) {
                await(SelectionKey.OP_READ, TO_GO_ON);
                continue;
            }
            said.write(buffer.array(), 0, read);
            if (buffer.get(read - 1) == 0) {
                break;
            }
        }
        return said.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
