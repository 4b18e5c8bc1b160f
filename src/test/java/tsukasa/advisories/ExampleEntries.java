package tsukasa.advisories;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.kernel.Language;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Configuration;
import tsukasa.vulnerability.Configuration.Operator;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.Exploitation;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.FeedReader;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Spans;
import tsukasa.vulnerability.Ssvc;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.StoredRecord;
import tsukasa.vulnerability.UnreadableRecord;
import tsukasa.vulnerability.VersionSpan;
import tsukasa.vulnerability.WeaknessClaim;

/// Entries of our own invention: one of which everything is told, one of which next to nothing, one that was rejected.
/// They were registered in 1996, a year of which no other test knows.
public final class ExampleEntries {
    public static final String FULL = "CVE-1996-7001";
    public static final String BARE = "CVE-1996-7002";
    public static final String REJECTED = "CVE-1996-7003";
    public static final String CPE = "cpe:2.3:a:kaze:kaze_web:*:*:*:*:*:*:*:*";
    private static final Instant PUBLIC = Instant.parse("1996-03-01T00:00:00Z");
    private static final Instant UPDATED = Instant.parse("1996-04-05T06:07:08.900Z");
    private final JdbcClient database;

    public ExampleEntries(JdbcClient owners) {
        this.database = owners;
    }

    public void stand() {
        boolean there = database.sql("select exists (select from vulnerability.entry where id = 19967003)")
                .query(Boolean.class)
                .single();
        entry(1, FULL, Standing.PUBLISHED, full());
        entry(2, BARE, Standing.DISPUTED, bare(BARE, Standing.DISPUTED, "Something is wrong."));
        entry(3, REJECTED, Standing.REJECTED, bare(REJECTED, Standing.REJECTED, "** REJECT ** Not to be used."));
        concerns();
        if (!there) {
            changed();
        }
    }

    /// What is read by marks sees them only after that.
    private void changed() {
        database.sql("""
                        insert into vulnerability.mark as m (last) values (1)
                        on conflict (single) do update set last = m.last + 1
                        """).update();
    }

