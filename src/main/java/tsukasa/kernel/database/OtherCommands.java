package tsukasa.kernel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// Jobs of the command line in other processes that use a database which this one started. Each is known by its name at
/// the database, which falls with its connections: one that was killed keeps nobody waiting, nor does one that waits
/// for
/// its turn, which this one may hold.
final class OtherCommands {
    private static final String COMMAND = "tsukasa-command-";
    static final String OURS = COMMAND + ProcessHandle.current().pid();

    /// Longer than any import takes: a connection that somebody forgot must not keep a machine from shutting down.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private OtherCommands() {}

    /// Returns when none is there, at once if the database itself is gone.
    static void await(DataSource database) {
        long pauses = LONGEST.dividedBy(PAUSE);
        for (long i = 0; i < pauses && any(database); i++) {
            if (i == 0) {
                System.err.println("別の命令がデータベースを使っているため、終わるのを待っています。");
                System.err.println("Another command uses the database; waiting until it ends.");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean any(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement asked = connection.prepareStatement("""
                        select distinct application_name from pg_stat_activity
                         where starts_with(application_name, ?) and application_name <> ?
                           and wait_event is distinct from 'advisory'
                        """)) {
            asked.setString(1, COMMAND);
            asked.setString(2, OURS);
            try (ResultSet there = asked.executeQuery()) {
                boolean any = false;
                while (there.next() && !any) {
                    any = lives(there.getString(1).substring(COMMAND.length()));
                }
                return any;
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /// A question that a killed one asked may still be worked at.
    private static boolean lives(String process) {
        return !process.matches("[0-9]{1,9}")
                || ProcessHandle.of(Long.parseLong(process)).isPresent();
    }
}
