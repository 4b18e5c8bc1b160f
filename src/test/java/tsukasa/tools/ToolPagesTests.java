package tsukasa.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.tools.ToolExamples.APPROVER;
import static tsukasa.tools.ToolExamples.WRITER;
import static tsukasa.tools.ToolExamples.begun;
import static tsukasa.tools.ToolExamples.done;
import static tsukasa.tools.ToolExamples.offered;
import static tsukasa.tools.ToolExamples.published;
import static tsukasa.tools.ToolExamples.release;
import static tsukasa.tools.ToolExamples.released;
import static tsukasa.tools.ToolExamples.words;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.testing.SignedIn;
import tsukasa.tools.ToolDraft.Kind;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-c")
class ToolPagesTests {
    private final MockMvc browser;
    private final ToolWriting desk;
    private final Downloads downloads;

    @Autowired
    ToolPagesTests(MockMvc browser, ToolWriting desk, Downloads downloads) {
        this.browser = browser;
        this.desk = desk;
        this.downloads = downloads;
    }

    private MockHttpServletResponse asked(RequestBuilder request) throws Exception {
        MvcResult begun = browser.perform(request).andReturn();
        MvcResult result = begun.getRequest().isAsyncStarted()
                ? browser.perform(asyncDispatch(begun)).andReturn()
                : begun;
        return result.getResponse();
    }