    private static SourceRecord full() {
        return new SourceRecord(
                Feed.NVD,
                FULL,
                List.of(),
                Standing.PUBLISHED,
                PUBLIC,
                UPDATED,
                List.of(
                        new Passage(Kind.TITLE, Language.EN, "kaze", "Wind in Kaze Web"),
                        new Passage(
                                Kind.OVERVIEW, Language.EN, "kaze", "The zephyrine wind blows through <Kaze> & you."),
                        new Passage(Kind.OVERVIEW, Language.JA, "kaze", "風が吹き抜けます。"),
                        new Passage(Kind.SOLUTION, Language.EN, "kaze", "Update to 2.0."),
                        new Passage(Kind.CREDIT, Language.EN, "kaze", "Hanako Yamada")),
                List.of(
                        new ScoreClaim(
                                "kaze", true, "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 93),
                        new ScoreClaim("kaze", true, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 98),
                        new ScoreClaim("kaze", true, "AV:N/AC:L/Au:N/C:P/I:P/A:P", 75)),
                List.of(new WeaknessClaim("kaze", "CWE-79"), new WeaknessClaim("kaze", "NVD-CWE-noinfo")),
                List.of(
                        new Reference("https://example.org/kaze?a=1&b=2", "", List.of("Vendor Advisory", "Patch")),
                        new Reference("javascript:alert(1)", "", List.of())),
                List.of(besides()),
                List.of(product()),
                List.of(new Ssvc("kaze", PUBLIC, "active", "yes", "total")),
                new Exploitation(java.time.LocalDate.of(2024, 5, 6), null, false, "Kaze", "Kaze Web", "Update it."));
    }

    /// Vulnerable only on one system.
    private static Configuration besides() {
        return new Configuration(
                Operator.ALL,
                false,
                List.of(
                        new Configuration(Operator.ANY, false, List.of(), List.of(match())),
                        new Configuration(
                                Operator.ANY,
                                false,
                                List.of(),
                                List.of(new Match(
                                        "cpe:2.3:o:kaze:kaze_os:-:*:*:*:*:*:*:*", false, null, false, null, false)))),
                List.of());
    }

    private static Match match() {
        return new Match(CPE, true, "1.0", false, "2.0", true);
    }

    private static AffectedProduct product() {
        return new AffectedProduct(
                "kaze",
                "Kaze",
                "Kaze Web",
                "pkg:pypi/hirado-web",
                List.of(CPE),
                List.of("Linux"),
                Effect.UNAFFECTED,
                List.of(
                        new VersionSpan(Effect.AFFECTED, "1.0", "2.0", true, "semver", List.of()),
                        new VersionSpan(Effect.AFFECTED, "0.9", null, false, null, List.of())));
    }

    private static SourceRecord bare(String cve, Standing standing, String text) {
        return new SourceRecord(
                Feed.NVD,
                cve,
                List.of(),
                standing,
                PUBLIC,
                UPDATED,
                List.of(new Passage(Kind.OVERVIEW, Language.EN, "kaze", text)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    public static String number(int id) {
        return "JVNDB-1996-77%04d".formatted(id);
    }

    private void entry(int id, String cve, Standing standing, SourceRecord said) {
        Entry entry = new Entry(EntryId.read(number(id)).orElseThrow(), List.of(cve), List.of(said));
        database.sql("""
                        insert into vulnerability.entry (id, jvndb, cve, standing, public_at, registered_at, updated_at, title_ja,
                               title_en, severity, tenths, v2_tenths, v3_tenths, v4_tenths, cwes, exploited_on, feeds, mark)
                        values (:id, :number, :cve, :standing, :public, :public, :updated, '風', 'Wind', :severity, :v3, :v2, :v3,
                                :v4, :cwes, :exploited, '{nvd}', (select coalesce(max(last), 0) + 1 from vulnerability.mark))
                        on conflict do nothing
                        """)
                .param("id", 19_967_000L + id)
                .param("number", number(id))
                .param("cve", cve)
                .param("standing", standing.name())
                .param("public", Timestamp.from(PUBLIC))
                .param("updated", Timestamp.from(UPDATED))
                .param("severity", id == 1 ? 4 : null)
                .param("v2", id == 1 ? 75 : null)
                .param("v3", id == 1 ? 98 : null)
                .param("v4", id == 1 ? 93 : null)
                .param("cwes", entry.cwes().toArray(String[]::new))
                .param(
                        "exploited",
                        entry.exploitation().map(Exploitation::added).orElse(null))
                .update();
        for (String alias : List.of(number(id), cve)) {
            database.sql("insert into vulnerability.alias values (:alias, :id) on conflict do nothing")
                    .param("alias", alias)
                    .param("id", 19_967_000L + id)
                    .update();
        }
        database.sql("""
                        insert into vulnerability.source_record (feed, key, entry, digest, facts)
                        values ('nvd', :key, :id, '\\x00000000000000000000000000000000', :facts) on conflict do nothing
                        """)
                .param("key", cve)
                .param("id", 19_967_000L + id)
                .param("facts", StoredRecord.of(said).json())
                .update();
    }

    private void concerns() {
        database.sql("insert into vulnerability.vendor (key) values ('kaze') on conflict do nothing")
                .update();
        database.sql("""
                        insert into vulnerability.product (vendor, kind, key)
                        select id, 'a', 'kaze_web' from vulnerability.vendor where key = 'kaze' on conflict do nothing
                        """).update();
        database.sql("""
                        insert into vulnerability.affected (product, entry, feed, conditional, spans)
                        select p.id, 19967001, 'nvd', false, :spans
                          from vulnerability.product p join vulnerability.vendor v on v.id = p.vendor
                         where v.key = 'kaze' and p.key = 'kaze_web' on conflict do nothing
                        """)
                .param("spans", new Spans(List.of(match()), List.of()).kept())
                .update();
    }

    /// What our own reader of that feed makes of a document.
    public static List<SourceRecord> read(Feed feed, String name, byte[] document) throws IOException {
        FeedReader reader =
                SpringFactoriesLoader.loadFactories(FeedReader.class, FeedReader.class.getClassLoader()).stream()
                        .filter(each -> each.feed() == feed)
                        .findFirst()
                        .orElseThrow();
        List<SourceRecord> records = new ArrayList<>();
        reader.cut(new java.io.ByteArrayInputStream(document), name, new FeedReader.PieceTaker() {
            @Override
            public void piece(byte[] bytes, FeedReader.Place place) {
                try {
                    records.addAll(reader.read(bytes));
                } catch (UnreadableRecord e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void broken(FeedReader.Place place, tsukasa.kernel.Text why) {
                throw new IllegalStateException(why.en());
            }
        });
        return records;
    }

    /// What is wrong with a document by a published schema, which lies beside the repository.
    public static @Nullable String wrong(Path schema, String document, SpecificationVersion version)
            throws IOException {
        Assumptions.assumeTrue(Files.exists(schema), "the published schema is not beside the repository: " + schema);
        return SchemaRegistry.withDefaultDialect(version)
                .getSchema(Files.readString(schema), InputFormat.JSON)
                .validate(document, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .collect(Collectors.joining("\n"));
    }
}
