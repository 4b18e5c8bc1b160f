package tsukasa.search.lucene;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Settings;
import tsukasa.search.SearchIndex;
import tsukasa.search.SearchIndexes;
import tsukasa.search.SearchShape;

/// The indexes under `search/` in the data folder.
@Component
class LuceneIndexes implements SearchIndexes {
    private final Path folder;
    private final ObjectProvider<MeterRegistry> meters;
    private final Map<String, LuceneIndex> open = new ConcurrentHashMap<>();

    @Autowired
    LuceneIndexes(Settings settings, ObjectProvider<MeterRegistry> meters) {
        this(settings.dataDir(), meters);
    }

    /// Unmeasured.
    LuceneIndexes(Path data) {
        this(data, new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class));
    }

    private LuceneIndexes(Path data, ObjectProvider<MeterRegistry> meters) {
        this.folder = data.resolve("search");
        this.meters = meters;
    }

    @Override
    public SearchIndex open(SearchShape shape) {
        LuceneIndex index = open.computeIfAbsent(shape.name(), name -> measured(shape, folder.resolve(name)));
        if (!index.shape().equals(shape)) {
            throw new IllegalStateException("the collection " + shape.name() + " is open with another shape");
        }
        return index;
    }

    private LuceneIndex measured(SearchShape shape, Path place) {
        LuceneIndex index = new LuceneIndex(shape, place);
        meters.ifAvailable(registry -> FunctionTimer.builder(
                        "tsukasa.search.searches",
                        index,
                        searched -> searched.searches.sum(),
                        searched -> searched.nanos.sum(),
                        TimeUnit.NANOSECONDS)
                .description("Searches of a collection, and how long they took")
                .tag("collection", shape.name())
                .register(registry));
        return index;
    }

    @PreDestroy
    void close() {
        open.values().forEach(LuceneIndex::close);
        open.clear();
    }
}
