package tsukasa.backup.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import tsukasa.backup.archive.Manifest.Migration;
import tsukasa.backup.archive.Manifest.Sequence;
import tsukasa.kernel.database.OpenDatabase;

/// One state of the whole database, seen while others go on writing.
final class SnapshotStore implements AutoCloseable {
    /// Held by whoever takes a backup; who takes files off the disk holds it shared, so none goes meanwhile.
    private static final String KEEP_FILES = "select pg_advisory_lock(7544)";

    private static final String HISTORY = "flyway_schema_history";

    /// Whoever gets hold of a backup must not get hold of sessions.
    private static final String SESSIONS = "spring_session";

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name, a.attname as col
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                   and not a.attisdropped and a.attgenerated = ''
             where c.relkind = 'r' and n.nspname not in ('public', 'information_schema') and n.nspname not like 'pg\\_%'
             order by 1, a.attnum
            """;

    private static final String SEQUENCES = """
            select format('%I.%I', schemaname, sequencename) as name from pg_catalog.pg_sequences
             where schemaname not in ('public', 'information_schema') order by 1
            """;

    private final Connection connection;

    private SnapshotStore(Connection connection) {
        this.connection = connection;
    }

    /// Files stay where they are from here on; the state is that of the first look.
    static SnapshotStore of(OpenDatabase database) throws SQLException {
        Connection connection = database.source().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(KEEP_FILES);
            statement.execute("set row_security = off");
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return new SnapshotStore(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// The moment whose state this is.
    String moment() throws SQLException {
        return texts("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
                .getFirst();
    }

    /// Every table with its columns, but for what a backup leaves out.
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.computeIfAbsent(row.getString("name"), _ -> new ArrayList<>())
                        .add(row.getString("col"));
            }
        }
        tables.keySet().removeIf(name -> name.contains(SESSIONS));
        return tables;
    }

    /// @return how many rows
    long copy(String table, List<String> columns, OutputStream out) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table + quoted(columns) + " to stdout", out);
        } catch (SQLException e) {
            throw new IOException("table " + table + ": " + e.getMessage(), e);
        }
    }

    static String quoted(List<String> columns) {
        return columns.stream()
                .map(column -> "\"" + column.replace("\"", "\"\"") + "\"")
                .collect(java.util.stream.Collectors.joining(", ", " (", ")"));
    }

    /// They belong to no snapshot: read after the rows, they are never behind them.
    List<Sequence> sequences() throws SQLException {
        List<Sequence> found = new ArrayList<>();
        for (String name : texts(SEQUENCES)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                found.add(new Sequence(name, row.getLong("last_value"), row.getBoolean("is_called")));
            }
        }
        return found;
    }

    /// How far each module's tables have come.
    List<Migration> migrations() throws SQLException {
        List<Migration> found = new ArrayList<>();
        for (String history : texts("select tablename from pg_catalog.pg_tables where schemaname = 'public'"
                + " and tablename like '" + HISTORY + "%' order by 1")) {
            String module = history.equals(HISTORY) ? "__root" : history.substring(HISTORY.length() + 1);
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("select version, coalesce(checksum, 0) as checksum from public.\""
                                    + history + "\" where success and type = 'SQL' order by installed_rank")) {
                while (row.next()) {
                    found.add(new Migration(module, history, row.getString("version"), row.getInt("checksum")));
                }
            }
        }
        return found;
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
