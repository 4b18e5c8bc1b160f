package tsukasa.kernel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Gives no more than so many bytes: who asks for the next one is told that it is too much. Around a stream that
/// unpacks,
/// a bomb ends here.
public final class BoundedStream extends FilterInputStream {
    private final long most;
    private long left;

    public BoundedStream(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    public static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
        private final long most;

        private TooMuch(long most) {
            super("more than " + most + " bytes");
            this.most = most;
        }

        public long most() {
            return most;
        }
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    /// What was read would be counted twice.
    @Override
    public boolean markSupported() {
        return false;
    }

    /// Whoever opened what is read closes it.
    @Override
    public void close() {}

    private void count(long bytes) throws TooMuch {
        left -= bytes;
        if (left < 0) {
            throw new TooMuch(most);
        }
    }
}
