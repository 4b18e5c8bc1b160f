package tsukasa.exposure.checking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Spans;
import tsukasa.vulnerability.VersionSpan;

/// Entries of our own invention about packages.
final class CheckExample {
    private final JdbcClient database;

    private CheckExample(JdbcClient database) {
        this.database = database;
    }

    static CheckExample in(JdbcClient database) {
        return new CheckExample(database);
    }

    CheckExample entry(
            long id, String cve, int tenths, @Nullable String exploited, String purl, String from, String until) {
        database.sql("""
                        with m as (insert into vulnerability.mark as k (last) values (1)
                            on conflict (single) do update set last = k.last + 1 returning last)
                        insert into vulnerability.entry (id, jvndb, cve, standing, public_at, registered_at, updated_at, title_ja,
                               title_en, severity, tenths, cwes, exploited_on, feeds, mark)
                        select :id, :number, :cve, 'PUBLISHED', '2026-03-01Z', '2026-03-01Z', '2026-03-05Z', '星', 'Hoshi',
                                :severity, :tenths, '{CWE-79}', :exploited::date, '{osv}', last from m on conflict do nothing
                        """)
                .param("id", id)
                .param("number", "JVNDB-2026-" + id)
                .param("cve", cve)
                .param("severity", tenths >= 90 ? 4 : tenths >= 70 ? 3 : 2)
                .param("tenths", tenths)
                .param("exploited", exploited)
                .update();
        database.sql("insert into vulnerability.alias values (:alias, :id) on conflict do nothing")
                .param("alias", cve)
                .param("id", id)
                .update();
        concerns(id, purl, from, until);
        return this;
    }

    private void concerns(long id, String purl, String from, String until) {
        database.sql(
                        "insert into vulnerability.product (vendor, kind, key) values (null, 'pkg', :purl) on conflict do nothing")
                .param("purl", purl)
                .update();
        AffectedProduct product = new AffectedProduct(
                "GHSA",
                "",
                purl,
                purl,
                List.of(),
                List.of(),
                Effect.UNAFFECTED,
                List.of(new VersionSpan(Effect.AFFECTED, from, until, true, "npm", List.of())));
        database.sql("""
                        insert into vulnerability.affected (product, entry, feed, conditional, spans)
                        select p.id, :id, 'osv', false, :spans from vulnerability.product p where p.key = :purl
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("purl", purl)
                .param("spans", new Spans(List.of(), List.of(product)).kept())
                .update();
    }
}