    private String page(String path, String language) throws Exception {
        String address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        return asked(get(address)).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse sent(String path, Visitor by, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(path).with(SignedIn.as(by)).with(csrf()).param("lang", "ja");
        fields.forEach(request::param);
        return asked(request);
    }

    @Test
    void a_tool_is_on_its_pages_in_both_languages_in_the_list_in_the_feed_and_in_json() throws Exception {
        ToolName name = offered(desk, "shown-tool");
        released(desk, name, "1.0");
        assertThat(page("/tools/shown-tool", "ja"))
                .contains("点検ツール&lt;shown-tool&gt;", "手元で動きます。", "1.0で変わったこと。", "/tools/shown-tool/1.0/files/tool.zip");
        assertThat(page("/tools/shown-tool", "en"))
                .contains("It runs where you are.", "Supported", "Developers, End users");
        assertThat(page("/tools/shown-tool/1.0", "ja")).contains("SHA256SUMS", "gpg --verify", "最新");
        assertThat(page("/tools?q=shown-tool&audience=users&support=supported", "ja"))
                .contains("/tools/shown-tool\"");
        assertThat(page("/tools?q=shown-tool&audience=operators", "ja")).contains("この条件に当てはまるツールはありません。");
        assertThat(page("/tools?q=shown-tool&support=ended", "en")).contains("No tool fits these conditions.");
        assertThat(page("/tools/feed.atom", "en")).contains("Check &lt;shown-tool> 1.0", "What changed in 1.0.");
        assertThat(page("/api/tools/shown-tool", "ja"))
                .contains("\"version\":\"1.0\"", "\"sha256\":", "files/tool.zip.asc", "\"support\":\"supported\"");
        assertThat(page("/api/tools?q=shown-tool", "ja")).contains("\"total\":1", "\"newest\":\"1.0\"");
    }

    @Test
    void a_file_is_given_out_whole_or_in_pieces_and_counted_once() throws Exception {
        ToolName name = offered(desk, "fetched-tool");
        released(desk, name, "1.0");
        String path = "/tools/fetched-tool/1.0/files/tool.zip";
        MockHttpServletResponse whole = asked(get(path));
        byte[] content = whole.getContentAsByteArray();
        assertThat(content).startsWith('P', 'K');
        assertThat(whole.getHeader("Content-Disposition")).startsWith("attachment");
        String mark = Objects.requireNonNull(whole.getHeader("ETag"));
        assertThat(asked(get(path).header("If-None-Match", mark)).getStatus()).isEqualTo(304);
        MockHttpServletResponse piece =
                asked(get(path).header("Range", "bytes=10-").header("If-Range", mark));
        assertThat(piece.getStatus()).isEqualTo(206);
        assertThat(piece.getContentAsByteArray()).hasSize(content.length - 10);
        assertThat(asked(get(path).header("Range", "bytes=10-").header("If-Range", "\"other\""))
                        .getStatus())
                .as("a piece of something else is of no use")
                .isEqualTo(200);
        assertThat(asked(get(path).header("Range", "bytes=999999-")).getStatus())
                .isEqualTo(416);
        MockHttpServletResponse looked = asked(head(path));
        assertThat(looked.getHeader("Content-Length")).isEqualTo(String.valueOf(content.length));
        assertThat(downloads.byVersion(name).get("1.0")).isEqualTo(1);
        assertThat(page(path + ".asc", "ja")).startsWith("-----BEGIN PGP SIGNATURE-----");
        assertThat(page("/tools/fetched-tool/1.0/SHA256SUMS", "ja")).isEqualTo(mark.replace("\"", "") + "  tool.zip\n");
        assertThat(page("/tools/downloads.csv?tool=fetched-tool", "ja")).contains(",fetched-tool,1.0,1\r\n");
        assertThat(page("/tools/downloads/records.csv?tool=fetched-tool", "ja"))
                .contains("fetched-tool,1.0,tool.zip\r\n");
        assertThat(page("/tools/downloads?tool=fetched-tool", "en"))
                .contains("was downloaded 1 times", "How it is counted");
    }

    @Test
    void a_withdrawn_release_is_seen_with_its_reason_and_given_out_no_more() throws Exception {
        ToolName name = offered(desk, "gone-tool");
        released(desk, name, "1.0");
        Map<String, String> why = Map.of("reasonJa", "危険です。", "reasonEn", "It is dangerous.");
        published(desk, begun(desk, Kind.WITHDRAWAL, name, "1.0", new ToolWords(why)));
        assertThat(page("/tools/gone-tool/1.0", "en"))
                .contains("It is dangerous.")
                .doesNotContain("files/tool.zip");
        assertThat(page("/tools/gone-tool", "ja")).contains("提供中の版はありません。", "取下げ");
        assertThat(asked(get("/tools/gone-tool/1.0/files/tool.zip")).getStatus())
                .isEqualTo(410);
        assertThat(page("/tools/feed.atom", "ja")).doesNotContain("gone-tool");
        assertThat(downloads.byVersion(name)).isEmpty();
    }

    @Test
    void nobody_outside_sees_or_does_anything_about_drafts() throws Exception {
        ToolDraft draft = release(desk, offered(desk, "walled-tool"), "1.0", "");
        String file = desk.files(draft).getFirst().address();
        String address = "/staff/tools/drafts/" + draft.id();
        for (Role role : new Role[] {Role.MEMBER, Role.ACCOUNTANT, Role.MINISTRY}) {
            assertThat(asked(get(address).with(SignedIn.as(role))).getStatus())
                    .as(role.name())
                    .isEqualTo(403);
            assertThat(asked(get("/staff/tools").with(SignedIn.as(role))).getStatus())
                    .isEqualTo(403);
            assertThat(asked(get(file).with(SignedIn.as(role))).getStatus()).isEqualTo(404);
        }
        assertThat(asked(get(file)).getStatus()).isNotEqualTo(200);
        assertThat(asked(get(file).with(SignedIn.as(WRITER))).getStatus()).isEqualTo(200);
        assertThat(asked(get("/tools/walled-tool/1.0")).getStatus()).isEqualTo(404);
        ToolDraft sent = ToolExamples.submitted(desk, draft);
        Map<String, String> seen = Map.of("seen", String.valueOf(sent.seen()));
        assertThat(sent(address + "/approval", WRITER, seen).getStatus())
                .as("who writes does not approve")
                .isEqualTo(403);
        assertThat(sent(address + "/approval", APPROVER, seen).getRedirectedUrl())
                .isEqualTo("/staff/tools");
        assertThat(asked(get("/tools/walled-tool/1.0")).getStatus()).isEqualTo(200);
    }

    @Test
    void a_tool_and_its_release_go_from_the_form_to_the_public_page() throws Exception {
        Map<String, String> typed = words("form-tool").typed();
        String made = Objects.requireNonNull(
                sent("/staff/tools/new", WRITER, Map.of("name", "form-tool")).getRedirectedUrl());
        Map<String, String> half = Map.of("seen", "1", "then", "submit", "name", "form-tool");
        assertThat(sent(made, WRITER, half).getStatus()).isEqualTo(422);
        MockHttpServletRequestBuilder whole = post(made)
                .with(SignedIn.as(WRITER))
                .with(csrf())
                .param("seen", "2")
                .param("then", "submit");
        typed.forEach(whole::param);
        assertThat(asked(whole).getRedirectedUrl()).isEqualTo(made);
        assertThat(sent(made + "/approval", APPROVER, Map.of("seen", "1")).getStatus())
                .isEqualTo(409);
        assertThat(sent(made + "/approval", APPROVER, Map.of("seen", "4")).getRedirectedUrl())
                .isEqualTo("/staff/tools");
        String next = Objects.requireNonNull(sent("/staff/tools/form-tool/next", WRITER, Map.of("kind", "RELEASE"))
                .getRedirectedUrl());
        MockMultipartFile file = new MockMultipartFile(
                "files",
                "tool.zip",
                "application/zip",
                ToolExamples.archive("form").getByteArray());
        MockMultipartHttpServletRequestBuilder upload = multipart(next)
                .file(file)
                .with(SignedIn.as(WRITER))
                .with(csrf())
                .param("seen", "1")
                .param("then", "submit");
        ToolExamples.release("0.9", "").typed().forEach(upload::param);
        assertThat(asked(upload).getRedirectedUrl()).isEqualTo(next);
        assertThat(sent(next + "/approval", APPROVER, Map.of("seen", "4")).getRedirectedUrl())
                .isEqualTo("/staff/tools");
        assertThat(page("/tools/form-tool", "ja")).contains("最新の版 0.9");
    }

    @Test
    void what_does_not_exist_is_not_found() throws Exception {
        offered(desk, "alone-tool");
        for (String path : new String[] {
            "/tools/no-such",
            "/tools/NOT-A-NAME",
            "/tools/alone-tool/9.9",
            "/tools/alone-tool/9.9/files/x.zip",
            "/tools/alone-tool/9.9/SHA256SUMS",
            "/api/tools/no-such"
        }) {
            assertThat(asked(get(path)).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(asked(get("/staff/tools/drafts/x").with(SignedIn.as(WRITER))).getStatus())
                .isEqualTo(404);
        assertThat(page("/tools?q=" + "長".repeat(500) + "&audience=x&support=y", "ja"))
                .contains("この条件に当てはまるツールはありません。");
        assertThat(page("/tools/alone-tool", "en")).contains("No release is offered now.");
        assertThat(done(desk.begin(Kind.REVISION, new ToolName("alone-tool"), "", WRITER))
                        .words()
                        .of("titleEn"))
                .isEqualTo("Check <alone-tool>");
    }
}
