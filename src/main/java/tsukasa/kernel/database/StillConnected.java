package tsukasa.kernel.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// The pool takes class 0A (feature not supported) for a broken connection and closes it, so that the transaction
/// cannot even be undone. PostgreSQL says it of statements that it does not run, such as one of a plan that writes
/// within its question, and is as well as before.
public final class StillConnected implements SQLExceptionOverride {
    private static final String NOT_SUPPORTED = "0A000";

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return NOT_SUPPORTED.equals(failure.getSQLState()) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
    }
}
