package tsukasa.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// The database of a data folder, for jobs of the command line: the operator's own if one is set, that of the running
/// platform if one runs, else the embedded one, started for as long as this is open.
public final class OpenDatabase implements AutoCloseable {
    private static final int LINE_OF_PORT = 3;
    private final DataSource source;
    private final Optional<EmbeddedDatabase> started;

    private OpenDatabase(DataSource source, Optional<EmbeddedDatabase> started) {
        this.source = source;
        this.started = started;
    }

    /// Says in a [StartFailure] what stands in the way.
    public static OpenDatabase of(Path data) {
        Properties settings = settings(data);
        String own = setting(settings, "TSUKASA_DATABASE_URL", "tsukasa.database-url", "");
        if (!own.isBlank()) {
            return checked(source(
                    own,
                    setting(settings, "TSUKASA_DATABASE_USER", "tsukasa.database-user", "tsukasa"),
                    setting(settings, "TSUKASA_DATABASE_PASSWORD", "tsukasa.database-password", "")));
        }
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw noData(data);
        }
        try {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(data);
            return new OpenDatabase(source(embedded.url(), "postgres", ""), Optional.of(embedded));
        } catch (DataFolderInUse running) {
            return checked(source(urlOfRunning(data), "postgres", ""));
        }
    }

    public DataSource source() {
        return source;
    }

    private static OpenDatabase checked(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.isValid(5);
            return new OpenDatabase(source, Optional.empty());
        } catch (SQLException e) {
            throw new StartFailure(
                    Text.of("データベースに接続できません: " + e.getMessage(), "The database does not answer: " + e.getMessage()),
                    Text.of(
                            "起動中か停止中であれば、少し待ってからもう一度試してください。",
                            "If the platform is starting or stopping, try again in a moment."),
                    e);
        }
    }

    private static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("tsukasa-command");
        source.setConnectTimeout(5);
        return source;
    }

    private static String urlOfRunning(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            int port = Integer.parseInt(lines.get(LINE_OF_PORT).strip());
            return "jdbc:postgresql://127.0.0.1:" + port + "/tsukasa";
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new StartFailure(
                    Text.of(
                            data + " を使っている Tsukasa は、起動中か停止中です。",
                            "The Tsukasa that runs on " + data + " is starting or stopping."),
                    Text.of("少し待ってからもう一度試してください。", "Try again in a moment."),
                    e);
        }
    }

    private static StartFailure noData(Path data) {
        return new StartFailure(
                Text.of(data + " はデータフォルダーではありません。", data + " is no data folder."),
                Text.of("--data DIR で指定してください。", "Name it with --data DIR."),
                null);
    }

    private static Properties settings(Path data) {
        Properties settings = new Properties();
        Path file = data.resolve("tsukasa.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new StartFailure(
                        Text.of(file + " を読めません。", file + " cannot be read."),
                        Text.of("ファイルの権限と内容を確かめてください。", "Check its permissions and its content."),
                        e);
            }
        }
        return settings;
    }

    private static String setting(Properties settings, String variable, String name, String otherwise) {
        String environment = System.getenv(variable);
        return environment != null ? environment : settings.getProperty(name, otherwise);
    }

    @Override
    public void close() {
        started.ifPresent(EmbeddedDatabase::close);
    }
}
