package tsukasa.myjvn.feeds;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import tsukasa.kernel.Sha256;

/// A file while it is written: compressed on its way, beside those that are read, and only named when it is whole.
final class FreshFile implements AutoCloseable {
    private static final int LEVEL = 5;
    private final Path folder;
    private final Path unfinished;
    private final MessageDigest digest;
    private final Counted plain;

    FreshFile(Path folder, String path) throws IOException {
        this.folder = folder;
        this.unfinished = Files.createTempFile(folder, path.substring(path.lastIndexOf('/') + 1), ".new");
        this.digest = Sha256.digest();
        this.plain = new Counted(new DigestOutputStream(
                new Packing(new BufferedOutputStream(Files.newOutputStream(unfinished))), digest));
    }

    OutputStream out() {
        return plain;
    }

    Kept keep(String path, String madeOf, Instant now) throws IOException {
        plain.close();
        String sha256 = Sha256.hex(digest);
        String name = path.substring(1).replace('/', '-') + "-" + sha256.substring(0, 16) + ".gz";
        long packed = Files.size(unfinished);
        Files.move(
                unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Kept(path, name, madeOf, sha256, plain.size, packed, now);
    }

    /// What was not kept is gone.
    @Override
    public void close() throws IOException {
        plain.close();
        Files.deleteIfExists(unfinished);
    }

    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out, 65_536);
            def.setLevel(LEVEL);
        }
    }

    private static final class Counted extends FilterOutputStream {
        private long size;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
        }
    }
}
