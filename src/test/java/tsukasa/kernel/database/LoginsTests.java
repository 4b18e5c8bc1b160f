package tsukasa.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import tsukasa.kernel.StartFailure;
import tsukasa.testing.ModuleDatabase;
import tsukasa.testing.SharedPostgres;

/// A PostgreSQL of the operator's own, where neither login is a superuser.
class LoginsTests {
    private final String url = SharedPostgres.freshUrl();
    private final DataSource administrator = as("postgres");
    private final DataSource owner = as("agency_owner");
    private final DataSource login = as("agency_login");

    private DataSource as(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        return source;
    }

    @BeforeEach
    void what_the_administrator_runs_once() throws SQLException {
        for (String role :
                List.of("tsukasa_app nosuperuser", "agency_owner login", "agency_login login in role tsukasa_app")) {
            told(
                    administrator,
                    "do $$ begin create role " + role + "; exception when duplicate_object then null; end $$");
        }
        told(administrator, "revoke tsukasa_app from agency_owner");
        told(
                administrator,
                "do $$ begin execute format('alter database %I owner to agency_owner', current_database()); end $$");
    }

    private static void told(DataSource source, String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static long asked(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement one = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                one.execute(statements[i]);
            }
            try (ResultSet answer = one.executeQuery(statements[statements.length - 1])) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    @Test
    void the_owner_makes_the_tables_and_another_login_works_in_them_behind_the_walls() throws SQLException {
        ApplicationRole.prepare(owner, ApplicationRole.Way.OF_ANOTHER_LOGIN);
        ModuleDatabase.migrate(owner, "identity", "mail", "scheme", "plan");
        String letter = "insert into mail.letter (to_address, subject, language, written_at, next_attempt_at)"
                + " values ('a@example.jp', 's', 'ja', now(), now())";
        assertThatThrownBy(() -> told(login, letter)).hasMessageContaining("row-level security");
        told(login, "set role tsukasa_app; set tsukasa.actors = 'post'; " + letter);

        assertThat(asked(login, "set role tsukasa_app", "select count(*) from mail.letter"))
                .isZero();
        assertThat(asked(login, "set tsukasa.actors = 'post'", "select count(*) from mail.letter"))
                .isOne();
        assertThat(asked(owner, "select count(*) from mail.letter"))
                .as("the owner is held back as well")
                .isZero();
        assertThatThrownBy(() -> told(login, "alter table mail.letter disable row level security"))
                .hasMessageContaining("owner");
        assertThat(new RoleStore(login).waysAround()).isEmpty();
    }

    @Test
    void a_role_that_could_pass_the_walls_is_found() throws SQLException {
        ApplicationRole.prepare(owner, ApplicationRole.Way.OF_ANOTHER_LOGIN);
        ModuleDatabase.migrate(owner, "mail");
        assertThat(new RoleStore(owner).waysAround()).contains("owner of mail.letter");
        told(owner, "alter table mail.letter no force row level security");
        assertThat(new RoleStore(login).waysAround()).containsExactly("not forced on mail.letter");
        assertThat(new RoleStore(administrator).waysAround()).contains("superuser");
    }

    @Test
    void a_login_that_may_not_step_down_is_told_what_the_administrator_must_do() {
        assertThatThrownBy(() -> ApplicationRole.prepare(owner, ApplicationRole.Way.STEPS_DOWN))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.next().en()).contains("create role tsukasa_app"));
    }

    @Test
    void with_one_login_the_owner_steps_down() throws SQLException {
        told(administrator, "grant tsukasa_app to agency_owner");
        ApplicationRole.prepare(owner, ApplicationRole.Way.STEPS_DOWN);
        ApplicationRole.prepare(owner, ApplicationRole.Way.STEPS_DOWN);
        ModuleDatabase.migrate(owner, "mail");
        assertThat(asked(owner, "set role tsukasa_app", "select count(*) from mail.letter"))
                .isZero();
        assertThatThrownBy(() -> told(owner, "set role tsukasa_app; drop policy carried on mail.letter"))
                .isInstanceOf(SQLException.class);
    }
}
