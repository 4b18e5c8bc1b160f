package tsukasa.advisories.keeping;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Shelf;
import tsukasa.kernel.Settings;
import tsukasa.kernel.Sha256;

/// Keeps the files in `advisories/` of the data folder; they can always be made again, so a new process begins with
/// none. One is made at a time, so that readers of pages do not wait for machines.
@Component
class FileShelf implements Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(FileShelf.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,80}");
    private static final int BUFFER = 1 << 16;
    private final Path folder;
    private final Clock clock;
    private final Map<String, Stock> stocks = new ConcurrentHashMap<>();
    private final Semaphore bench = new Semaphore(1, true);

    FileShelf(Settings settings, Clock clock) {
        this.folder = settings.dataDir()
                .resolve("advisories")
                .resolve(String.valueOf(ProcessHandle.current().pid()));
        this.clock = clock;
        sweep();
    }

    /// What there is of one file.
    private static final class Stock {
        private @Nullable Kept kept;
        private @Nullable Path former;
        private long mark = Long.MIN_VALUE;
        private boolean renewing;
    }

    @Override
    public Kept file(String name, long mark, Maker maker) {
        return kept(name, mark, true, maker);
    }

    @Override
    public Kept whole(String name, long mark, Maker maker) {
        return kept(name, mark, false, maker);
    }

    private Kept kept(String name, long mark, boolean packs, Maker maker) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a file: " + name);
        }
        Stock stock = stocks.computeIfAbsent(name, _ -> new Stock());
        synchronized (stock) {
            if (stock.kept != null && stock.mark == mark) {
                return stock.kept;
            }
            if (stock.kept != null) {
                if (!stock.renewing) {
                    stock.renewing = true;
                    Thread.ofVirtual().name("advisories-" + name).start(() -> renew(stock, name, mark, packs, maker));
                }
                return stock.kept;
            }
            Kept made = make(name, mark, packs, maker);
            stock.kept = made;
            stock.mark = mark;
            return made;
        }
    }

    private void renew(Stock stock, String name, long mark, boolean packs, Maker maker) {
        try {
            Kept made = make(name, mark, packs, maker);
            Path gone;
            synchronized (stock) {
                gone = stock.former;
                stock.former = stock.kept == null ? null : stock.kept.packed();
                stock.kept = made;
                stock.mark = mark;
            }
            if (gone != null && !gone.equals(made.packed())) {
                Files.deleteIfExists(gone);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the file {} could not be made again; the one before is handed out: {}", name, e.toString());
        } finally {
            synchronized (stock) {
                stock.renewing = false;
            }
        }
    }

    /// Made aside and moved to its place whole.
    private Kept make(String name, long mark, boolean packs, Maker maker) {
        bench.acquireUninterruptibly();
        try {
            Files.createDirectories(folder);
            Instant now = clock.instant();
            Path aside = Files.createTempFile(folder, name, ".new");
            MessageDigest digest = Sha256.digest();
            OutputStream file = Files.newOutputStream(aside);
            Counting counting =
                    new Counting(new DigestOutputStream(packs ? new GZIPOutputStream(file, BUFFER) : file, digest));
            try (OutputStream out = new BufferedOutputStream(counting, BUFFER)) {
                maker.write(out);
            }
            String hex = Sha256.hex(digest);
            Path place = folder.resolve(name + "." + mark + "." + hex.substring(0, 8) + (packs ? ".gz" : ""));
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            return new Kept(place, Files.size(place), counting.written, hex, now);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + name + " cannot be made", e);
        } finally {
            bench.release();
        }
    }

    private static final class Counting extends java.io.FilterOutputStream {
        private long written;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written += length;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            written++;
        }
    }

    /// What processes that are gone have left.
    private void sweep() {
        Path all = folder.getParent();
        if (all == null || !Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> left = Files.list(all)) {
            for (Path each : left.toList()) {
                if (gone(each)) {
                    clear(each);
                }
            }
        } catch (IOException e) {
            LOG.warn("old files in {} could not be swept: {}", all, e.toString());
        }
    }

    private static boolean gone(Path each) {
        String pid = String.valueOf(each.getFileName());
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(process ->
                                process.pid() != ProcessHandle.current().pid() && process.isAlive())
                        .isEmpty();
    }

    private static void clear(Path old) throws IOException {
        try (Stream<Path> files = Files.list(old)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(old);
    }
}
