package tsukasa.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the application's role and looks at it. Two nodes that start at once take their turns.
final class RoleStore {
    private static final String TURNS = "select pg_advisory_xact_lock(hashtextextended('tsukasa_app', 83))";
    private static final String MADE = """
            do $$
            begin
              if not exists (select from pg_roles where rolname = 'tsukasa_app') then
                create role tsukasa_app nosuperuser nocreatedb nocreaterole nobypassrls;
              end if;
            exception when unique_violation or duplicate_object then
              null;  -- another database of this server was being prepared at the same moment
            end $$""";
    private static final String STEPS_DOWN = """
            do $$
            begin
              if not pg_has_role(current_user, 'tsukasa_app', 'set') then
                execute format('grant tsukasa_app to %I', current_user);
              end if;
            end $$""";
    private static final String SIGNS_IN = """
            do $$
            begin
              if not (select rolcanlogin from pg_roles where rolname = 'tsukasa_app') then
                alter role tsukasa_app login;
              end if;
            end $$""";
    private static final String GIVEN = """
            do $$
            declare
              one text;
            begin
              alter default privileges grant usage on schemas to tsukasa_app;
              alter default privileges grant select, insert, update, delete on tables to tsukasa_app;
              alter default privileges grant usage, select on sequences to tsukasa_app;
              for one in select nspname from pg_namespace
                          where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
                            and pg_has_role(current_user, nspowner, 'usage')
                            and not has_schema_privilege('tsukasa_app', oid, 'usage')
              loop
                execute format('grant usage on schema %I to tsukasa_app', one);
                execute format('grant select, insert, update, delete on all tables in schema %I to tsukasa_app', one);
                execute format('grant usage, select on all sequences in schema %I to tsukasa_app', one);
              end loop;
              for one in select c.oid::regclass::text from pg_class c
                          where c.relkind = 'r' and c.relname like 'flyway_schema_history%'
                            and has_table_privilege('tsukasa_app', c.oid, 'update')
              loop
                execute 'revoke all on ' || one || ' from tsukasa_app';
              end loop;
            end $$""";
    private final DataSource source;

    RoleStore(DataSource source) {
        this.source = source;
    }

    void prepare(ApplicationRole.Way way) throws SQLException {
        List<String> steps = switch (way) {
            case SIGNS_IN -> List.of(TURNS, MADE, SIGNS_IN, GIVEN);
            case STEPS_DOWN -> List.of(TURNS, MADE, STEPS_DOWN, GIVEN);
            case OF_ANOTHER_LOGIN -> List.of(TURNS, MADE, GIVEN);
        };
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String step : steps) {
                statement.execute(step);
            }
            connection.commit();
        }
    }

    /// What would let this role pass the walls by, in the words of the catalogue; none is as it should be.
    List<String> waysAround() {
        return JdbcClient.create(source)
                .sql("""
                        select 'superuser' from pg_roles where rolname = current_user and rolsuper
                        union all
                        select 'bypassrls' from pg_roles where rolname = current_user and rolbypassrls
                        union all
                        select 'owner of ' || c.oid::regclass from pg_class c
                         where c.relrowsecurity and pg_has_role(current_user, c.relowner, 'usage')
                        union all
                        select 'not forced on ' || c.oid::regclass from pg_class c
                         where c.relrowsecurity and not c.relforcerowsecurity
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
