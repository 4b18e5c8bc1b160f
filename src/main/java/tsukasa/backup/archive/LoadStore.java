package tsukasa.backup.archive;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import tsukasa.backup.archive.Manifest.Migration;
import tsukasa.backup.archive.Manifest.Sequence;
import tsukasa.backup.archive.Manifest.Table;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.OpenDatabase;

/// Fills an empty database: tables as far as the backup's program had brought them, rows without triggers, sequences.
final class LoadStore {
    private static final String REFERENCES = """
            select conrelid::regclass::text as child, confrelid::regclass::text as parent
              from pg_catalog.pg_constraint where contype = 'f' and conrelid <> confrelid
            """;

    /// Indexes that only make searching fast. Those behind keys and constraints stay.
    private static final String INDEXES = """
            select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(i.indexrelid) as made
              from pg_catalog.pg_index i
              join pg_catalog.pg_class c on c.oid = i.indexrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where n.nspname not in ('public', 'information_schema') and n.nspname not like 'pg\\_%'
               and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid)
             order by 1
            """;

    private final DataSource source;

    private LoadStore(DataSource source) {
        this.source = source;
    }

    static LoadStore of(OpenDatabase database) {
        return new LoadStore(database.source());
    }

    /// Newer tables are made by the next start, as after any new version.
    void migrate(List<Migration> wanted) throws Damage, SQLException {
        Map<String, List<Migration>> modules = new LinkedHashMap<>();
        wanted.forEach(one ->
                modules.computeIfAbsent(one.module(), _ -> new ArrayList<>()).add(one));
        for (Map.Entry<String, List<Migration>> module : modules.entrySet()) {
            List<Migration> steps = module.getValue();
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/" + module.getKey())
                    .table(steps.getFirst().history())
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .target(MigrationVersion.fromVersion(steps.getLast().version()))
                    .load()
                    .migrate();
            check(module.getKey(), steps);
        }
    }

    private void check(String module, List<Migration> steps) throws Damage, SQLException {
        Map<String, Integer> made = new HashMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select version, coalesce(checksum, 0) as checksum from public.\""
                                + steps.getFirst().history() + "\" where type = 'SQL'")) {
            while (row.next()) {
                made.put(row.getString("version"), row.getInt("checksum"));
            }
        }
        for (Migration step : steps) {
            Integer checksum = made.get(step.version());
            if (checksum == null || checksum != step.checksum()) {
                throw new Damage(Text.of(
                        "この控えは、別の版のプログラムで取られました（" + module + " の表の版 " + step.version() + "）。控えた版か、それより新しい版で戻してください。",
                        "This backup was taken by another version of the program (version " + step.version()
                                + " of the tables of " + module + "). Restore it with that version or a later one."));
            }
        }
    }

    /// @return the names of tables that hold rows already
    List<String> filled(List<Table> tables) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                try (ResultSet row = statement.executeQuery("select exists (select from " + table.name() + ")")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        found.add(table.name());
                    }
                }
            }
        }
        return found;
    }

    /// Where the rows of a table come from.
    @FunctionalInterface
    interface Rows {
        InputStream of(Table table) throws IOException;
    }

    /// All or nothing. Triggers refuse what only a restore does: writing a sealed entry once more. Indexes are made
    /// afterwards, which is faster than keeping them up row by row.
    void load(List<Table> tables, List<Sequence> sequences, Rows rows) throws IOException, SQLException, Damage {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local maintenance_work_mem = '256MB'");
            Map<String, String> indexes = indexes(statement);
            for (String index : indexes.keySet()) {
                statement.execute("drop index " + index);
            }
            for (Table table : inOrder(tables, connection)) {
                load(table, rows, connection, statement);
            }
            for (String made : indexes.values()) {
                statement.execute(made);
            }
            for (Sequence sequence : sequences) {
                set(sequence, connection);
            }
            connection.commit();
        }
        analyze();
    }

    private static Map<String, String> indexes(Statement statement) throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(INDEXES)) {
            while (row.next()) {
                indexes.put(row.getString("name"), row.getString("made"));
            }
        }
        return indexes;
    }

    private static void load(Table table, Rows rows, Connection connection, Statement statement)
            throws IOException, SQLException, Damage {
        try (InputStream in = rows.of(table)) {
            statement.execute("alter table " + table.name() + " disable trigger user");
            long loaded = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + SnapshotStore.quoted(table.columns()) + " from stdin", in);
            statement.execute("alter table " + table.name() + " enable trigger user");
            counted(table, loaded);
        } catch (SQLException e) {
            throw new SQLException("table " + table.name() + ": " + e.getMessage(), e);
        }
    }

    private static void counted(Table table, long rows) throws Damage {
        if (rows != table.rows()) {
            throw new Damage(Text.of(
                    table.name() + " の行数が違います: 控え " + table.rows() + "、戻した数 " + rows,
                    table.name() + " has other rows: " + table.rows() + " in the backup, " + rows + " restored"));
        }
    }

    private static void set(Sequence sequence, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(cast(? as regclass), ?, ?)")) {
            statement.setString(1, sequence.name());
            statement.setLong(2, sequence.last());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    private void analyze() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    /// Counted anew, as somebody who asks the database.
    Map<String, Long> counts(List<Table> tables) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table.name())) {
                    row.next();
                    counts.put(table.name(), row.getLong(1));
                }
            }
        }
        return counts;
    }

    /// Sequences that would give out a number which is taken.
    List<String> sequencesBehind(List<Sequence> sequences) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Sequence sequence : sequences) {
                try (ResultSet row = statement.executeQuery("select last_value from " + sequence.name())) {
                    row.next();
                    if (row.getLong(1) < sequence.last()) {
                        found.add(sequence.name());
                    }
                }
            }
        }
        return found;
    }

    /// What is referred to before what refers to it.
    private static List<Table> inOrder(List<Table> tables, Connection connection) throws SQLException {
        Map<String, Set<String>> parents = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                parents.computeIfAbsent(row.getString("child"), _ -> new HashSet<>())
                        .add(row.getString("parent"));
            }
        }
        Map<String, Table> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        Set<String> order = new LinkedHashSet<>();
        byName.keySet().forEach(name -> visit(name, parents, new HashSet<>(), order));
        return order.stream().filter(byName::containsKey).map(byName::get).toList();
    }

    private static void visit(String name, Map<String, Set<String>> parents, Set<String> open, Set<String> order) {
        if (open.add(name) && !order.contains(name)) {
            parents.getOrDefault(name, Set.of()).forEach(parent -> visit(parent, parents, open, order));
            order.add(name);
        }
    }
}
