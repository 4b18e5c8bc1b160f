package tsukasa.enrichment;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.enrichment.Enrichment.Affected;
import tsukasa.enrichment.Enrichment.Link;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;

/// Entries of the year 2035 that lack everything, and analysts.
public final class EnrichmentExample {
    public static final Visitor MIKI = analyst("三木 一子");
    public static final Visitor NORI = analyst("野里 二郎");
    public static final Visitor OTHER = analyst("外山 三郎");
    public static final String GATEWAY = "cpe:2.3:a:kaze:gateway:*:*:*:*:*:*:*:*";

    private EnrichmentExample() {}

    private static Visitor analyst(String name) {
        return new Visitor(UUID.randomUUID(), name, "a@example.jp", Set.of(Role.MEMBER, Role.ANALYST), null);
    }

    /// The id of an entry that is there once for each number.
    public static long entry(JdbcClient owner, int number) {
        String cve = "CVE-2035-" + (1000 + number);
        String jvndb = "JVNDB-2035-%06d".formatted(100_000 + number);
        String facts = """
                {"feed":"CVE","key":"%s","aliases":["%s"],"standing":"PUBLISHED","passages":[\
                {"kind":"OVERVIEW","language":"EN","by":"kaze","text":"Kaze Gateway before 5.1.4 lets anybody in."}],\
                "products":[{"by":"kaze","vendor":"Kaze","product":"Gateway","otherwise":"UNKNOWN"}]}""".formatted(cve, cve);
        owner.sql("""
                        with m as (insert into vulnerability.mark as k (last) values (1)
                            on conflict (single) do update set last = k.last + 1 returning last),
                        e as (insert into vulnerability.entry (jvndb, cve, standing, public_at, registered_at, updated_at, title_ja,
                            title_en, cwes, feeds, mark)
                          select :jvndb, :cve, 'PUBLISHED', '2035-03-01Z', '2035-03-01Z', '2035-03-01Z', :jvndb, :jvndb, '{}', '{cve}', m.last
                            from m on conflict do nothing returning id),
                        s as (insert into vulnerability.source_record (feed, key, entry, digest, facts)
                          select 'cve', :cve, id, '\\x00000000000000000000000000000000', :facts from e)
                        insert into vulnerability.alias select :jvndb, id from e union all select :cve, id from e
                        """)
                .param("jvndb", jvndb)
                .param("cve", cve)
                .param("facts", facts)
                .update();
        return owner.sql("select id from vulnerability.entry where jvndb = :jvndb")
                .param("jvndb", jvndb)
                .query(Long.class)
                .single();
    }

    public static Enrichment whole() {
        return new Enrichment(
                "風 Gateway に認証の不備",
                "Missing authentication in Kaze Gateway",
                "風 Gateway には認証の不備があります。",
                "Kaze Gateway lets anybody in.",
                "認証なしに操作される可能性があります。",
                "Anybody may operate it.",
                "5.1.4 に更新してください。",
                "Update to 5.1.4.",
                List.of(
                        new Affected(GATEWAY, "5.0.0", false, "5.1.4", true),
                        new Affected("pkg:npm/kaze-gateway", "", false, "5.1.4", true)),
                List.of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                List.of("CWE-306"),
                List.of(new Link("https://kaze.example/2035", "KS-2", "Vendor Advisory")));
    }

    public static Enrichment titled(String ja) {
        return Enrichment.NONE.withTexts(ja, "", "", "");
    }
}
