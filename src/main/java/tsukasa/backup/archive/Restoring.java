package tsukasa.backup.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tsukasa.backup.archive.Manifest.Part;
import tsukasa.backup.archive.Manifest.Table;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.DataSettings;
import tsukasa.kernel.database.OpenDatabase;

/// Makes a platform of a backup, in a folder that was empty.
final class Restoring {
    /// What may stand in the folder beforehand: where the new database is, and the keys that were kept apart.
    private static final Set<String> MAY_BE_THERE = Set.of(DataSettings.FILE, "keys");

    private static final int NAMED = 20;
    private final BackupFolder backup;
    private final DataFiles target;

    Restoring(BackupFolder backup, Path data) {
        this.backup = backup;
        this.target = DataFiles.of(data);
    }

    /// @param differences tables and sequences that are not as in the backup; empty when all is well
    /// @param missingKeys secret files that there were and that are not in the new folder
    record Restored(Manifest manifest, List<Text> differences, List<String> missingKeys) {}

    Restored restore() throws IOException, SQLException, Damage {
        Manifest manifest = sound();
        empty();
        Path mark = Files.writeString(
                target.data().resolve(OpenDatabase.UNFINISHED_RESTORE),
                "A restore into this folder did not finish. Remove the folder.\n");
        List<Text> differences = loaded(manifest);
        for (Part part : manifest.files()) {
            placed(part);
        }
        Files.delete(mark);
        return new Restored(manifest, differences, missingKeys(manifest));
    }

    /// Nothing is begun with a backup that is damaged.
    private Manifest sound() throws IOException, Damage {
        Manifest manifest = backup.manifest();
        List<Text> damages = backup.damages(manifest);
        if (!damages.isEmpty()) {
            int more = Math.max(0, damages.size() - NAMED);
            String ja = String.join(
                            "\n", damages.stream().limit(NAMED).map(Text::ja).toList())
                    + (more == 0 ? "" : "\nほか" + more + "件");
            String en = String.join(
                            "\n", damages.stream().limit(NAMED).map(Text::en).toList())
                    + (more == 0 ? "" : "\nand " + more + " more");
            throw new Damage(Text.of("控えが壊れているため、戻しません。\n" + ja, "The backup is damaged and is not restored.\n" + en));
        }
        return manifest;
    }

    private void empty() throws IOException, Damage {
        Path data = target.data();
        if (Files.exists(data)) {
            try (Stream<Path> children = Files.list(data)) {
                List<Path> there = children.filter(child ->
                                !MAY_BE_THERE.contains(child.getFileName().toString()))
                        .toList();
                if (!there.isEmpty()) {
                    throw new Damage(Text.of(
                            data + " は空ではありません。新しいフォルダーを指定してください。", data + " is not empty. Name a new folder."));
                }
            }
        }
        Files.createDirectories(data);
    }

    private List<Text> loaded(Manifest manifest) throws IOException, SQLException, Damage {
        try (OpenDatabase database = OpenDatabase.made(target.data())) {
            LoadStore store = LoadStore.of(database);
            store.migrate(manifest.migrations());
            List<String> filled = store.filled(manifest.tables());
            if (!filled.isEmpty()) {
                throw new Damage(Text.of(
                        "そのデータベースは空ではありません（" + filled.getFirst() + " など）。",
                        "That database is not empty (" + filled.getFirst() + ", for one)."));
            }
            store.load(manifest.tables(), manifest.sequences(), this::rows);
            return differences(manifest, store);
        }
    }

    private java.io.InputStream rows(Table table) throws IOException {
        return new GZIPInputStream(
                new BufferedInputStream(
                        Files.newInputStream(backup.place().resolve(table.part().path())), 1 << 17),
                1 << 16);
    }

    private static List<Text> differences(Manifest manifest, LoadStore store) throws SQLException {
        List<Text> differences = new ArrayList<>();
        Map<String, Long> counts = store.counts(manifest.tables());
        for (Table table : manifest.tables()) {
            long now = counts.getOrDefault(table.name(), -1L);
            if (now != table.rows()) {
                differences.add(Text.of(
                        table.name() + ": 控え " + table.rows() + "行、いま " + now + "行",
                        table.name() + ": " + table.rows() + " rows in the backup, " + now + " now"));
            }
        }
        store.sequencesBehind(manifest.sequences())
                .forEach(name ->
                        differences.add(Text.of("連番 " + name + " が遅れています。", "The sequence " + name + " is behind.")));
        return differences;
    }

    private void placed(Part part) throws IOException, Damage {
        Path place = target.placeOf(part.path());
        Files.createDirectories(place.getParent());
        boolean secret = part.path().startsWith("keys/") && !part.path().endsWith(".pub")
                || part.path().equals(DataSettings.FILE);
        if (Files.exists(place) && (secret || part.path().startsWith("keys/"))) {
            return;
        }
        Files.copy(backup.place().resolve(part.path()), place);
        if (secret && Files.getFileStore(place).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
        }
        if (!BackupFolder.hash(place).equals(part.sha256())) {
            throw new Damage(Text.of(part.path() + " を正しく書けませんでした。", part.path() + " was not written as it is."));
        }
    }

    private List<String> missingKeys(Manifest manifest) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String name : manifest.keyNames()) {
            if (!Files.exists(target.placeOf(name))) {
                missing.add(name);
            }
        }
        return missing;
    }
}
