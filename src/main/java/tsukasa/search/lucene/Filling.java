package tsukasa.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import tsukasa.search.SearchBatch;
import tsukasa.search.SearchDocument;

/// Puts documents into an index; many at once with two threads, since taking text apart is most of the work.
final class Filling implements AutoCloseable {
    private static final int MANY = 200;
    private final Fields fields;
    private final ExecutorService second = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-filling").factory());

    Filling(Fields fields) {
        this.fields = fields;
    }

    void put(IndexWriter writer, SearchBatch batch) throws IOException {
        put(writer, batch.puts());
        for (String removed : batch.removals()) {
            writer.deleteDocuments(new Term(Fields.ID, removed));
        }
    }

    private void put(IndexWriter writer, List<SearchDocument> documents) throws IOException {
        if (documents.size() < MANY) {
            fill(writer, documents);
            return;
        }
        List<SearchDocument> ours = new ArrayList<>();
        List<SearchDocument> theirs = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            (i % 2 == 0 ? ours : theirs).add(documents.get(i));
        }
        Callable<Void> rest = () -> {
            fill(writer, theirs);
            return null;
        };
        Future<Void> other = second.submit(rest);
        try {
            fill(writer, ours);
        } finally {
            await(other);
        }
    }

    /// Dictionaries are read and code is compiled while nothing else is to be done here.
    void prepare() {
        second.execute(fields::prepare);
    }

    private void fill(IndexWriter writer, List<SearchDocument> documents) throws IOException {
        for (SearchDocument document : documents) {
            writer.updateDocument(new Term(Fields.ID, document.id()), fields.document(document));
        }
    }

    private static void await(Future<Void> other) throws IOException {
        try {
            other.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            other.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        second.shutdownNow();
    }
}
