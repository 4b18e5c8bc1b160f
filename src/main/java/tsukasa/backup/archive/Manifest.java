package tsukasa.backup.archive;

import java.util.List;

/// What a backup holds, written last: a folder without it is no backup.
///
/// @param format     of this manifest
/// @param takenAt    the moment whose state it is, by the database
/// @param migrations how far the tables of each module had come
/// @param keys       whether the secret keys and settings are in it
/// @param keyNames   the secret files there were, by name, wherever they are
record Manifest(
        int format,
        String takenAt,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Part> files,
        boolean keys,
        List<String> keyNames) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /// @param history the table in which Flyway keeps it
    record Migration(String module, String history, String version, int checksum) {}

    /// @param name    with its schema, quoted where needed
    /// @param columns in the order in which they lie in the part
    record Table(String name, List<String> columns, long rows, Part part) {}

    record Sequence(String name, long last, boolean called) {}

    /// A file of the backup, `/` between folders.
    record Part(String path, long bytes, String sha256) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    List<Part> parts() {
        return java.util.stream.Stream.concat(tables.stream().map(Table::part), files.stream())
                .toList();
    }
}
