package tsukasa.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of an index. It is held by whoever writes, until that process ends, however it ends.
final class Folder {
    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    private static final String LOCK = IndexWriter.WRITE_LOCK_NAME;
    /// There when whoever wrote last ended properly: nothing can have been lost.
    private static final String WHOLE = "whole";
    private static final String MARK = "mark";
    private static final String SHAPE = "shape";
    private static final double BUFFER = 64;
    private static final double LARGE_BUFFER = 128;
    private static final MergePolicy MERGING =
            new TieredMergePolicy().setFloorSegmentMB(16).setSegmentsPerTier(8);
    private final Path path;
    private final Fields fields;
    private final String shape;

    Folder(Path path, String shape, Fields fields) {
        this.path = path;
        this.shape = shape;
        this.fields = fields;
    }

    Directory directory() throws IOException {
        Files.createDirectories(path);
        return new MMapDirectory(path);
    }

    /// A writer on what is there, or on nothing if that is damaged or of another shape; absent when another holds it.
    @Nullable
    IndexWriter write() throws IOException {
        Directory directory = directory();
        try {
            directory.obtainLock(LOCK).close();
            IndexWriter writer = usable(directory) ? onWhatIsThere(directory) : null;
            return writer == null ? anew(directory) : writer;
        } catch (LockObtainFailedException held) {
            directory.close();
            return null;
        }
    }

    private @Nullable IndexWriter onWhatIsThere(Directory directory) throws IOException {
        try {
            IndexWriter writer = new IndexWriter(directory, configured());
            Files.deleteIfExists(path.resolve(WHOLE));
            return writer;
        } catch (LockObtainFailedException held) {
            throw held;
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("the search index {} is damaged ({}) and is made anew", path, damaged.toString());
            return null;
        }
    }

    private boolean usable(Directory directory) {
        try {
            if (!DirectoryReader.indexExists(directory)) {
                return false;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return isOurs(reader);
            }
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("the search index {} is damaged ({}) and is made anew", path, damaged.toString());
            return false;
        }
    }

    private IndexWriter anew(Directory directory) throws IOException {
        try (var _ = directory.obtainLock(LOCK)) {
            empty();
        }
        IndexWriter writer = new IndexWriter(directory, configured());
        // Whoever still reads what was here must see that this is something else.
        writer.advanceSegmentInfosVersion(ThreadLocalRandom.current().nextLong(1L << 32, 1L << 60));
        commit(writer, 0);
        return writer;
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals(LOCK) && Files.isRegularFile(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private IndexWriterConfig configured() {
        ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
        merges.setMaxMergesAndThreads(4, 1);
        return new IndexWriterConfig(fields.analyzer)
                .setRAMBufferSizeMB(BUFFER)
                .setMergeScheduler(merges)
                .setMergePolicy(MERGING)
                .setUseCompoundFile(false)
                .setCommitOnClose(false);
    }

    /// While much is brought, few and large parts are written, and none twice; they are put together afterwards.
    void gathers(IndexWriter writer, boolean much) {
        writer.getConfig()
                .setRAMBufferSizeMB(much ? LARGE_BUFFER : BUFFER)
                .setMergePolicy(much ? NoMergePolicy.INSTANCE : MERGING);
    }

    void commit(IndexWriter writer, long mark) throws IOException {
        writer.setLiveCommitData(Map.of(MARK, Long.toString(mark), SHAPE, shape).entrySet());
        writer.commit();
    }

    boolean isOurs(DirectoryReader reader) throws IOException {
        return shape.equals(reader.getIndexCommit().getUserData().get(SHAPE));
    }

    long mark(DirectoryReader reader) throws IOException {
        return Long.parseLong(reader.getIndexCommit().getUserData().getOrDefault(MARK, "0"));
    }

    boolean isThere(DirectoryReader reader) throws IOException {
        return Files.exists(path.resolve(reader.getIndexCommit().getSegmentsFileName()));
    }

    boolean endedProperly() {
        return Files.exists(path.resolve(WHOLE));
    }

    void endProperly() throws IOException {
        Files.writeString(path.resolve(WHOLE), "");
    }

    /// Damage that only reading everything shows.
    static void readThrough(DirectoryReader reader) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        for (LeafReaderContext leaf : leaves) {
            leaf.reader().checkIntegrity();
        }
    }

    /// Makes what is there unusable, so that it is made anew when it is next opened.
    void spoil() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("segments")) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
