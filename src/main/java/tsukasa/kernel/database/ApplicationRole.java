package tsukasa.kernel.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// The role that the platform works as, `tsukasa_app`: it owns no table, is no superuser and passes no row policy by.
/// Tables are made by the owner, in migrations, and by nobody else.
final class ApplicationRole {
    static final String NAME = "tsukasa_app";

    private ApplicationRole() {}

    /// How the platform comes to work as this role.
    enum Way {
        SIGNS_IN,
        /// Signs in as the owner, and steps down at once.
        STEPS_DOWN,
        /// Signs in as somebody whom the database's administrator has made a member of the role.
        OF_ANOTHER_LOGIN
    }

    /// Makes the role, if it is not there, and gives it what exists and what the owner will make.
    ///
    static void prepare(DataSource owner, Way way) {
        try {
            new RoleStore(owner).prepare(way);
        } catch (SQLException e) {
            throw "42501".equals(e.getSQLState()) ? notAllowed(e) : unreachable(e);
        }
    }

    private static StartFailure notAllowed(SQLException cause) {
        return new StartFailure(
                Text.of(
                        "データベースの利用者に、役割 " + NAME + " を作る権限がありません: " + cause.getMessage(),
                        "The database user may not make the role " + NAME + ": " + cause.getMessage()),
                Text.of(
                        "データベースの管理者が、一度だけ create role " + NAME + "; grant " + NAME + " to その利用者; を実行してください。",
                        "Let the database's administrator run once: create role " + NAME + "; grant " + NAME
                                + " to <that user>;"),
                cause);
    }

    private static StartFailure unreachable(SQLException cause) {
        return new StartFailure(
                Text.of("データベースに接続できません: " + cause.getMessage(), "The database does not answer: " + cause.getMessage()),
                Text.of(
                        "PostgreSQL が動いているか、アドレスと利用者が正しいかを確かめてください。",
                        "See whether PostgreSQL runs, and whether address and user are right."),
                cause);
    }
}
