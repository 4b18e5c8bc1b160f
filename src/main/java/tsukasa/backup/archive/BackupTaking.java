package tsukasa.backup.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsukasa.backup.archive.BackupFolder.Filled;
import tsukasa.backup.archive.Manifest.Part;
import tsukasa.backup.archive.Manifest.Table;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.OpenDatabase;

/// Writes a backup beside a running platform and reads all of it once more before it gets its name.
final class BackupTaking {
    private final DataFiles source;
    private final boolean keys;
    private final List<Text> warnings = new ArrayList<>();

    BackupTaking(DataFiles source, boolean keys) {
        this.source = source;
        this.keys = keys;
    }

    /// @param warnings what was wrong in the data itself
    record Taken(BackupFolder folder, Manifest manifest, List<Text> warnings) {}

    Taken into(Path target) throws IOException, SQLException, Damage {
        Files.createDirectories(target);
        BackupFolder folder = new BackupFolder(Files.createTempDirectory(target, "unfinished-"));
        Manifest manifest = written(folder);
        folder.seal(manifest);
        List<Text> damages = folder.damages(folder.manifest());
        if (!damages.isEmpty()) {
            throw new Damage(damages.getFirst());
        }
        String name = "tsukasa-" + manifest.takenAt().replaceAll("[-:]", "");
        return new Taken(folder.renamed(name), manifest, warnings);
    }

    /// Rows first, files after: a file that a row names cannot have gone meanwhile.
    private Manifest written(BackupFolder folder) throws IOException, SQLException, Damage {
        try (OpenDatabase database = OpenDatabase.of(source.data());
                SnapshotStore snapshot = SnapshotStore.of(database)) {
            String moment = snapshot.moment();
            Map<String, List<String>> all = snapshot.tables();
            if (all.isEmpty()) {
                throw new Damage(Text.of(
                        "そのデータベースには、まだ何もありません。一度起動してください。",
                        "There is nothing in that database yet. Start the platform once."));
            }
            List<Table> tables = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : all.entrySet()) {
                Filled filled = folder.packed(
                        "tables/" + table.getKey().replace("\"", "") + ".copy.gz",
                        out -> snapshot.copy(table.getKey(), table.getValue(), out));
                tables.add(new Table(table.getKey(), table.getValue(), filled.count(), filled.part()));
            }
            var migrations = snapshot.migrations();
            List<DataFiles.Found> found = source.all();
            List<Part> parts = copied(folder, found);
            return new Manifest(
                    Manifest.FORMAT,
                    moment,
                    migrations,
                    tables,
                    snapshot.sequences(),
                    parts,
                    keys,
                    found.stream()
                            .filter(DataFiles.Found::secret)
                            .map(DataFiles.Found::path)
                            .toList());
        }
    }

    private List<Part> copied(BackupFolder folder, List<DataFiles.Found> found) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (DataFiles.Found file : found) {
            if (file.secret() && !keys) {
                continue;
            }
            try {
                Part part = folder.copied(file.source(), file.path());
                parts.add(part);
                if (!file.hash().isEmpty() && !file.hash().equals(part.sha256())) {
                    warnings.add(Text.of(
                            "データフォルダーの " + file.path() + " は、すでに壊れています。",
                            file.path() + " is damaged in the data folder already."));
                }
            } catch (NoSuchFileException e) {
                warnings.add(
                        Text.of(file.path() + " は、控える間になくなりました。", file.path() + " went while the backup was taken."));
            }
        }
        return parts;
    }
}
