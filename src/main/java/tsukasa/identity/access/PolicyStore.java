package tsukasa.identity.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Text;

/// Reads the row policies from PostgreSQL's own catalogue: what holds, not what somebody meant to set.
@Component
class PolicyStore {
    private final JdbcClient database;

    PolicyStore(JdbcClient database) {
        this.database = database;
    }

    /// @param command SELECT, INSERT, UPDATE, DELETE, or ALL
    /// @param words   what it lets through
    /// @param rule    as PostgreSQL holds it
    record Policy(String table, String name, String command, Text words, String rule) {}

    List<Policy> policies() {
        return database.sql("""
                        select n.nspname || '.' || c.relname as relation, p.polname as name, v.cmd as command,
                               coalesce(obj_description(p.oid, 'pg_policy'), p.polname) as words,
                               concat_ws(' / ', v.qual, v.with_check) as rule
                          from pg_policy p
                          join pg_class c on c.oid = p.polrelid
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_policies v
                            on v.schemaname = n.nspname and v.tablename = c.relname and v.policyname = p.polname
                         order by 1, 2
                        """)
                .query((row, _) -> new Policy(
                        row.getString("relation"),
                        row.getString("name"),
                        row.getString("command"),
                        words(row.getString("words")),
                        row.getString("rule").replaceAll("\\s+", " ")))
                .list();
    }

    /// Comments on policies say it in both languages, Japanese first.
    private static Text words(String comment) {
        int bar = comment.indexOf('|');
        return bar < 0 ? Text.same(comment) : Text.of(comment.substring(0, bar), comment.substring(bar + 1));
    }
}
