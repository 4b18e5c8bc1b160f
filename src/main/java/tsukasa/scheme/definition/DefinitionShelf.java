package tsukasa.scheme.definition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
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
import tsukasa.kernel.StartNote;
import tsukasa.kernel.Text;
import tsukasa.scheme.DefinitionProblem;
import tsukasa.scheme.Scheme;
import tsukasa.scheme.Schemes;

/// The newest version of each scheme. A faulty folder is reported and never keeps the others from running.
@Component
class DefinitionShelf implements Schemes, StartNote {
    private static final Logger LOG = LoggerFactory.getLogger(DefinitionShelf.class);
    private final DefinitionStore store;
    private final Map<String, Scheme> newest = new HashMap<>();
    private final Map<String, Scheme> older = new ConcurrentHashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    DefinitionShelf(DefinitionStore store, Settings settings, Clock clock) {
        this.store = store;
        Stream.concat(
                        DefinitionFolders.shipped().stream(),
                        DefinitionFolders.in(settings.dataDir().resolve("schemes.d")).stream())
                .forEach(reading -> take(reading, clock));
        newest.values()
                .forEach(scheme ->
                        store.handledBy(scheme.id(), scheme.department().orElse(null)));
    }

    private void take(Reading reading, Clock clock) {
        switch (reading) {
            case Reading.Faulty(var folder, var problems) -> refuse(new Refused(folder, problems));
            case Reading.Sound sound -> take(sound, clock);
        }
    }

    private void take(Reading.Sound sound, Clock clock) {
        Scheme scheme = sound.scheme();
        Optional<DefinitionProblem> clash = clash(scheme);
        if (clash.isPresent()) {
            refuse(new Refused(sound.folder(), List.of(clash.get())));
            return;
        }
        int before = store.newest(scheme.id());
        Optional<Scheme> running = version(scheme.id(), before);
        if (scheme.confidential() && running.filter(now -> !now.confidential()).isPresent()) {
            refuse(new Refused(sound.folder(), List.of(shutTooLate(scheme, before))));
            running.ifPresent(this::add);
            return;
        }
        String kept = before > scheme.version()
                ? store.version(scheme.id(), scheme.version())
                        .map(DefinitionStore.Recorded::digest)
                        .orElse("")
                : store.record(scheme.id(), scheme.version(), scheme.digest(), sound.source(), clock.instant());
        if (!kept.equals(scheme.digest())) {
            refuse(new Refused(sound.folder(), List.of(changed(scheme, before))));
            version(scheme.id(), Math.max(before, 1)).ifPresent(this::add);
        } else {
            add(scheme);
        }
    }

    private void add(Scheme scheme) {
        newest.merge(scheme.id(), scheme, (a, b) -> a.version() >= b.version() ? a : b);
    }

    /// Case numbers say which scheme they belong to.
    private Optional<DefinitionProblem> clash(Scheme scheme) {
        return newest.values().stream()
                .filter(other ->
                        !other.id().equals(scheme.id()) && other.prefix().equals(scheme.prefix()))
                .findFirst()
                .map(other -> new DefinitionProblem(
                        DefinitionReader.ENTRY,
                        0,
                        Text.of(
                                "番号の頭文字 " + scheme.prefix() + " は、制度 " + other.id() + " が使っています",
                                "the numbers of the scheme " + other.id() + " begin with " + scheme.prefix()
                                        + " already"),
                        Text.of("number を別の文字にしてください", "give «number» other letters")));
    }

    private static DefinitionProblem changed(Scheme scheme, int before) {
        return new DefinitionProblem(
                DefinitionReader.ENTRY,
                0,
                Text.of(
                        "制度 %s の第%d版は、すでに使われた版と内容が違います".formatted(scheme.id(), scheme.version()),
                        "version %d of the scheme %s is not what it was when it was used"
                                .formatted(scheme.version(), scheme.id())),
                Text.of(
                        "version を %d にしてください。それまでは第%d版のまま動きます".formatted(before + 1, before),
                        "set «version» to %d; until then version %d goes on running".formatted(before + 1, before)));
    }

    /// Cases that came before would stay open to the department, and what the register published would stay published.
    private static DefinitionProblem shutTooLate(Scheme scheme, int before) {
        return new DefinitionProblem(
                DefinitionReader.ENTRY,
                0,
                Text.of(
                        "制度 %s は秘密でない制度として始まったので、途中から秘密にはできません".formatted(scheme.id()),
                        "the scheme %s began as one that is not confidential, and cannot become so"
                                .formatted(scheme.id())),
                Text.of(
                        "別の scheme の名前で新しい制度にしてください。今ある案件は、画面で担当者だけに限れます。それまでは第%d版のまま動きます".formatted(before),
                        "make a new scheme under another name; cases there are can be restricted to their handlers one by one;"
                                + " until then version %d goes on running".formatted(before)));
    }

    private void refuse(Refused folder) {
        refused.add(folder);
        folder.problems().forEach(problem -> LOG.error("the scheme in {} does not run: {}", folder.folder(), problem));
    }

    @Override
    public List<Scheme> all() {
        return newest.values().stream().sorted(Comparator.comparing(Scheme::id)).toList();
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

    @Override
    public List<Refused> refused() {
        return List.copyOf(refused);
    }

    @Override
    public List<Text> lines() {
        return refused.stream()
                .map(folder -> {
                    DefinitionProblem first = folder.problems().getFirst();
                    return Text.of(
                            "動いていない制度：" + folder.folder() + "　" + first.in(tsukasa.kernel.Language.JA),
                            "A scheme does not run: " + folder.folder() + " " + first.in(tsukasa.kernel.Language.EN));
                })
                .toList();
    }
}
