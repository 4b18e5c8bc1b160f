package tsukasa.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// The embedded database of a data folder that another Tsukasa holds. That one may be making it, starting it or
/// stopping it: nobody asks before all tables are there, and whoever waits says so, and takes the folder once it is
/// free.
final class SharedDatabase {
    /// A stop may wait as long for others.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// Tables of another version may be on their way to ours; with millions of rows that takes minutes.
    private static final Duration LONGEST_OF_OTHER_TABLES = Duration.ofMinutes(8);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private final Path data;
    private final Path folder;
    private final @Nullable String print;
    private long otherTables;

    /// @param print of the migrations that it must have; null where those of any version will do
    SharedDatabase(Path data, @Nullable String print) {
        this.data = data;
        this.folder = data.resolve("postgres");
        this.print = print;
    }

    /// It answers, and a connection shows its owner that it is used.
    record Ready(DataSource source, Connection presence) {}

    /// @param own    takes the folder, and throws where somebody holds it
    /// @param shared uses what the holder has started
    <T> T await(Supplier<T> own, Function<Ready, T> shared) {
        long pauses = LONGEST.dividedBy(PAUSE);
        for (long i = 0; i < pauses; i++) {
            try {
                return own.get();
            } catch (DataFolderInUse inUse) {
                Optional<Ready> ready = ready();
                if (ready.isPresent()) {
                    return shared.apply(ready.get());
                }
                rest(i == 0);
            }
        }
        throw notYet(null);
    }

    private Optional<Ready> ready() {
        if (Files.exists(data.resolve(OpenDatabase.UNFINISHED_RESTORE))) {
            throw new StartFailure(
                    Text.of("データフォルダ " + data + " には、控えを戻しているところです。", "A backup is being restored into " + data + "."),
                    Text.of("終わってから、もう一度試してください。", "Try again once that has ended."),
                    null);
        }
        Optional<Ready> ready =
                LockFile.of(folder).address().flatMap(address -> answering(OpenDatabase.source(address)));
        if (otherTables > LONGEST_OF_OTHER_TABLES.dividedBy(PAUSE)) {
            throw new StartFailure(
                    Text.of(
                            data + " で動いている Tsukasa は、この版とは違う版か、まだ表を新しくしています。",
                            "The Tsukasa that runs on " + data
                                    + " is of another version than this one, or still brings its tables up to date."),
                    Text.of(
                            "起動の途中なら、終わってからもう一度試してください。そうでなければ、同じ版で行うか、止めてから行ってください。",
                            "If it is starting, try again once it has; else use the same version, or stop it first."),
                    null);
        }
        return ready;
    }

    /// A number that stands in a file may be that of anybody's server by now, so it is asked whose it is.
    private Optional<Ready> answering(DataSource source) {
        Connection presence = null;
        boolean handedOver = false;
        try {
            presence = source.getConnection();
            handedOver = ours(presence) && complete(presence);
            return handedOver ? Optional.of(new Ready(source, presence)) : Optional.empty();
        } catch (SQLException | IOException e) {
            return Optional.empty();
        } finally {
            if (!handedOver) {
                JdbcUtils.closeConnection(presence);
            }
        }
    }

    private boolean ours(Connection presence) throws SQLException, IOException {
        Path its = Path.of(word(presence, "select current_setting('data_directory')"));
        return Files.exists(its) && Files.isSameFile(its, folder);
    }

    private boolean complete(Connection presence) throws SQLException {
        String there = word(presence, "select coalesce(to_regclass('public.migrations_seen')::text, '')");
        if (there.isEmpty()) {
            return false;
        }
        boolean same = print == null || print.equals(word(presence, "select max(print) from public.migrations_seen"));
        otherTables = same ? 0 : otherTables + 1;
        return same;
    }

    private static String word(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private void rest(boolean first) {
        if (first) {
            System.err.println("別の Tsukasa がデータベースを準備しているか止めているため、待っています。");
            System.err.println("Another Tsukasa is preparing or stopping the database; waiting for it.");
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notYet(e);
        }
    }

    private StartFailure notYet(@Nullable Throwable cause) {
        return new StartFailure(
                Text.of(
                        data + " を使っている Tsukasa は、起動中か停止中です。",
                        "The Tsukasa that runs on " + data + " is starting or stopping."),
                Text.of("少し待ってからもう一度試してください。", "Try again in a moment."),
                cause);
    }
}
