package tsukasa.files.keeping;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import tsukasa.kernel.Sha256;

/// Fails before it gives out the last piece of a content that is not what was kept, so that nobody takes it for whole.
final class CheckedContent extends FilterInputStream {
    private final MessageDigest digest = Sha256.digest();
    private final long size;
    private final String sha256;
    private long given;

    CheckedContent(InputStream in, long size, String sha256) {
        super(in);
        this.size = size;
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
            given += read;
            if (given > size || given == size && !Sha256.hex(digest).equals(sha256)) {
                throw new IOException("the content of " + sha256 + " is not what was kept");
            }
        } else if (read < 0 && given < size) {
            throw new IOException("the content of " + sha256 + " ends early");
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 65_536)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
