package tsukasa.kernel.start;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// The PostgreSQL named by the operator does not answer (SQLSTATE class 08), does not let us in (28) or has no such
/// database (3D).
@Order(10)
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private final Environment environment;

    DatabaseUnreachableAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (!state.startsWith("08") && !state.startsWith("28") && !state.startsWith("3D")) {
            return null;
        }
        Language language = Language.ofSystem();
        String url = environment.getProperty("tsukasa.database-url", "").replaceFirst("\\?.*", "");
        Text what = Text.of(
                "データベース " + url + " につながりません: " + failure.getMessage(),
                "The database " + url + " cannot be reached: " + failure.getMessage());
        Text next = Text.of(
                "PostgreSQL が動いていることと、TSUKASA_DATABASE_URL（jdbc:postgresql://ホスト:ポート/データベース）、TSUKASA_DATABASE_USER、TSUKASA_DATABASE_PASSWORD を確かめてください。",
                "Check that PostgreSQL is running, and TSUKASA_DATABASE_URL (jdbc:postgresql://host:port/database), TSUKASA_DATABASE_USER and TSUKASA_DATABASE_PASSWORD.");
        return new FailureAnalysis(what.in(language), next.in(language), failure);
    }
}
