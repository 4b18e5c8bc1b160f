package tsukasa.plan.pack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.stereotype.Component;
import tsukasa.plan.CountingQuery;
import tsukasa.plan.Indicator;
import tsukasa.plan.PackageProblem;
import tsukasa.plan.Plan;
import tsukasa.plan.QueryCheck;
import tsukasa.plan.Threshold;

/// Lets PostgreSQL describe counting queries. Describing parses and resolves names; no row is read.
@Component
final class QueryStore implements QueryCheck {
    private static final List<String> TEXTS = List.of("text", "varchar", "bpchar");
    private static final List<String> WHOLE = List.of("int8", "int4", "int2");
    private static final Map<String, List<String>> TYPES = Map.of(
            "row_id", TEXTS,
            "subject", TEXTS,
            "occurred_on", List.of("date"),
            "dimension", TEXTS,
            "amount", WHOLE,
            "denominator", WHOLE,
            "link", TEXTS,
            "passed", WHOLE,
            "recorded_at", List.of("timestamptz"));

    private final DataSource database;

    QueryStore(DataSource database) {
        this.database = database;
    }

    @Override
    public List<PackageProblem> check(Plan plan) {
        Problems problems = new Problems();
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                for (CountingQuery query : queries(plan)) {
                    check(connection, query, problems);
                    connection.rollback();
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException unreachable) {
            problems.add(
                    Spot.whole("plan.yaml"),
                    "the database cannot be asked about the counting queries",
                    "check that it runs and can be reached, then try again");
        }
        return problems.list();
    }

    private static List<CountingQuery> queries(Plan plan) {
        return plan.indicators().stream()
                .flatMap(QueryStore::queries)
                .distinct()
                .toList();
    }

    private static Stream<CountingQuery> queries(Indicator indicator) {
        return Stream.concat(
                indicator.thresholds().stream().map(Threshold::query),
                indicator.references().stream().flatMap(reference -> reference.query().stream()));
    }

    private static void check(Connection connection, CountingQuery query, Problems problems) throws SQLException {
        NativeStatement statement;
        try {
            statement = NativeStatement.of(query.sql());
        } catch (SqlTokens.Unclosed unclosed) {
            problems.add(
                    Spot.at(query.file(), query.sql(), unclosed.offset()),
                    "something begins here and never ends",
                    "close it");
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement.withMarks())) {
            checkTypes(prepared.getMetaData(), query, problems);
        } catch (PSQLException refused) {
            ServerErrorMessage error = refused.getServerErrorMessage();
            if (error == null) {
                throw refused;
            }
            Spot spot = error.getPosition() > 0
                    ? Spot.at(query.file(), query.sql(), statement.offsetInFile(error.getPosition()))
                    : Spot.whole(query.file());
            problems.add(spot, "PostgreSQL says " + Problems.quote(String.valueOf(error.getMessage())), remedy(error));
        }
    }

    /// Class 42 of the SQLSTATE codes: what is named does not exist, or not so.
    private static String remedy(ServerErrorMessage error) {
        return switch (String.valueOf(error.getSQLState())) {
            case "42P01", "3F000" -> "name a published view that exists, or install the module that publishes it";
            case "42703" -> "name a column that the view has";
            case "42501" -> "let this user read the view";
            default -> "correct the statement";
        };
    }

    private static void checkTypes(ResultSetMetaData columns, CountingQuery query, Problems problems)
            throws SQLException {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            List<String> allowed = TYPES.getOrDefault(name, List.of());
            if (!allowed.contains(columns.getColumnTypeName(i))) {
                problems.add(
                        Spot.whole(query.file()),
                        "the column " + name + " is of type " + columns.getColumnTypeName(i),
                        "return it as " + (allowed.isEmpty() ? "nothing: it is not agreed" : allowed.getFirst()));
            }
        }
    }
}
