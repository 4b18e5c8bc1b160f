package tsukasa.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The one place where transactions learn on whose behalf they run. One that runs for nobody is told nothing, which
/// costs nothing.
final class WalledTransactions extends JdbcTransactionManager {
    WalledTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Acting acting = Walls.present();
        if (acting.nobody()) {
            return;
        }
        try {
            WallStore.say(connection(), acting);
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new TransactionSystemException("the database could not be told who asks", e);
        }
    }

    private Connection connection() {
        if (TransactionSynchronizationManager.getResource(obtainDataSource()) instanceof ConnectionHolder holder) {
            return holder.getConnection();
        }
        throw new IllegalStateException("a transaction without a connection");
    }
}
