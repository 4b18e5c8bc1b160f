package tsukasa.watching;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.Spans;

/// Entries of the year 2036 about products of our own invention, written as an import leaves them.
public final class WatchExample {
    private final JdbcClient owner;

    public WatchExample(JdbcClient owner) {
        this.owner = owner;
    }

    /// The entry of this number as it is now: told anew, it changed.
    ///
    /// @param product `a:vendor:product`
    /// @param range   as [Match] keeps it: `[1.0 2.0)`
    public long entry(int number, String product, String range, int severity, int tenths, boolean exploited) {
        String jvndb = "JVNDB-2036-%06d".formatted(number);
        String cve = "CVE-2036-" + number;
        long mark = owner.sql("""
                        insert into vulnerability.mark as k (last) values (1)
                        on conflict (single) do update set last = k.last + 1 returning last
                        """).query((row, _) -> row.getLong(1)).single();
        long entry = owner.sql("""
                        insert into vulnerability.entry (jvndb, cve, standing, public_at, registered_at, updated_at, title_ja, title_en,
                               severity, tenths, exploited_on, cwes, feeds, mark)
                        values (:jvndb, :cve, 'PUBLISHED', '2036-03-01Z', '2036-03-01Z', '2036-03-01Z', :jvndb, :jvndb,
                                :severity, :tenths, case when :exploited then date '2036-04-01' end, '{}', '{nvd}', :mark)
                        on conflict (jvndb) do update set severity = :severity, tenths = :tenths, mark = :mark, standing = 'PUBLISHED',
                               exploited_on = case when :exploited then date '2036-04-01' end
                        returning id
                        """)
                .param("jvndb", jvndb)
                .param("cve", cve)
                .param("severity", severity)
                .param("tenths", tenths)
                .param("exploited", exploited)
                .param("mark", mark)
                .query((row, _) -> row.getLong(1))
                .single();
        owner.sql("delete from vulnerability.affected where entry = :entry")
                .param("entry", entry)
                .update();
        affected(entry, product, range, false);
        return entry;
    }

    public void affected(long entry, String product, String range, boolean conditional) {
        String[] name = product.split(":", -1);
        String[] bounds = range.substring(1, range.length() - 1).split(" ", -1);
        Match match = new Match(
                "cpe:2.3:" + product + ":*:*:*:*:*:*:*:*",
                true,
                bounds[0].isEmpty() ? null : bounds[0],
                range.startsWith("("),
                bounds[1].isEmpty() ? null : bounds[1],
                range.endsWith(")"));
        long id = product(name[0], name[1], name[2]);
        owner.sql("""
                        insert into vulnerability.affected (product, entry, feed, conditional, spans)
                        values (:product, :entry, 'nvd', :conditional, :spans)
                        """)
                .param("product", id)
                .param("entry", entry)
                .param("conditional", conditional)
                .param("spans", new Spans(List.of(match), List.of()).kept())
                .update();
    }

    public long product(String kind, String vendor, String key) {
        owner.sql("insert into vulnerability.vendor (key) values (:vendor) on conflict do nothing")
                .param("vendor", vendor)
                .update();
        owner.sql("""
                        insert into vulnerability.product (vendor, kind, key)
                        select id, :kind, :key from vulnerability.vendor where key = :vendor on conflict do nothing
                        """)
                .param("vendor", vendor)
                .param("kind", kind)
                .param("key", key)
                .update();
        return owner.sql("""
                        select p.id from vulnerability.product p join vulnerability.vendor v on v.id = p.vendor
                         where v.key = :vendor and p.kind = :kind and p.key = :key
                        """)
                .param("vendor", vendor)
                .param("kind", kind)
                .param("key", key)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /// Its only source says that it is none.
    public void reject(long entry) {
        owner.sql("""
                        with m as (update vulnerability.mark set last = last + 1 returning last)
                        update vulnerability.entry e set standing = 'REJECTED', mark = m.last from m where e.id = :entry
                        """).param("entry", entry).update();
    }

    public static NewItem item(String product, String version) {
        return new NewItem(
                product,
                version.equals("*") ? "" : version,
                List.of("cpe:2.3:" + product + ":" + version + ":*:*:*:*:*:*:*"));
    }

    public static UUID somebody() {
        return UUID.randomUUID();
    }
}
