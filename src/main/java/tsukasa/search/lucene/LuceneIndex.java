package tsukasa.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsukasa.search.Applied;
import tsukasa.search.IndexRole;
import tsukasa.search.SearchAnswer;
import tsukasa.search.SearchBatch;
import tsukasa.search.SearchField;
import tsukasa.search.SearchIndex;
import tsukasa.search.SearchOutcome;
import tsukasa.search.SearchQuestion;
import tsukasa.search.SearchShape;

/// The index of one collection in its folder.
final class LuceneIndex implements SearchIndex, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);
    private static final long LOOK_EVERY_NANOS = 300_000_000;
    private static final int BULK = 1_000;
    private static final int MOST_PARTS = 40;
    private final SearchShape shape;
    private final Fields fields;
    private final Asking asking;
    private final Folder folder;
    private final Filling filling;
    private final BesideValues beside = new BesideValues();
    private final ReentrantLock writing = new ReentrantLock();
    final LongAdder searches = new LongAdder();
    final LongAdder nanos = new LongAdder();
    private @Nullable IndexWriter writer;
    /// The mark of what is taken in and not yet kept; 0 when there is nothing of the kind.
    private long gathered;
    /// How many documents that is.
    private int waiting;
    private volatile @Nullable Snapshot current;
    private volatile long looked;
    private volatile boolean closed;

    LuceneIndex(SearchShape shape, Path path) {
        this.shape = shape;
        this.fields = new Fields(shape);
        this.asking = new Asking(shape, fields);
        this.folder = new Folder(path, shape.digest() + "/" + Analysis.VERSION, fields);
        this.filling = new Filling(fields);
        boolean proper = folder.endedProperly();
        role();
        if (!proper) {
            Thread.ofPlatform().daemon().name("search-check-" + shape.name()).start(this::readThrough);
        }
    }

    @Override
    public SearchShape shape() {
        return shape;
    }

    @Override
    public IndexRole role() {
        writing.lock();
        try {
            if (writer == null && !closed) {
                writer = folder.write();
                refresh();
            }
            return writer == null ? IndexRole.READING : IndexRole.WRITING;
        } catch (IOException e) {
            LOG.warn("the search index {} cannot be opened: {}", shape.name(), e.toString());
            return IndexRole.READING;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public long mark() {
        if (role() == IndexRole.WRITING) {
            Snapshot now = current;
            if (now == null || isGone(now)) {
                recover("files are missing");
            }
        }
        return reading(snapshot -> snapshot.mark, 0L);
    }

    @Override
    public long documents() {
        return reading(snapshot -> (long) snapshot.reader.numDocs(), 0L);
    }

    @Override
    public Applied apply(SearchBatch batch, long mark) {
        writing.lock();
        try {
            long before = mark();
            IndexWriter open = writer;
            if (open == null) {
                return new Applied.NotWriting();
            }
            if (mark <= before) {
                return new Applied.Outrun(before);
            }
            filling.put(open, batch);
            return committed(open, mark, true);
        } catch (IOException | RuntimeException e) {
            return lost(e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Applied gather(SearchBatch batch, long from, long mark) {
        writing.lock();
        try {
            long kept = mark();
            long before = Math.max(kept, gathered);
            IndexWriter open = writer;
            if (open == null) {
                return new Applied.NotWriting();
            }
            if (from != before) {
                return from < before ? new Applied.Outrun(before) : new Applied.Lost(kept);
            }
            folder.gathers(open, true);
            filling.put(open, batch);
            gathered = mark;
            waiting += batch.puts().size();
            return new Applied.Gathered(mark);
        } catch (IOException | RuntimeException e) {
            return lost(e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void prepare() {
        filling.prepare();
    }

    @Override
    public Applied keep(long mark) {
        writing.lock();
        try {
            long kept = mark();
            IndexWriter open = writer;
            if (open == null) {
                return new Applied.NotWriting();
            }
            return gathered == mark ? committed(open, mark, !bulk()) : new Applied.Lost(kept);
        } catch (IOException | RuntimeException e) {
            return lost(e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Applied rebuild() {
        writing.lock();
        try {
            IndexWriter open = role() == IndexRole.WRITING ? writer : null;
            if (open == null) {
                return new Applied.NotWriting();
            }
            open.deleteAll();
            return committed(open, 0, true);
        } catch (IOException | RuntimeException e) {
            return lost(e);
        } finally {
            writing.unlock();
        }
    }

    /// Much at once makes few, large parts: putting them together can wait for the next small change.
    private boolean bulk() {
        return waiting >= BULK && reading(snapshot -> snapshot.reader.leaves().size(), 0) < MOST_PARTS;
    }

    private Applied committed(IndexWriter open, long mark, boolean merging) throws IOException {
        folder.gathers(open, !merging);
        folder.commit(open, mark);
        folder.gathers(open, false);
        gathered = 0;
        waiting = 0;
        refresh();
        return new Applied.Done(mark);
    }

    private Applied lost(Exception e) {
        recover(e.toString());
        return new Applied.Lost(reading(snapshot -> snapshot.mark, 0L));
    }

    @Override
    public SearchOutcome search(SearchQuestion question) {
        long begun = System.nanoTime();
        SearchOutcome nothing = new SearchAnswer(0, true, List.of(), List.of(), null, false, 0, 0);
        try {
            return reading(snapshot -> new Answering(shape, asking, snapshot, question).answer(), nothing);
        } finally {
            searches.increment();
            nanos.add(System.nanoTime() - begun);
        }
    }

    @Override
    public List<Suggestion> suggest(String field, String beginning, int atMost) {
        if (!shape.field(field, SearchField.Keyword.class).suggested()) {
            throw new IllegalArgumentException(field + " is not suggested");
        }
        return reading(
                snapshot -> new Completing(shape, fields, snapshot).suggest(field, beginning, atMost), List.of());
    }

    @Override
    public Optional<String> didYouMean(SearchQuestion question) {
        Optional<String> mended =
                reading(snapshot -> new Completing(shape, fields, snapshot).mend(question.text()), Optional.empty());
        return mended.filter(
                text -> search(question.saying(text).unexplained().page(0, 0)) instanceof SearchAnswer answer
                        && answer.total() > 0);
    }

    private interface Reading<T> {
        T of(Snapshot snapshot) throws IOException;
    }

    private <T> T reading(Reading<T> reading, T nothing) {
        Snapshot snapshot = newest();
        while (snapshot != null && !snapshot.take()) {
            snapshot = current;
        }
        if (snapshot == null) {
            return nothing;
        }
        try {
            return reading.of(snapshot);
        } catch (UncheckedIOException | IOException e) {
            recover(e.toString());
            return nothing;
        } finally {
            giveBack(snapshot);
        }
    }

    /// Whoever only reads looks now and then whether the writer has come further.
    private @Nullable Snapshot newest() {
        if (System.nanoTime() - looked > LOOK_EVERY_NANOS && writing.tryLock()) {
            try {
                if (writer == null && !closed) {
                    refresh();
                }
            } finally {
                writing.unlock();
            }
        }
        return current;
    }

    private void refresh() {
        looked = System.nanoTime();
        Snapshot before = current;
        try {
            DirectoryReader newer = before == null ? null : DirectoryReader.openIfChanged(before.reader);
            if (before == null || newer != null) {
                show(newer == null ? DirectoryReader.open(folder.directory()) : newer);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("nothing to be read in {}", shape.name(), e);
            hide();
        }
    }

    private void show(DirectoryReader reader) throws IOException {
        if (folder.isOurs(reader)) {
            Snapshot before = current;
            current = new Snapshot(reader, folder.mark(reader), beside);
            giveBack(before);
        } else {
            reader.close();
            hide();
        }
    }

    private void hide() {
        Snapshot before = current;
        current = null;
        giveBack(before);
    }

    private void recover(String why) {
        writing.lock();
        try {
            LOG.warn("the search index {} is opened again: {}", shape.name(), why);
            abandon();
            hide();
            role();
        } finally {
            writing.unlock();
        }
    }

    private void readThrough() {
        try {
            Snapshot snapshot = current;
            if (snapshot != null && snapshot.take()) {
                try {
                    Folder.readThrough(snapshot.reader);
                } finally {
                    snapshot.giveBack();
                }
            }
        } catch (IOException | RuntimeException damaged) {
            discard(damaged);
        }
    }

    private void discard(Exception damaged) {
        writing.lock();
        try {
            if (role() == IndexRole.WRITING) {
                abandon();
                hide();
                folder.spoil();
                recover(damaged.toString());
            }
        } catch (IOException e) {
            LOG.warn("the search index {} is damaged and cannot be removed: {}", shape.name(), e.toString());
        } finally {
            writing.unlock();
        }
    }

    private void abandon() {
        IndexWriter open = writer;
        writer = null;
        gathered = 0;
        waiting = 0;
        if (open != null) {
            try {
                open.rollback();
            } catch (IOException | RuntimeException e) {
                LOG.debug("nothing to be saved of {}", shape.name(), e);
            }
        }
    }

    private boolean isGone(Snapshot snapshot) {
        try {
            return !folder.isThere(snapshot.reader);
        } catch (IOException e) {
            return true;
        }
    }

    private static void giveBack(@Nullable Snapshot snapshot) {
        try {
            if (snapshot != null) {
                snapshot.giveBack();
            }
        } catch (IOException e) {
            LOG.debug("a reader did not close", e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            boolean wrote = writer != null;
            abandon();
            hide();
            filling.close();
            if (wrote) {
                folder.endProperly();
            }
        } catch (IOException e) {
            LOG.debug("the search index {} is checked at the next start", shape.name(), e);
        } finally {
            writing.unlock();
        }
    }
}
