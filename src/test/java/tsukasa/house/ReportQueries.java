package tsukasa.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/// Asks PostgreSQL to describe each report's statement, which it does without running it: a wrong table, column or type
/// comes to light before any reader asks for the report.
final class ReportQueries {
    private final DataSource database;

    ReportQueries(DataSource database) {
        this.database = database;
    }

    /// Every `.sql` file that is no migration.
    static List<Path> files(Path resources) {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !file.startsWith(resources.resolve("db")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What PostgreSQL objects to, or nothing.
    @Nullable
    String objection(String sql) {
        if (!sql.stripLeading().startsWith("--")) {
            return "the first line should be a comment that says what the query answers";
        }
        try {
            return columns(sql).isEmpty() ? "returns no columns" : null;
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private List<String> columns(String sql) throws SQLException {
        String positional =
                NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(positional)) {
            ResultSetMetaData description = statement.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; description != null && i <= description.getColumnCount(); i++) {
                names.add(description.getColumnLabel(i));
            }
            return names;
        }
    }
}
