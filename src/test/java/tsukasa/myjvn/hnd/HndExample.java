package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.SmartLifecycle;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.alerts.Alerts;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.AffectedProduct;
import tsukasa.vulnerability.AffectedProduct.Effect;
import tsukasa.vulnerability.Catalogue;
import tsukasa.vulnerability.Configuration;
import tsukasa.vulnerability.CveId;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.Entry;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.EntryId;
import tsukasa.vulnerability.EntryLists;
import tsukasa.vulnerability.EntryQuestion;
import tsukasa.vulnerability.Exploitation;
import tsukasa.vulnerability.Feed;
import tsukasa.vulnerability.Freshness;
import tsukasa.vulnerability.Freshness.AsOf;
import tsukasa.vulnerability.Match;
import tsukasa.vulnerability.Passage;
import tsukasa.vulnerability.Passage.Kind;
import tsukasa.vulnerability.Reference;
import tsukasa.vulnerability.ScoreClaim;
import tsukasa.vulnerability.SourceRecord;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.Statistics;
import tsukasa.vulnerability.VersionSpan;
import tsukasa.vulnerability.WeaknessClaim;
import tsukasa.vulnerability.WordSearch;

/// A database of one entry about which three sources say everything that can be said, asked for in every way.
@SpringBootTest
@AutoConfigureMockMvc
abstract class HndExample {
    static final EntryId ID = new EntryId(2026, 100_001);
    static final Instant NOON = Instant.parse("2026-03-05T03:00:01.987Z");
    final AtomicReference<EntryQuestion> asked = new AtomicReference<>();

    @Autowired
    MockMvc mvc;

    @MockitoBean
    Entries entries;

    @MockitoBean
    EntryLists lists;

    @MockitoBean
    Catalogue catalogue;

    @MockitoBean
    Statistics statistics;

    @MockitoBean
    WordSearch words;

    @MockitoBean
    Alerts alerts;

    @MockitoBean
    Freshness freshness;

    /// Whatever was kept under another mark is forgotten.
    void mark(long mark) {
        AsOf now = new AsOf(mark, LocalDate.of(2026, 3, 10));
        when(freshness.now()).thenReturn(now);
        when(freshness.still(any())).thenAnswer(call -> now.equals(call.getArgument(0)));
    }

    @Autowired
    @Qualifier("tsukasa.kernel.round.Rounds")
    private SmartLifecycle rounds;

    /// What the platform does by itself would ask while it is being told here what to answer.
    @BeforeEach
    void oneEntry() {
        rounds.stop();
        mark(System.nanoTime());
        when(entries.read(anyCollection())).thenReturn(List.of(entry()));
        when(entries.known(any())).thenReturn(List.of());
        when(entries.known(ID.toString())).thenReturn(List.of(head()));
        when(entries.list(any())).thenAnswer(call -> {
            asked.set(call.getArgument(0));
            return new Entries.Listed(List.of(head()), 7);
        });
        when(lists.list(any(), any())).thenReturn(new Entries.Listed(List.of(head()), 7));
        when(lists.moments(anyCollection()))
                .thenReturn(Map.of(
                        1L,
                        List.of(
                                new EntryLists.Moment(NOON, Feed.NVD, List.of()),
                                new EntryLists.Moment(NOON.plusSeconds(60), Feed.NVD, List.of("scores")))));
    }

    static EntryHead head() {
        return new EntryHead(
                1,
                ID,
                new CveId(2026, 1001),
                Standing.DISPUTED,
                Text.of("風 & <海>", "Kaze"),
                Severity.CRITICAL,
                98,
                List.of("CWE-79"),
                null,
                NOON,
                NOON,
                NOON);
    }

    static Entry entry() {
        return new Entry(ID, List.of("CVE-2026-1001", ID.toString()), List.of(jvn(), nvd(), kev()));
    }

