package tsukasa.kernel.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// The database of a data folder, for jobs of the command line: the operator's own if one is set, that of the running
/// platform if one runs, else the embedded one, started for as long as this is open.
public final class OpenDatabase implements AutoCloseable {
    /// Stands in a data folder while a backup is restored into it.
    public static final String UNFINISHED_RESTORE = "restore.unfinished";

    private final DataSource source;
    private final Optional<EmbeddedDatabase> started;
    private final @Nullable Connection presence;
    private final @Nullable Path shared;

    /// @param presence shows whoever started the database that it is used, also between two questions
    /// @param shared   the data folder whose database another one has started
    private OpenDatabase(
            DataSource source,
            Optional<EmbeddedDatabase> started,
            @Nullable Connection presence,
            @Nullable Path shared) {
        this.source = source;
        this.started = started;
        this.presence = presence;
        this.shared = shared;
    }

    /// Says in a [StartFailure] what stands in the way.
    public static OpenDatabase of(Path data) {
        Optional<DataSource> own = own(data);
        if (own.isPresent()) {
            return checked(own.get());
        }
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw noData(data);
        }
        return embeddedOrShared(data, null);
    }

    /// An empty one, to be filled from a backup: the operator's own, or a new embedded one.
    public static OpenDatabase made(Path data) {
        Optional<DataSource> own = own(data);
        if (own.isPresent()) {
            return checked(own.get());
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.make(data).endingWithProgram();
        return new OpenDatabase(source(embedded.url()), Optional.of(embedded), null, null);
    }

    /// One with every table of this version: made if there is none. A running platform has seen to that itself.
    public static OpenDatabase ready(Path data) {
        Optional<DataSource> own = own(data);
        OpenDatabase database =
                own.isPresent() ? checked(own.get()) : embeddedOrShared(data, NewMigrations.ofThisVersion());
        if (own.isPresent() || database.started.isPresent()) {
            ApplicationRole.prepare(
                    database.source, own.isPresent() ? ApplicationRole.Way.STEPS_DOWN : ApplicationRole.Way.SIGNS_IN);
            NewMigrations.run(database.source);
        }
        return database;
    }

    private static OpenDatabase embeddedOrShared(Path data, @Nullable String migrations) {
        return new SharedDatabase(data, migrations).await(() -> embedded(data), ready -> shared(data, ready));
    }

    private static OpenDatabase shared(Path data, SharedDatabase.Ready ready) {
        return new OpenDatabase(ready.source(), Optional.empty(), ready.presence(), data);
    }

    private static OpenDatabase embedded(Path data) {
        EmbeddedDatabase embedded = EmbeddedDatabase.start(data).endingWithProgram();
        return new OpenDatabase(source(embedded.url()), Optional.of(embedded), null, null);
    }

    private static Optional<DataSource> own(Path data) {
        DataSettings settings = DataSettings.of(data);
        String url = settings.get("tsukasa.database-url", "");
        return url.isBlank() ? Optional.empty() : Optional.of(source(url, settings));
    }

    /// As the owner, where that is somebody else than who uses the tables.
    private static DataSource source(String url, DataSettings settings) {
        String owner = settings.get("tsukasa.database-owner", "");
        return owner.isBlank()
                ? source(
                        url,
                        settings.get("tsukasa.database-user", "tsukasa"),
                        settings.get("tsukasa.database-password", ""))
                : source(url, owner, settings.get("tsukasa.database-owner-password", ""));
    }

    public DataSource source() {
        return source;
    }

    /// Asks through one connection, kept until it is closed: for a job that asks thousands of times, one after another.
    public Asking asking() {
        return Asking.of(source);
    }

    /// One connection.
    public static final class Asking implements AutoCloseable {
        private final SingleConnectionDataSource single;

        private Asking(SingleConnectionDataSource single) {
            this.single = single;
        }

        public static Asking of(DataSource source) {
            try {
                return new Asking(new SingleConnectionDataSource(source.getConnection(), true));
            } catch (SQLException e) {
                throw new CannotGetJdbcConnectionException("the database does not answer", e);
            }
        }

        /// Offers itself to the stores of a context, as the platform's own connections would be.
        public void offer(GenericApplicationContext context) {
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(single));
        }

        @Override
        public void close() {
            single.destroy();
        }
    }

    private static OpenDatabase checked(DataSource source) {
        try {
            return new OpenDatabase(source, Optional.empty(), source.getConnection(), null);
        } catch (SQLException e) {
            throw new StartFailure(
                    Text.of("データベースに接続できません: " + e.getMessage(), "The database does not answer: " + e.getMessage()),
                    Text.of(
                            "起動中か停止中であれば、少し待ってからもう一度試してください。",
                            "If the platform is starting or stopping, try again in a moment."),
                    e);
        }
    }

    /// The embedded one asks nobody of this machine for a password.
    static DataSource source(String url) {
        return source(url, "postgres", "");
    }

    private static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName(OtherCommands.OURS);
        source.setConnectTimeout(5);
        // Rows behind a wall are an error here, never left out in silence: a backup without them would be none.
        source.setOptions("-c row_security=off -c jit=off");
        return source;
    }

    private static StartFailure noData(Path data) {
        return new StartFailure(
                Text.of(data + " はデータフォルダーではありません。", data + " is no data folder."),
                Text.of("--data DIR で指定してください。", "Name it with --data DIR."),
                null);
    }

    @Override
    public void close() {
        started.ifPresent(EmbeddedDatabase::close);
        if (presence != null) {
            try {
                presence.close();
            } catch (SQLException gone) {
                // with the database
            }
        }
        if (shared != null) {
            EmbeddedDatabase.stopLeftOver(shared);
        }
    }
}
