package tsukasa.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.alerts.AlertExamples.APPROVER;
import static tsukasa.alerts.AlertExamples.WRITER;
import static tsukasa.alerts.AlertExamples.closed;
import static tsukasa.alerts.AlertExamples.done;
import static tsukasa.alerts.AlertExamples.published;
import static tsukasa.alerts.AlertExamples.words;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-④-a")
class AlertPagesTests {
    private final MockMvc browser;
    private final AlertWriting desk;

    @Autowired
    AlertPagesTests(MockMvc browser, AlertWriting desk) {
        this.browser = browser;
        this.desk = desk;
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = browser.perform(request).andReturn().getResponse();
        response.setDefaultCharacterEncoding("UTF-8");
        return response;
    }

    private String page(String path, String language) throws Exception {
        String address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        return asked(get(address)).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse sent(String path, Visitor by, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(path).with(SignedIn.as(by)).with(csrf()).param("lang", "ja");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return asked(request);
    }

    @Test
    void a_published_alert_is_on_its_page_in_both_languages_in_the_list_in_the_feed_and_in_json() throws Exception {
        AlertNumber number = published(desk, "<公開の頁>");
        assertThat(page("/alerts/" + number, "ja"))
                .contains("&lt;公開の頁&gt;の脆弱性について", "直ちに更新してください。", "CVE-2026-1234567", "1.0 – 1.4");
        assertThat(page("/alerts/" + number, "en")).contains("Update at once.", "Critical");
        assertThat(page("/alerts?q=公開の頁", "ja")).contains("/alerts/" + number + "\"");
        assertThat(page("/api/alerts/" + number, "ja")).contains("\"number\":\"" + number + "\"", "CVE-2026-7001");
        String feed = page("/alerts/feed.atom", "ja");
        assertThat(feed).contains("&lt;公開の頁", "/alerts/" + number + "</id>");
        assertThat(DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getLocalName())
                .isEqualTo("feed");
    }

    @Test
    void what_an_edition_said_can_be_read_after_it_was_followed_by_another() throws Exception {
        AlertNumber number = published(desk, "初めの件");
        AlertDraft draft = done(desk.begin(AlertDraft.Kind.UPDATE, number, WRITER));
        AlertWords other = words("後の件").saying("題を改めました。", "Another title.");
        AlertDraft written = done(desk.write(draft.id(), draft.seen(), other, WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), written.seen(), WRITER));
        done(desk.publish(sent.id(), sent.seen(), Optional.empty(), APPROVER));
        String address = "/alerts/" + number;
        assertThat(page(address, "ja"))
                .contains("後の件の脆弱性について", "href=\"" + address + "?edition=1\"")
                .doesNotContain("初めの件");
        assertThat(page(address + "?edition=1", "ja"))
                .contains("初めの件の脆弱性について", "この後に第2報を公表しました。", "href=\"" + address + "\"")
                .doesNotContain("後の件の脆弱性について");
        for (String none : new String[] {"3", "0", "-1", "99999999999", "x"}) {
            assertThat(asked(get(address).param("edition", none)).getStatus())
                    .as(none)
                    .isEqualTo(404);
        }
    }

    @Test
    void every_edition_of_what_ended_or_was_withdrawn_says_so() throws Exception {
        AlertNumber number = published(desk, "誤った件");
        String first = "/alerts/" + number + "?edition=1";
        assertThat(page(first, "ja")).doesNotContain("この注意喚起は");
        closed(desk, AlertDraft.Kind.END, number);
        assertThat(page(first, "ja")).contains("この注意喚起は終了しました。収束。", "この後に第2報を公表しました。");
        assertThat(page(first, "en")).contains("This alert has ended. Over.");
        closed(desk, AlertDraft.Kind.WITHDRAWAL, number);
        for (String address : new String[] {first, "/alerts/" + number + "?edition=2", "/alerts/" + number}) {
            assertThat(page(address, "ja"))
                    .as(address)
                    .contains("この注意喚起は取り下げられました。収束。")
                    .doesNotContain("この注意喚起は終了しました。");
            assertThat(page(address, "en")).as(address).contains("This alert was withdrawn. Over.");
        }
    }

