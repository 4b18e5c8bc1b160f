package tsukasa.watching.showing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.watching.WatchExample;

/// The pages and the API, as their owner sees them and as others do.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class WatchPagesTests {
    private static int number = 5000;
    private final MockMvc browser;
    private final WatchExample example;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Visitor hana = visitor("見守 花子");
    private final Visitor taro = visitor("見守 太郎");
    private String product = "";

    @Autowired
    WatchPagesTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.example = new WatchExample(owner);
    }

    private static Visitor visitor(String name) {
        return new Visitor(UUID.randomUUID(), name, "hana@example.jp", Set.of(Role.MEMBER), null);
    }

    @BeforeEach
    void a_product_of_its_own() {
        number += 10;
        product = "a:mimamori:page" + number;
        example.entry(number, product, "[1.0 2.0)", 4, 98, true);
    }

    private MockHttpServletResponse asked(AbstractMockHttpServletRequestBuilder<?> request, Visitor by)
            throws Exception {
        MvcResult begun =
                browser.perform(request.with(SignedIn.as(by)).with(csrf())).andReturn();
        MockHttpServletResponse response = begun.getRequest().isAsyncStarted()
                ? browser.perform(asyncDispatch(begun)).andReturn().getResponse()
                : begun.getResponse();
        response.setDefaultCharacterEncoding("UTF-8");
        return response;
    }

    private String page(String path, Visitor by, String language) throws Exception {
        MockHttpServletResponse response = asked(get(path + (path.contains("?") ? "&" : "?") + "lang=" + language), by);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse sent(String path, Visitor by, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path + "?lang=en");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return asked(request, by);
    }

    private String list() throws Exception {
        String address = Objects.requireNonNull(
                sent("/watch/lists", hana, "name", "サーバー", "note", "毎月見直す").getRedirectedUrl());
        String list = address.substring(0, address.length() - "/items".length());
        assertThat(sent(list + "/items", hana, "names", cpe("1.5") + "\n" + cpe("2.5"))
                        .getRedirectedUrl())
                .isEqualTo(list);
        return list;
    }

    private String cpe(String version) {
        return "cpe:2.3:" + product + ":" + version + ":*:*:*:*:*:*:*";
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void whoever_is_not_signed_in_reads_what_it_is_and_sees_no_list() throws Exception {
        String html = browser.perform(get("/watch?lang=en"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("Sign in to begin").doesNotContain("Make a watch list");
        assertThat(browser.perform(get("/watch/lists"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/sign-in");
    }

    @Test
    void a_list_shows_what_affects_its_versions_with_the_row_that_decided() throws Exception {
        String list = list();
        assertThat(page(list, hana, "en"))
                .contains(
                        "CVE-2036-" + number,
                        "from 1.0 to before 2.0",
                        "Critical 9.8",
                        "Exploited (KEV)",
                        "known to be exploited");
        assertThat(page(list, hana, "ja")).contains("緊急 9.8", "該当します", "悪用を確認");
        assertThat(page(list + "?severity=low", hana, "en"))
                .contains("Nothing to show")
                .doesNotContain("CVE-2036-" + number);
        assertThat(page("/watch", hana, "en")).contains("サーバー").contains("1 findings wait for you");
        assertThat(page(list + "/items", hana, "en")).contains("2.5").contains(product);
    }

    @Test
    void nobody_else_sees_or_changes_a_list() throws Exception {
        String list = list();
        String finding = found(page(list, hana, "en"), "(/watch/findings/\\d+)");
        for (String path : List.of(
                list,
                list + "/items",
                list + "/settings",
                list + "/removal",
                list + "/findings.csv",
                list + "/items.csv",
                list + "/list.json",
                list + "/vex.json",
                finding,
                "/api" + list,
                "/api" + list + "/findings")) {
            assertThat(asked(get(path), taro).getStatus()).as(path).isEqualTo(404);
        }
        for (String path : List.of(
                list + "/items",
                list + "/settings",
                list + "/telling",
                list + "/feed",
                list + "/feed/removal",
                list + "/hook",
                list + "/removal",
                list + "/return",
                finding)) {
            assertThat(sent(path, taro, "names", cpe("1.1"), "state", "fixed", "name", "x")
                            .getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(asked(delete("/api" + list), taro).getStatus()).isEqualTo(404);
        assertThat(page("/watch", taro, "en")).contains("You have no watch list yet");
        assertThat(page(list, hana, "en")).contains("CVE-2036-" + number);
    }

    @Test
    void a_decision_is_kept_with_its_reason_and_leaves_as_openvex() throws Exception {
        String list = list();
        String finding = found(page(list, hana, "en"), "(/watch/findings/\\d+)");
        assertThat(sent(finding, hana, "state", "not-affected").getStatus()).isEqualTo(422);
        sent(
                finding,
                hana,
                "state",
                "not-affected",
                "justification",
                "vulnerable_code_not_in_execute_path",
                "note",
                "<b>not used</b>");
        assertThat(page(finding, hana, "en"))
                .contains("The vulnerable code is never executed", "&lt;b&gt;not used&lt;/b&gt;", "見守 花子");
        assertThat(page(list, hana, "en")).contains("Nothing waits for you");
        JsonNode statement = json.readTree(asked(get(list + "/vex.json"), hana).getContentAsByteArray())
                .get("statements")
                .get(0);
        assertThat(statement.get("status").asString()).isEqualTo("not_affected");
        assertThat(statement.get("justification").asString()).isEqualTo("vulnerable_code_not_in_execute_path");
        assertThat(statement.get("products").get(0).get("@id").asString()).isEqualTo(cpe("1.5"));
        assertThat(asked(get(list + "/findings.csv"), hana).getContentAsString(StandardCharsets.UTF_8))
                .contains("NOT_AFFECTED", "CVE-2036-" + number, "IN_RANGE");
    }

    @Test
    void an_sbom_fills_a_list_and_says_what_it_could_not_keep() throws Exception {
        String list = list();
        String bom = """
                {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[
                {"type":"library","name":"thing","version":"1.7","cpe":"%s"},
                {"type":"library","name":"nameless","version":"1"}]}""".formatted(cpe("1.7"));
        MockMultipartFile file =
                new MockMultipartFile("sbom", "b<o>m.json", "application/json", bom.getBytes(StandardCharsets.UTF_8));
        assertThat(asked(multipart(list + "/bills").file(file), hana).getRedirectedUrl())
                .isEqualTo(list);
        String items = page(list + "/items", hana, "en");
        assertThat(items).contains("b&lt;o&gt;m.json", "1 without a name cannot be watched", "thing");
        assertThat(page(list, hana, "en")).contains("thing 1.7");
        String bill = found(items, "(/watch/lists/[^\"]+/bills/\\d+/removal)");
        sent(bill, hana);
        assertThat(page(list, hana, "en")).doesNotContain("thing 1.7");
        MockMultipartFile broken =
                new MockMultipartFile("sbom", "x.json", "application/json", "{".getBytes(StandardCharsets.UTF_8));
        assertThat(asked(multipart(list + "/bills").file(broken), hana).getStatus())
                .isEqualTo(422);
    }

    @Test
    void what_is_no_name_is_refused_with_the_line_that_is_wrong() throws Exception {
        String list = list();
        for (String wrong : List.of("log4j", "cpe:2.3:a:*:*:1:*:*:*:*:*:*:*", "pkg:", "cpe:/")) {
            MockHttpServletResponse response = sent(list + "/items", hana, "names", cpe("1.1") + "\n" + wrong);
            assertThat(response.getStatus()).as(wrong).isEqualTo(422);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("neither a CPE name");
        }
        assertThat(sent("/watch/lists", hana, "name", " ").getStatus()).isEqualTo(422);
        assertThat(sent("/watch/lists", hana, "name", "x".repeat(101)).getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_product_of_the_register_is_watched_with_a_version_from_its_own_page() throws Exception {
        long id = example.product("a", "mimamori", "page" + number);
        assertThat(page("/watch/add?product=" + id + "&version=1.5", hana, "en"))
                .contains("value=\"1.5\"");
        String list = Objects.requireNonNull(sent("/watch/add", hana, "product", "" + id, "version", "1.5", "list", "")
                .getRedirectedUrl());
        assertThat(page(list, hana, "en")).contains("CVE-2036-" + number);
        assertThat(sent("/watch/add", hana, "product", "" + id, "version", "版 1")
                        .getStatus())
                .isEqualTo(422);
        assertThat(asked(get("/watch/add?product=999999999"), hana).getStatus()).isEqualTo(404);
    }

    @Test
    void a_feed_is_read_by_its_secret_until_that_is_revoked() throws Exception {
        String list = list();
        String shown = sent(list + "/feed", hana).getContentAsString(StandardCharsets.UTF_8);
        String feed = found(shown, "(/watch/feeds/[A-Za-z0-9_-]{43})");
        assertThat(page(list + "/settings", hana, "en")).doesNotContain(feed);
        MockHttpServletResponse atom = browser.perform(get(feed)).andReturn().getResponse();
        assertThat(atom.getStatus()).isEqualTo(200);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(atom.getContentAsByteArray()))
                        .getDocumentElement()
                        .getNodeName())
                .isEqualTo("feed");
        assertThat(atom.getContentAsString(StandardCharsets.UTF_8)).doesNotContain(feed);
        sent(list + "/feed/removal", hana);
        assertThat(browser.perform(get(feed)).andReturn().getResponse().getStatus())
                .isEqualTo(404);
        assertThat(browser.perform(get("/watch/feeds/guess"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_removed_list_can_be_taken_back() throws Exception {
        String list = list();
        assertThat(page(list + "/removal", hana, "en")).contains("2 products");
        sent(list + "/removal", hana);
        assertThat(asked(get(list), hana).getStatus()).isEqualTo(404);
        assertThat(page("/watch", hana, "en")).contains("Take back");
        sent(list + "/return", hana);
        assertThat(page(list, hana, "en")).contains("CVE-2036-" + number);
    }

    @Test
    void a_webhook_of_our_own_network_is_refused_and_its_secret_is_shown_once() throws Exception {
        String list = list();
        assertThat(sent(list + "/hook", hana, "hook", "https://10.0.0.1/x").getStatus())
                .isEqualTo(422);
        String made = sent(list + "/hook", hana, "hook", "https://hooks.example.com/secret-path")
                .getContentAsString(StandardCharsets.UTF_8);
        String secret = found(made, "(whsec_[A-Za-z0-9+/=]+)");
        assertThat(page(list + "/settings", hana, "en"))
                .contains("https://hooks.example.com")
                .doesNotContain(secret, "secret-path");
        sent(list + "/hook/removal", hana);
        assertThat(page(list + "/settings", hana, "en")).doesNotContain("hooks.example.com");
    }

    @Test
    void a_removed_list_leaves_no_webhook_behind() throws Exception {
        for (boolean byProgram : new boolean[] {false, true}) {
            String list = list();
            String path = "/gone-" + UUID.randomUUID();
            sent(list + "/hook", hana, "hook", "https://hooks.example.com" + path);
            assertThat(example.hooks(path)).isEqualTo(1);
            assertThat(page(list + "/removal", hana, "en")).contains("erased at once");
            sent(list + "/removal", taro);
            assertThat(example.hooks(path)).as("somebody else's try").isEqualTo(1);
            if (byProgram) {
                asked(delete("/api" + list), hana);
            } else {
                sent(list + "/removal", hana);
            }
            assertThat(example.hooks(path)).isZero();
            sent(list + "/return", hana);
            assertThat(page(list + "/settings", hana, "en")).contains("Add the webhook");
        }
    }

    @Test
    void a_list_goes_out_as_json_and_comes_in_again_by_the_api() throws Exception {
        String list = list();
        String out = asked(get(list + "/list.json"), hana).getContentAsString(StandardCharsets.UTF_8);
        MockHttpServletResponse made = asked(
                post("/api/watch/lists").contentType(MediaType.APPLICATION_JSON).content(out), hana);
        assertThat(made.getStatus()).isEqualTo(201);
        JsonNode whole = json.readTree(made.getContentAsByteArray());
        assertThat(whole.get("items").size()).isEqualTo(2);
        assertThat(whole.get("list").get("waiting").asInt()).isEqualTo(1);
        String copy = "/api/watch/lists/" + whole.get("list").get("id").asString();
        JsonNode finding = json.readTree(asked(get(copy + "/findings"), hana).getContentAsByteArray())
                .get("findings")
                .get(0);
        assertThat(finding.get("severity").asString()).isEqualTo("CRITICAL");
        assertThat(asked(
                                post("/api/watch/findings/" + finding.get("id").asLong())
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"state\":\"FIXED\"}"),
                                hana)
                        .getStatus())
                .isEqualTo(204);
        assertThat(asked(
                                post("/api/watch/lists")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"name\":\"x\",\"items\":[{\"names\":[\"nonsense\"]}]}"),
                                hana)
                        .getStatus())
                .isEqualTo(400);
        assertThat(asked(delete(copy), hana).getStatus()).isEqualTo(204);
    }
}
