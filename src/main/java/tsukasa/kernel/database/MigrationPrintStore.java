package tsukasa.kernel.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Remembers which migrations a database has, as one digest over all their files. Its table lies beside Flyway's
/// histories.
final class MigrationPrintStore {
    private final JdbcClient owner;

    MigrationPrintStore(DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    boolean seen(String print) {
        return there()
                && owner.sql("select print from public.migrations_seen")
                        .query(String.class)
                        .list()
                        .equals(List.of(print));
    }

    private boolean there() {
        return owner.sql("select to_regclass('public.migrations_seen') is not null")
                .query(Boolean.class)
                .single();
    }

    void remember(String print) {
        owner.sql("""
                do $$
                begin
                  create table public.migrations_seen (
                    only_one boolean primary key default true check (only_one),
                    print    text not null
                  );
                  revoke all on public.migrations_seen from tsukasa_app;
                exception when duplicate_table or unique_violation then
                  null;  -- it is there, or another node makes it at this moment
                end $$
                """).update();
        owner.sql("""
                insert into public.migrations_seen (print) values (:print)
                on conflict (only_one) do update set print = excluded.print
                """).param("print", print).update();
    }
}
