package tsukasa.watching;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.vulnerability.Configuration;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Spans;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.StoredRecord;

/// Entries of the year 2036 about products of our own invention, written as an import leaves them.
public final class WatchExample {
    private final JdbcClient owner;

    public WatchExample(JdbcClient owner) {
        this.owner = owner;
    }

    /// The entry of this number as it is now: told anew, it changed. In one statement, as an import is one transaction:
    /// the platform follows by itself meanwhile, and must not see half of it.
    ///
    /// @param product `a:vendor:product`
    /// @param range   as [Match] keeps it: `[1.0 2.0)`
    public long entry(int number, String product, String range, int severity, int tenths, boolean exploited) {
        String jvndb = "JVNDB-2036-%06d".formatted(number);
        String cve = "CVE-2036-" + number;
        long entry = told(jvndb, cve, product, range, severity, tenths, exploited);
        owner.sql(
                        "insert into vulnerability.alias (alias, entry) values (:jvndb, :id), (:cve, :id) on conflict do nothing")
                .param("jvndb", jvndb)
                .param("cve", cve)
                .param("id", entry)
                .update();
        return entry;
    }

    private long told(
            String jvndb, String cve, String product, String range, int severity, int tenths, boolean exploited) {
        return owner.sql("""
                        with told as (
                          insert into vulnerability.mark as k (last) values (1)
                          on conflict (single) do update set last = k.last + 1 returning last
                        ), entry as (
                          insert into vulnerability.entry (jvndb, cve, standing, public_at, registered_at, updated_at, title_ja, title_en,
                                 severity, tenths, exploited_on, cwes, feeds, mark)
                          select :jvndb, :cve, 'PUBLISHED', '2036-03-01Z', '2036-03-01Z', '2036-03-01Z', :jvndb, :jvndb,
                                 :severity, :tenths, case when :exploited then date '2036-04-01' end, '{}', '{nvd}', last from told
                          on conflict (jvndb) do update set severity = :severity, tenths = :tenths, mark = excluded.mark,
                                 standing = 'PUBLISHED', exploited_on = excluded.exploited_on
                          returning id
                        ), other as (
                          delete from vulnerability.affected
                           where entry = (select id from vulnerability.entry where jvndb = :jvndb) and product <> :product
                        ), said as (
                          insert into vulnerability.affected (product, entry, feed, conditional, spans)
                          select :product, id, 'nvd', false, :spans from entry
                          on conflict (product, entry, feed) do update set conditional = false, spans = excluded.spans
                        )
                        select id from entry
                        """)
                .param("jvndb", jvndb)
                .param("cve", cve)
                .param("severity", severity)
                .param("tenths", tenths)
                .param("exploited", exploited)
                .param("product", product(product))
                .param("spans", spans(product, range))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    public void affected(long entry, String product, String range, boolean conditional) {
        owner.sql("""
                        insert into vulnerability.affected (product, entry, feed, conditional, spans)
                        values (:product, :entry, 'nvd', :conditional, :spans)
                        """)
                .param("product", product(product))
                .param("entry", entry)
                .param("conditional", conditional)
                .param("spans", spans(product, range))
                .update();
    }

    /// The product of these versions is vulnerable only beside the platform.
    public long configured(int number, String product, String range, String platform, int severity) {
        long entry = entry(number, product, range, severity, 10 * severity, false);
        SourceRecord said = said(number, product, range, platform);
        owner.sql("""
                        with told as (
                          update vulnerability.mark set last = last + 1 returning last
                        ), record as (
                          insert into vulnerability.source_record (feed, key, entry, digest, facts)
                          values ('nvd', :key, :entry, '\\x00000000000000000000000000000000', :facts)
                          on conflict (feed, key) do update set facts = excluded.facts
                        ), affected as (
                          update vulnerability.affected set conditional = true where entry = :entry
                        )
                        update vulnerability.entry set mark = told.last from told where id = :entry
                        """)
                .param("key", said.key())
                .param("entry", entry)
                .param("facts", StoredRecord.of(said).json())
                .update();
        return entry;
    }

    private static SourceRecord said(int number, String product, String range, String platform) {
        Configuration both = new Configuration(
                Configuration.Operator.ALL,
                false,
                List.of(
                        new Configuration(
                                Configuration.Operator.ANY, false, List.of(), List.of(match(product, range, true))),
                        new Configuration(
                                Configuration.Operator.ANY, false, List.of(), List.of(match(platform, "[ )", false)))),
                List.of());
        return new SourceRecord(
                Feed.NVD,
                "CVE-2036-" + number,
                List.of(),
                Standing.PUBLISHED,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(both),
                List.of(),
                List.of(),
                null);
    }

    private static String spans(String product, String range) {
        return new Spans(List.of(match(product, range, true)), List.of()).kept();
    }

    private static Match match(String product, String range, boolean vulnerable) {
        String[] bounds = range.substring(1, range.length() - 1).split(" ", -1);
        return new Match(
                "cpe:2.3:" + product + ":*:*:*:*:*:*:*:*",
                vulnerable,
                bounds[0].isEmpty() ? null : bounds[0],
                range.startsWith("("),
                bounds[1].isEmpty() ? null : bounds[1],
                range.endsWith(")"));
    }

    private long product(String product) {
        String[] name = product.split(":", -1);
        return product(name[0], name[1], name[2]);
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

    /// The register says that this product is another one.
    public void merged(String product, String into) {
        owner.sql("update vulnerability.product set merged_into = :into where id = :product")
                .param("into", product(into))
                .param("product", product(product))
                .update();
    }

    /// Its only source says that it is none.
    public void reject(long entry) {
        owner.sql("""
                        with m as (update vulnerability.mark set last = last + 1 returning last)
                        update vulnerability.entry e set standing = 'REJECTED', mark = m.last from m where e.id = :entry
                        """).param("entry", entry).update();
    }

    /// How many targets of webhooks have addresses with this path.
    public long hooks(String path) {
        return owner.sql("select count(*) from hooks.target where address like '%' || :path")
                .param("path", path)
                .query(Long.class)
                .single();
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
