package tsukasa.files.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.files.FileExamples.STAFF;
import static tsukasa.files.FileExamples.confidential;
import static tsukasa.files.FileExamples.open;
import static tsukasa.files.FileExamples.pdf;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.files.Confidentiality;
import tsukasa.files.FileExamples;
import tsukasa.files.FileHolder;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileReaders;
import tsukasa.files.FileState;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.files.NewFile;
import tsukasa.files.Retention;
import tsukasa.identity.Proof;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;
import tsukasa.testing.FakeClamd;
import tsukasa.testing.SignedIn;

/// Who is given a file, and how it comes.
@SpringBootTest(properties = "tsukasa.second-factor=required")
@AutoConfigureMockMvc
class DownloadTests {
    private static final FakeClamd CLAMD = new FakeClamd();

    @DynamicPropertySource
    static void scanning(DynamicPropertyRegistry properties) {
        properties.add("tsukasa.clamav", CLAMD::where);
    }

    private static final Visitor OTHER =
            new Visitor(UUID.randomUUID(), "別の 人", "other@example.jp", Set.of(Role.MEMBER), null);

    private final MockMvc browser;
    private final FileKeeper files;
    private final AuditReader audit;

    @Autowired
    DownloadTests(MockMvc browser, FileKeeper files, AuditReader audit) {
        this.browser = browser;
        this.files = files;
        this.audit = audit;
    }

    /// Reports of tests: R-1 is read by staff, everything else by everyone.
    @TestConfiguration
    static class Reports {
        @Bean
        FileReaders testReports() {
            return new FileReaders() {
                @Override
                public String kind() {
                    return FileExamples.REPORT.kind();
                }

                @Override
                public Text title() {
                    return Text.of("試験の報告", "Test report");
                }

                @Override
                public boolean mayRead(Optional<Visitor> visitor, String id) {
                    return !id.equals("R-1") || visitor.map(Visitor::staff).orElse(false);
                }
            };
        }
    }

    private KeptFile kept(NewFile file) {
        return switch (files.keep(file, STAFF)) {
            case KeepOutcome.Kept(KeptFile one) -> one;
            case KeepOutcome.Quarantined(KeptFile one) -> one;
            case KeepOutcome.Refused refused ->
                throw new AssertionError(refused.why().en());
        };
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    @Test
    void a_confidential_file_comes_as_a_harmless_download_and_is_written_down() throws Exception {
        KeptFile file = kept(confidential("内部 資料.pdf", pdf("機密")));
        MockHttpServletResponse response = asked(get(URI.create(file.address())).with(SignedIn.as(STAFF)));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEqualTo(pdf("機密"));
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment; ")
                .contains("UTF-8''");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeaders("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(response.getHeader("Cache-Control")).contains("no-store").contains("private");
        assertThat(response.getHeader("ETag")).isNull();
        assertThat(audit.search(new Wanted("", "file.read", file.id().toString(), null, null, null), 1, 5)
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor().name()).isEqualTo(STAFF.displayName()));
    }

    @Test
    void who_may_not_read_it_hears_that_there_is_none_and_who_has_not_signed_in_is_asked_to() throws Exception {
        KeptFile file = kept(open("a.pdf", pdf("intern")));
        assertThat(asked(get(file.address()).with(SignedIn.as(OTHER))).getStatus())
                .isEqualTo(404);
        assertThat(asked(get(file.address())).getStatus()).isIn(303, 401);
        assertThat(asked(get("/files/" + UUID.randomUUID() + "/a.pdf")).getStatus())
                .isEqualTo(404);
        assertThat(asked(get("/files/1/a.pdf")).getStatus()).isEqualTo(404);
        assertThat(audit.search(new Wanted("", "file.read", file.id().toString(), null, null, null), 1, 5)
                        .entries())
                .isEmpty();
    }

    @Test
    void staff_prove_again_who_they_are_before_they_are_given_what_is_not_for_everyone() throws Exception {
        KeptFile file = kept(confidential("契約 書.pdf", pdf("二つ目の証明")));
        Visitor byLinkAlone = STAFF.with(Proof.by(Proof.Way.MAIL_LINK, Instant.parse("2999-01-01T00:00:00Z")));
        MockHttpServletResponse asked = asked(get(URI.create(file.address())).with(SignedIn.as(byLinkAlone)));
        assertThat(asked.getStatus()).isEqualTo(303);
        assertThat(asked.getHeader("Location")).startsWith("/sign-in/second?return=%2Ffiles%2F" + file.id());
        assertThat(asked.getContentAsByteArray()).isEmpty();
        assertThat(audit.search(new Wanted("", "file.read", file.id().toString(), null, null, null), 1, 5)
                        .entries())
                .isEmpty();
    }

    @Test
    void a_file_for_everyone_is_sent_once_and_then_only_confirmed() throws Exception {
        KeptFile file = kept(new NewFile(
                "公開.csv",
                () -> new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8)),
                new FileHolder(FileExamples.REPORT.kind(), "R-2"),
                Confidentiality.OPEN,
                Retention.IN_USE));
        MockHttpServletResponse first = asked(get(URI.create(file.address())));
        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getHeader("Cache-Control")).contains("public").contains("no-cache");
        String tag = String.valueOf(first.getHeader("ETag"));
        assertThat(tag).isEqualTo("\"" + file.sha256() + "\"");
        MockHttpServletResponse second = asked(get(URI.create(file.address())).header("If-None-Match", tag));
        assertThat(second.getStatus()).isEqualTo(304);
        assertThat(second.getContentAsByteArray()).isEmpty();
    }

    @Test
    void a_file_that_nobody_owns_is_read_by_nobody_and_one_that_is_gone_says_so() throws Exception {
        KeptFile nobodys = kept(new NewFile(
                "a.pdf",
                () -> new ByteArrayInputStream(pdf("x")),
                new FileHolder("kind-of-nobody", "1"),
                Confidentiality.OPEN,
                Retention.ONE_YEAR));
        assertThat(asked(get(nobodys.address()).with(SignedIn.as(Role.values())))
                        .getStatus())
                .isEqualTo(404);
        KeptFile gone = kept(open("b.pdf", pdf("gone")));
        files.remove(gone.id(), "まちがい", STAFF);
        assertThat(asked(get(gone.address()).with(SignedIn.as(STAFF))).getStatus())
                .isEqualTo(410);
    }

    @Test
    void clamd_is_asked_before_a_file_is_kept() {
        assertThat(kept(open("a.txt", "clean".getBytes(StandardCharsets.UTF_8))).state())
                .isEqualTo(FileState.CLEAN);
        assertThat(files.keep(confidential("a.txt", FakeClamd.WORD.getBytes(StandardCharsets.UTF_8)), STAFF))
                .isEqualTo(new KeepOutcome.Infected(FakeClamd.FINDING));
    }
}