    @Test
    void nobody_outside_sees_that_something_is_being_written() throws Exception {
        AlertDraft draft = done(desk.begin(words("隠れた件"), WRITER));
        done(desk.submit(draft.id(), draft.seen(), WRITER));
        for (String path : new String[] {"/alerts?q=隠れた件", "/api/alerts?q=隠れた件", "/alerts/feed.atom"}) {
            assertThat(page(path, "ja")).doesNotContain("隠れた件の脆弱性");
        }
        String address = "/staff/alerts/drafts/" + draft.id();
        assertThat(asked(get(address)).getStatus()).isNotEqualTo(200);
        assertThat(asked(get(address).with(SignedIn.as(Role.MEMBER))).getStatus())
                .isEqualTo(403);
        assertThat(asked(get(address).with(SignedIn.as(Role.ACCOUNTANT))).getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_writer_cannot_approve_at_all_and_a_supervisor_not_their_own() throws Exception {
        AlertDraft draft = done(desk.begin(words("自分の件"), APPROVER));
        AlertDraft own = done(desk.submit(draft.id(), draft.seen(), APPROVER));
        String approval = "/staff/alerts/drafts/" + own.id() + "/approval";
        assertThat(sent(approval, WRITER, "seen", "" + own.seen()).getStatus()).isEqualTo(403);
        MockHttpServletResponse refused = sent(approval, APPROVER, "seen", "" + own.seen());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("自分で書いた案は、ほかの人が承認します。");
        assertThat(page("/alerts?q=自分の件", "ja")).doesNotContain("自分の件の脆弱性");
    }

    @Test
    void whoever_approves_reads_words_and_no_key_of_a_choice() throws Exception {
        AlertDraft draft = done(desk.begin(words("読む件"), WRITER));
        done(desk.submit(draft.id(), draft.seen(), WRITER));
        String html = asked(
                        get("/staff/alerts/drafts/" + draft.id() + "?lang=ja").with(SignedIn.as(APPROVER)))
                .getContentAsString(StandardCharsets.UTF_8);
        Urgency urgency = Urgency.valueOf(words("読む件").urgency());
        assertThat(html)
                .contains("<dd class=\"entry-text\">" + urgency.word().ja() + "</dd>")
                .doesNotContain(">" + urgency.name() + "<");
    }

    @Test
    void an_alert_goes_from_the_form_to_the_public_page() throws Exception {
        AlertWords typed = words("書式の件");
        String made = Objects.requireNonNull(
                sent("/staff/alerts/new", WRITER, "titleJa", typed.titleJa()).getRedirectedUrl());
        assertThat(sent(made, WRITER, "seen", "1", "then", "submit", "titleJa", "途中")
                        .getStatus())
                .as("what is missing is said")
                .isEqualTo(422);
        MockHttpServletResponse submitted = sent(
                made,
                WRITER,
                "seen",
                "2",
                "then",
                "submit",
                "titleJa",
                typed.titleJa(),
                "titleEn",
                typed.titleEn(),
                "summaryJa",
                typed.summaryJa(),
                "summaryEn",
                typed.summaryEn(),
                "actionJa",
                typed.actionJa(),
                "actionEn",
                typed.actionEn(),
                "urgency",
                "HIGH",
                "contact",
                typed.contact());
        assertThat(submitted.getRedirectedUrl()).isEqualTo(made);
        assertThat(sent(made + "/approval", APPROVER, "seen", "4", "due", "tomorrow")
                        .getStatus())
                .isEqualTo(422);
        assertThat(sent(made + "/approval", APPROVER, "seen", "4").getRedirectedUrl())
                .isEqualTo("/staff/alerts");
        assertThat(page("/alerts?q=書式の件", "ja")).contains("書式の件の脆弱性について");
    }

    @Test
    void what_does_not_exist_is_not_found_and_odd_conditions_find_nothing() throws Exception {
        for (String path :
                new String[] {"/alerts/1999-0001", "/alerts/x", "/alerts/0000-999999", "/api/alerts/2021-1"}) {
            assertThat(asked(get(path)).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(page("/alerts?q=そんな言葉はない&year=9999&product=999999999999&page=-5", "ja"))
                .contains("この条件に当てはまる注意喚起はありません。");
    }
}