    static Entry scoredByVersion4() {
        SourceRecord said = new SourceRecord(
                Feed.CVE,
                "CVE-2026-1001",
                List.of(),
                Standing.PUBLISHED,
                NOON,
                NOON,
                List.of(),
                List.of(new ScoreClaim(
                        "kaze", true, "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 93)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return new Entry(ID, List.of("CVE-2026-1001", ID.toString()), List.of(said));
    }

    private static SourceRecord jvn() {
        AffectedProduct gateway = new AffectedProduct(
                "jvndb",
                "風システムズ",
                "風ゲートウェイ",
                null,
                List.of("cpe:2.3:a:kaze:gateway:*:*:*:*:*:*:*:*"),
                List.of(),
                Effect.UNKNOWN,
                List.of(
                        new VersionSpan(Effect.AFFECTED, "2.0", "2.15", true, null, List.of()),
                        new VersionSpan(Effect.UNAFFECTED, "1.0", null, false, null, List.of())));
        return new SourceRecord(
                Feed.JVN,
                ID.toString(),
                List.of(),
                Standing.DISPUTED,
                NOON,
                NOON,
                List.of(
                        new Passage(Kind.IMPACT, Language.JA, "jvndb", "情報が漏えいします。"),
                        new Passage(Kind.WORKAROUND, Language.JA, "jvndb", "機能を止める。"),
                        new Passage(Kind.CREDIT, Language.EN, "jvndb", "Hanako <Yamada>"),
                        new Passage(Kind.CONTACT, Language.JA, "jvndb", "風の窓口")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(gateway, router()),
                List.of(),
                null);
    }

    /// Named to say that it is not affected.
    private static AffectedProduct router() {
        return new AffectedProduct(
                "jvndb",
                "風システムズ",
                "風ルータ",
                null,
                List.of("cpe:2.3:o:kaze:router:*:*:*:*:*:*:*:*"),
                List.of(),
                Effect.UNAFFECTED,
                List.of());
    }

    private static SourceRecord nvd() {
        Configuration rows = new Configuration(
                Configuration.Operator.ANY,
                false,
                List.of(),
                List.of(
                        new Match("cpe:2.3:a:kaze:gateway:9.9:*:*:*:*:*:*:*", true, null, false, null, false),
                        new Match("cpe:2.3:o:umi:c\\+\\+_os:*:*:*:*:*:*:*:*", true, null, false, "7.1", false),
                        new Match("cpe:2.3:h:umi:board:-:*:*:*:*:*:*:*", false, null, false, null, false)));
        return new SourceRecord(
                Feed.NVD,
                "CVE-2026-1001",
                List.of(),
                Standing.DISPUTED,
                NOON,
                NOON,
                List.of(new Passage(Kind.OVERVIEW, Language.JA, "nvd", "制\u0000御\u001b文字 😀")),
                List.of(
                        new ScoreClaim("nvd", true, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 98),
                        new ScoreClaim("nvd", true, "AV:N/AC:L/Au:N/C:P/I:P/A:P", 75),
                        new ScoreClaim(
                                "kaze", false, "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 93),
                        new ScoreClaim("kaze", false, "CVSS:3.1/nonsense", 10)),
                List.of(new WeaknessClaim("nvd", "CWE-79")),
                List.of(
                        new Reference("https://example.org/a?b=1&c=2", "", List.of()),
                        new Reference("https://kaze.example/1", "KAZE-1", List.of("Vendor Advisory"))),
                List.of(rows),
                List.of(),
                List.of(),
                null);
    }

    private static SourceRecord kev() {
        return new SourceRecord(
                Feed.KEV,
                "CVE-2026-1001",
                List.of(),
                Standing.PUBLISHED,
                NOON,
                NOON,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Exploitation(LocalDate.of(2026, 3, 6), null, false, "Kaze", "Gateway", "Update."));
    }

    String text(String address) throws Exception {
        MockHttpServletResponse told =
                mvc.perform(get(URI.create(address))).andReturn().getResponse();
        assertThat(told.getStatus()).isEqualTo(200);
        assertThat(told.getContentType()).startsWith("text/xml");
        return told.getContentAsString(StandardCharsets.UTF_8);
    }
}
