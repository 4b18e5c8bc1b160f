package tsukasa.kernel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells PostgreSQL on whose behalf it is asked: for the present transaction, so that neither a pool nor a proxy can
/// carry it over to somebody else's.
final class WallStore {
    private static final String SAY = "select set_config('tsukasa.person', ?, true),"
            + " set_config('tsukasa.powers', ?, true), set_config('tsukasa.actors', ?, true)";

    private WallStore() {}

    static void say(Connection connection, Acting acting) throws SQLException {
        List<String> values = acting.written();
        try (PreparedStatement statement = connection.prepareStatement(SAY)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            statement.execute();
        }
    }

    static void sayInPresent(Acting acting) {
        try {
            tell(acting);
        } catch (SQLException e) {
            throw new TransactionSystemException("the database could not be told who asks", e);
        }
    }

    /// What failed may have ended the transaction: that can only be rolled back, and takes what it was told with it.
    static void sayIfPossible(Acting acting) {
        try {
            tell(acting);
        } catch (SQLException theTransactionIsLost) {
            return;
        }
    }

    private static void tell(Acting acting) throws SQLException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            for (Object resource :
                    TransactionSynchronizationManager.getResourceMap().values()) {
                if (resource instanceof ConnectionHolder holder && holder.isSynchronizedWithTransaction()) {
                    say(holder.getConnection(), acting);
                }
            }
        }
    }
}
