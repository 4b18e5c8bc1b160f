package tsukasa.watching.showing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.watching.WatchExample;
import tsukasa.watching.WatchLists;

/// From the result of a check, which anybody may ask for, to a list of whoever signs in.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-②-a")
class CheckedPagesTests {
    private static int number = 80_000;
    private final MockMvc browser;
    private final WatchExample example;
    private final WatchLists lists;
    private final Visitor hana = visitor();
    private final Visitor taro = visitor();
    private String result = "";

    @Autowired
    CheckedPagesTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner, WatchLists lists) {
        this.browser = browser;
        this.example = new WatchExample(owner);
        this.lists = lists;
    }

    private static Visitor visitor() {
        return new Visitor(UUID.randomUUID(), "見守 花子", "hana@example.jp", Set.of(Role.MEMBER), null);
    }

    private MockHttpServletResponse anybody(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse response =
                browser.perform(request.with(csrf())).andReturn().getResponse();
        response.setDefaultCharacterEncoding("UTF-8");
        return response;
    }

    private MockHttpServletResponse asked(AbstractMockHttpServletRequestBuilder<?> request, Visitor by)
            throws Exception {
        return anybody(request.with(SignedIn.as(by)));
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void the_result_of_a_check_of_one_part_with_a_name_and_one_without() throws Exception {
        number += 10;
        String product = "a:mimamori:checked" + number;
        example.entry(number, product, "[1.0 2.0)", 4, 98, false);
        String bom = """
                {"bomFormat":"CycloneDX","specVersion":"1.6",
                 "metadata":{"component":{"type":"application","name":"受付くん","version":"3"}},"components":[
                {"type":"library","name":"thing","version":"1.7","cpe":"cpe:2.3:%s:1.7:*:*:*:*:*:*:*"}]}
                """.formatted(product);
        result = Objects.requireNonNull(anybody(multipart("/sbom-check")
                        .file(new MockMultipartFile(
                                "sbom", "b.json", "application/json", bom.getBytes(StandardCharsets.UTF_8))))
                .getRedirectedUrl());
    }

    private String watching() {
        return "/watch/sbom?result=" + result.substring(result.lastIndexOf('/') + 1);
    }

    private MockHttpServletResponse sent(String list, Visitor by) throws Exception {
        return asked(
                post("/watch/sbom")
                        .param("result", result.substring(result.lastIndexOf('/') + 1))
                        .param("list", list),
                by);
    }

    @Test
    void the_result_leads_to_watching_by_way_of_signing_in() throws Exception {
        assertThat(text(anybody(get(result + "?lang=en")))).contains("href=\"" + watching() + "\"");
        assertThat(anybody(get(watching())).getRedirectedUrl())
                .startsWith("/sign-in?")
                .contains("result");
    }

    @Test
    void what_was_checked_becomes_a_list_and_what_cannot_be_watched_is_said_before() throws Exception {
        String page = text(asked(get(watching() + "&lang=en"), hana));
        assertThat(page)
                .contains("受付くん 3", "1 without a package URL or a CPE name cannot be watched", "Make a new list");
        String list = Objects.requireNonNull(sent("", hana).getRedirectedUrl());
        assertThat(text(asked(get(list + "?lang=en"), hana))).contains("CVE-2036-" + number, "thing 1.7", "受付くん 3");
        UUID id = lists.of(hana.id()).getFirst().id();
        assertThat(lists.bills(hana.id(), id)).singleElement().satisfies(bill -> {
            assertThat(bill.file()).isEqualTo("受付くん 3");
            assertThat(bill.parts()).isEqualTo(2);
            assertThat(bill.nameless()).isEqualTo(1);
        });
    }

    @Test
    void it_can_go_into_a_list_that_there_is_but_not_into_one_of_somebody_else() throws Exception {
        UUID list = lists.make(hana.id(), "サーバー", "", Language.JA).id();
        assertThat(sent(list.toString(), taro).getStatus()).isEqualTo(404);
        assertThat(lists.of(taro.id())).isEmpty();
        assertThat(text(asked(get(watching()), hana))).contains("サーバー");
        assertThat(sent(list.toString(), hana).getRedirectedUrl()).isEqualTo("/watch/lists/" + list);
        assertThat(lists.size(hana.id(), list)).isEqualTo(1);
        assertThat(lists.of(hana.id())).hasSize(1);
    }

    @Test
    void where_there_are_as_many_lists_as_there_may_be_the_reason_is_said_and_nothing_is_made() throws Exception {
        for (int each = 0; each < WatchLists.MOST_LISTS; each++) {
            lists.make(hana.id(), "リスト" + each, "", Language.JA);
        }
        MockHttpServletResponse refused = sent("", hana);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("1人50個まで");
        assertThat(lists.of(hana.id())).hasSize(WatchLists.MOST_LISTS);
    }

    @Test
    void a_result_that_is_gone_or_guessed_is_none() throws Exception {
        anybody(post(result + "/forget"));
        assertThat(asked(get(watching()), hana).getStatus()).isEqualTo(410);
        assertThat(sent("", hana).getStatus()).isEqualTo(410);
        assertThat(asked(get("/watch/sbom"), hana).getStatus()).isEqualTo(410);
    }
}
