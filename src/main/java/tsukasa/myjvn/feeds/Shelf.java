package tsukasa.myjvn.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Settings;

/// The files in `feeds/` of the data folder, and which of them is found where. A list beside them says it: putting a
/// new list in its place is what makes new files be seen, all at once. Of several processes on one folder one writes.
@Component
class Shelf implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LIST = "list.json";
    private final Path folder;
    private volatile Standing standing = new Standing("", List.of());
    private volatile Map<String, Kept> found = Map.of();
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;
    private long read;

    Shelf(Settings settings) {
        this.folder = settings.dataDir().resolve("feeds");
    }

    /// @param stamp of the database and of all else when everything was up to date; empty while it never was
    record Standing(String stamp, List<Kept> files) {
        Standing {
            files = List.copyOf(files);
        }
    }

    Path folder() {
        return folder;
    }

    Optional<Kept> find(String path) {
        return Optional.ofNullable(found.get(path));
    }

    Collection<Kept> all() {
        return found.values();
    }

    String stamp() {
        return standing.stamp();
    }

    Path file(Kept kept) {
        return folder.resolve(kept.file());
    }

    /// Whether this process may write; what another one wrote is seen from now on.
    synchronized boolean open() throws IOException {
        Files.createDirectories(folder);
        boolean first = lock == null;
        if (first) {
            lock = lock();
        }
        if (first || lock == null) {
            load();
        }
        if (first && lock != null) {
            sweep();
        }
        return lock != null;
    }

    private @Nullable FileLock lock() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(
                    folder.resolve("writer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void load() throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list) || Files.getLastModifiedTime(list).toMillis() == read) {
            return;
        }
        read = Files.getLastModifiedTime(list).toMillis();
        try {
            Standing kept = JSON.readValue(Files.readString(list), Standing.class);
            List<Kept> there = kept.files().stream()
                    .filter(each -> Files.exists(file(each)))
                    .toList();
            show(new Standing(there.size() == kept.files().size() ? kept.stamp() : "", there));
        } catch (JacksonException e) {
            LOG.warn("The list of feed files cannot be read, they are made again: {}", e.getOriginalMessage());
        }
    }

    private void sweep() throws IOException {
        Set<String> known = new HashSet<>(List.of(LIST, "writer.lock"));
        standing.files().forEach(kept -> known.add(kept.file()));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!known.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void show(Standing now) {
        Map<String, Kept> all = new TreeMap<>();
        now.files().forEach(kept -> all.put(kept.path(), kept));
        standing = now;
        found = all;
    }

    /// These take the place of what is found where they are. Whoever reads a former file reads it to its end.
    synchronized void put(Collection<Kept> fresh) throws IOException {
        Map<String, Kept> all = new TreeMap<>(found);
        List<Path> former = new ArrayList<>();
        for (Kept kept : fresh) {
            Kept before = all.put(kept.path(), kept);
            if (before != null && !before.file().equals(kept.file())) {
                former.add(file(before));
            }
        }
        keep(new Standing("", List.copyOf(all.values())));
        for (Path file : former) {
            Files.deleteIfExists(file);
        }
    }

    synchronized void upToDate(String stamp) throws IOException {
        keep(new Standing(stamp, standing.files()));
    }

    private void keep(Standing now) throws IOException {
        Path fresh = Files.createTempFile(folder, "list", ".new");
        Files.writeString(fresh, JSON.writeValueAsString(now));
        Files.move(fresh, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        show(now);
    }

    @Override
    public void destroy() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
