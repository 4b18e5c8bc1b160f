package tsukasa.files.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.files.FileExamples.STAFF;
import static tsukasa.files.FileExamples.confidential;
import static tsukasa.files.FileExamples.pdf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.files.FileExamples;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileState;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeptFile;
import tsukasa.identity.Role;
import tsukasa.testing.SignedIn;

/// The administrator's pages about files.
@SpringBootTest(properties = "tsukasa.unscanned-files=quarantine")
@AutoConfigureMockMvc
class FilesPagesTests {
    private final MockMvc browser;
    private final FileKeeper files;

    @Autowired
    FilesPagesTests(MockMvc browser, FileKeeper files) {
        this.browser = browser;
        this.files = files;
    }

    private KeptFile quarantined() {
        return files.keep(confidential("契約書.pdf", pdf("x" + UUID.randomUUID())), STAFF)
                        instanceof KeepOutcome.Quarantined(KeptFile file)
                ? file
                : FileExamples.fail();
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = browser.perform(
                        request.with(SignedIn.as(Role.ADMINISTRATOR)).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        return response;
    }

    @Test
    void without_a_scanner_a_file_waits_and_is_found_by_name_hash_and_state() throws Exception {
        KeptFile file = quarantined();
        String all = asked(get("/admin/files?lang=ja")).getContentAsString();
        assertThat(all)
                .contains("契約書.pdf", "隔離", "機密", file.keepUntil().orElseThrow().toString());
        assertThat(asked(get("/admin/files").param("q", file.sha256())).getContentAsString())
                .contains("契約書.pdf");
        assertThat(asked(get("/admin/files").param("q", "%").param("state", "CLEAN"))
                        .getContentAsString())
                .doesNotContain("契約書.pdf");
        assertThat(asked(get("/admin/files").param("page", "99999").param("q", "\u0000"))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void an_administrator_releases_for_a_reason_and_still_cannot_read_it() throws Exception {
        KeptFile file = quarantined();
        String page = "/admin/files/" + file.id();
        MockHttpServletResponse without = asked(post(page + "/release").param("release-reason", " "));
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(files.find(file.id())).map(KeptFile::state).contains(FileState.QUARANTINED);
        assertThat(asked(post(page + "/release").param("release-reason", "送り主に確かめた"))
                        .getRedirectedUrl())
                .isEqualTo(page);
        assertThat(files.find(file.id())).map(KeptFile::state).contains(FileState.RELEASED);
        assertThat(asked(get(page + "?lang=ja")).getContentAsString()).contains("送り主に確かめた");
        assertThat(asked(post(page + "/release").param("release-reason", "もう一度"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(asked(get(java.net.URI.create(file.address()))).getStatus())
                .as("looking after a file is not reading it")
                .isEqualTo(404);
    }

    @Test
    void a_file_on_hold_offers_no_disposal_until_the_hold_is_lifted() throws Exception {
        KeptFile file = quarantined();
        String page = "/admin/files/" + file.id();
        asked(post(page + "/hold").param("hold-reason", "開示請求"));
        assertThat(asked(get(page)).getContentAsString())
                .contains("lift-reason")
                .doesNotContain("dispose-reason");
        assertThat(asked(post(page + "/dispose").param("dispose-reason", "不要")).getStatus())
                .isEqualTo(409);
        asked(post(page + "/lift").param("lift-reason", "開示を終えた"));
        asked(post(page + "/dispose").param("dispose-reason", "不要"));
        assertThat(files.find(file.id())).map(KeptFile::state).contains(FileState.GONE);
        assertThat(asked(get("/admin/files").param("state", "GONE")).getContentAsString())
                .contains(file.id().toString());
    }

    @Test
    void what_is_not_there_and_what_is_no_deed_is_not_found() throws Exception {
        assertThat(asked(get("/admin/files/" + UUID.randomUUID())).getStatus()).isEqualTo(404);
        assertThat(asked(get("/admin/files/1")).getStatus()).isEqualTo(404);
        assertThat(asked(post("/admin/files/" + quarantined().id() + "/read").param("read-reason", "x"))
                        .getStatus())
                .isEqualTo(404);
    }
}
