package tsukasa.scheme.definition;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Settings;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;

/// The newest version of each scheme. A faulty folder is reported and never keeps the others from running.
@Component
class DefinitionShelf implements Schemes {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionShelf.class);
    private final DefinitionStore store;
    private final Map<String, Scheme> newest = new HashMap<>();
    private final Map<String, Scheme> older = new ConcurrentHashMap<>();

    DefinitionShelf(DefinitionStore store, Settings settings, Clock clock) {
        this.store = store;
        Stream.concat(
                        DefinitionFolders.shipped().stream(),
                        DefinitionFolders.in(settings.dataDir().resolve("schemes.d")).stream())
                .forEach(reading -> take(reading, clock));
    }

    private void take(Reading reading, Clock clock) {
        switch (reading) {
            case Reading.Faulty(var folder, var problems) ->
                problems.forEach(problem -> LOG.error("the scheme in {} does not run: {}", folder, problem));
            case Reading.Sound(var scheme, var source) -> {
                String kept = store.record(scheme.id(), scheme.version(), scheme.digest(), source, clock.instant());
                if (kept.equals(scheme.digest())) {
                    newest.merge(scheme.id(), scheme, (a, b) -> a.version() >= b.version() ? a : b);
                } else {
                    LOG.error(
                            "the scheme {} was changed without a new version: count up «version» in its scheme.yaml; "
                                    + "version {} stays as it was recorded",
                            scheme.id(),
                            scheme.version());
                    version(scheme.id(), scheme.version()).ifPresent(old -> newest.putIfAbsent(old.id(), old));
                }
            }
        }
    }

    @Override
    public List<Scheme> all() {
        return newest.values().stream()
                .sorted(java.util.Comparator.comparing(Scheme::id))
                .toList();
    }

    @Override
    public Optional<Scheme> find(String id) {
        return Optional.ofNullable(newest.get(id));
    }

    @Override
    public Optional<Scheme> version(String id, int version) {
        Scheme current = newest.get(id);
        if (current != null && current.version() == version) {
            return Optional.of(current);
        }
        String key = id + " " + version;
        Scheme known = older.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Scheme> read = store.version(id, version).flatMap(DefinitionShelf::again);
        read.ifPresent(scheme -> older.put(key, scheme));
        return read;
    }

    /// A recorded source is JSON, which is YAML as well.
    private static Optional<Scheme> again(DefinitionStore.Recorded recorded) {
        JsonNode source = JsonMapper.shared().readTree(recorded.source());
        DefinitionReader reader = new DefinitionReader(
                "the database",
                name -> Optional.of((name.equals(DefinitionReader.ENTRY) ? source.path("scheme") : source.path("form"))
                        .toString()));
        return reader.read() instanceof Reading.Sound sound ? Optional.of(sound.scheme()) : Optional.empty();
    }
}
