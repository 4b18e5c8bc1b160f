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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.round.Round;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;

/// 注意喚起のメール配信: from the form to the letter, and to its end.
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(1-2)-④-a")
class AlertMailTests {
    private static final Pattern LINK = Pattern.compile("/alerts/mail/(confirm|stop)/[A-Za-z0-9_-]{43}");
    private final MockMvc browser;
    private final AlertWriting desk;
    private final Round mailing;
    private final JdbcClient owner;

    @Autowired
    AlertMailTests(
            MockMvc browser, AlertWriting desk, Round alertMailing, @Qualifier(OwnersDatabase.OWNER) JdbcClient owner) {
        this.browser = browser;
        this.desk = desk;
        this.mailing = alertMailing;
        this.owner = owner;
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = browser.perform(request).andReturn().getResponse();
        response.setDefaultCharacterEncoding("UTF-8");
        return response;
    }

    /// Each from a network of its own, unless it is said.
    private MockHttpServletResponse ask(String address, String least, String updates) throws Exception {
        String client = "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + "::1";
        return ask(address, least, updates, client);
    }

    private MockHttpServletResponse ask(String address, String least, String updates, String client) throws Exception {
        return asked(post("/alerts/mail")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(client);
                    return request;
                })
                .param("email", address)
                .param("least", least)
                .param("language", "ja")
                .param("updates", updates));
    }

    private record Sent(String subject, String body, String headers, boolean confidential) {
        String link() {
            Matcher found = LINK.matcher(body);
            assertThat(found.find()).as(body).isTrue();
            return found.group();
        }
    }

    private List<Sent> letters(String address) {
        return owner.sql("""
                        select l.subject, c.body, l.headers::text as headers, l.confidential
                          from mail.letter l join mail.letter_content c on c.letter = l.id
                         where to_address = :address order by l.id
                        """)
                .param("address", address)
                .query((row, _) -> new Sent(
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("headers"),
                        row.getBoolean("confidential")))
                .list();
    }

    private boolean subscribed(String address) {
        return owner.sql("select exists (select from alerts.subscriber where address = :address)")
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    private void subscribe(String address, String least, String updates) throws Exception {
        ask(address, least, updates);
        asked(post(letters(address).getLast().link()).with(csrf()));
        assertThat(subscribed(address)).isTrue();
    }

    /// The platform's own round may be at it already; then it is waited for.
    private void mail() {
        for (int looks = 0; underWay() && looks < 20_000; looks++) {
            look();
        }
        assertThat(underWay()).isFalse();
    }

    /// As if none of its letters had been handed in before its last edition came out.
    private void mailAgain(AlertNumber number) {
        owner.sql("update alerts.mailing set finished_at = null, last = null where year = :year and number = :number")
                .param("year", number.year())
                .param("number", number.number())
                .update();
        mail();
    }

    private boolean underWay() {
        return owner.sql("select exists (select from alerts.mailing where finished_at is null)")
                .query(Boolean.class)
                .single();
    }

    private void look() {
        Walls.as(mailing.acting(), () -> {
            try {
                mailing.work().look(() -> true);
                return true;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> subjects(String address) {
        return letters(address).stream().skip(1).map(Sent::subject).toList();
    }

    @Test
    void nobody_is_subscribed_by_somebody_else_or_by_a_scanner_of_mail() throws Exception {
        assertThat(ask("double@example.jp", "INFO", "yes").getRedirectedUrl()).isEqualTo("/alerts/mail/sent");
        assertThat(subscribed("double@example.jp")).isFalse();
        Sent letter = letters("double@example.jp").getFirst();
        assertThat(letter.confidential()).isTrue();
        String page = asked(get(letter.link()).param("lang", "ja")).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("double@example.jp で注意喚起を受け取ります。", "受け取る</button>");
        assertThat(subscribed("double@example.jp")).as("looked at").isFalse();
        assertThat(asked(post(letter.link())).getStatus())
                .as("a form of another site")
                .isEqualTo(403);
        assertThat(asked(post(letter.link()).with(csrf())).getRedirectedUrl()).isEqualTo("/alerts/mail/done");
        assertThat(subscribed("double@example.jp")).isTrue();
        assertThat(asked(post(letter.link()).with(csrf())).getStatus())
                .as("once only")
                .isEqualTo(410);
    }

    @Test
    void a_letter_that_nobody_answered_for_a_day_confirms_nothing() throws Exception {
        ask("late@example.jp", "INFO", "yes");
        owner.sql("update alerts.subscription_wish set expires_at = made_at where address = 'late@example.jp'")
                .update();
        String link = letters("late@example.jp").getFirst().link();
        assertThat(asked(get(link)).getStatus()).isEqualTo(410);
        assertThat(asked(post(link).with(csrf())).getStatus()).isEqualTo(410);
        assertThat(subscribed("late@example.jp")).isFalse();
    }

    @Test
    void the_answer_is_the_same_for_a_known_address_and_an_unknown_one_and_when_it_was_written_to_enough()
            throws Exception {
        subscribe("known@example.jp", "INFO", "yes");
        for (int i = 0; i < 5; i++) {
            for (String address : List.of("known@example.jp", "unknown@example.jp")) {
                MockHttpServletResponse answer = ask(address, "INFO", "yes");
                assertThat(answer.getStatus()).isEqualTo(303);
                assertThat(answer.getRedirectedUrl()).isEqualTo("/alerts/mail/sent");
            }
        }
        assertThat(letters("unknown@example.jp")).hasSize(3);
        assertThat(letters("known@example.jp")).hasSize(1 + 3);
    }

    @Test
    void one_network_asks_for_so_many_letters_and_no_more() throws Exception {
        int last = 0;
        for (int i = 0; i <= 20; i++) {
            last = ask("flood" + i + "@example.jp", "INFO", "yes", "203.0.113.77")
                    .getStatus();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void what_is_wrong_with_an_application_is_said() throws Exception {
        MockHttpServletResponse answer = ask("not an address\r\nBcc: x@example.jp", "WHATEVER", "yes");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("email-error", "least-error");
    }

    @Test
    void each_edition_is_sent_once_to_whoever_wants_it() throws Exception {
        subscribe("all@example.jp", "INFO", "yes");
        subscribe("first@example.jp", "CRITICAL", "");
        AlertNumber number = published(desk, "配信の件");
        mail();
        mail();
        assertThat(subjects("all@example.jp")).containsOnlyOnce("【注意喚起】配信の件の脆弱性について");
        assertThat(subjects("first@example.jp")).containsOnlyOnce("【注意喚起】配信の件の脆弱性について");

        AlertDraft draft = done(desk.begin(AlertDraft.Kind.UPDATE, number, WRITER));
        AlertDraft written =
                done(desk.write(draft.id(), draft.seen(), draft.words().saying("新しい版が出ました。", "A version."), WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), written.seen(), WRITER));
        done(desk.publish(sent.id(), sent.seen(), Optional.empty(), APPROVER));
        mail();
        assertThat(subjects("all@example.jp")).containsOnlyOnce("【注意喚起】配信の件の脆弱性について（第2報）");
        assertThat(subjects("first@example.jp")).doesNotContain("【注意喚起】配信の件の脆弱性について（第2報）");
        Sent letter = letters("all@example.jp").getLast();
        assertThat(letter.body()).contains("緊急", "新しい版が出ました。", "/alerts/" + number);
        assertThat(letter.confidential()).as("staff do not see who subscribed").isTrue();
    }

    @Test
    void a_letter_says_what_its_edition_said_and_that_another_one_came_out_since() throws Exception {
        subscribe("twice@example.jp", "INFO", "yes");
        AlertNumber number = published(desk, "二度の件");
        AlertDraft draft = done(desk.begin(AlertDraft.Kind.UPDATE, number, WRITER));
        AlertWords other = AlertExamples.words("書き直した件").saying("題を改めました。", "Another title.");
        AlertDraft written = done(desk.write(draft.id(), draft.seen(), other, WRITER));
        AlertDraft sent = done(desk.submit(draft.id(), written.seen(), WRITER));
        done(desk.publish(sent.id(), sent.seen(), Optional.empty(), APPROVER));
        mailAgain(number);
        List<Sent> letters = letters("twice@example.jp");
        Sent first = letters.stream()
                .filter(letter -> letter.subject().equals("【注意喚起】二度の件の脆弱性について")
                        && letter.body().contains("この後に第2報を公表しました。"))
                .findAny()
                .orElseThrow(() -> new AssertionError(letters));
        assertThat(first.body()).contains("二度の件").doesNotContain("書き直した件", "題を改めました。");
        Sent second = letters.stream()
                .filter(letter -> letter.subject().equals("【注意喚起】書き直した件の脆弱性について（第2報）"))
                .findAny()
                .orElseThrow(() -> new AssertionError(letters));
        assertThat(second.body()).contains("題を改めました。").doesNotContain("この後に");
    }

    @Test
    void a_letter_of_an_earlier_edition_says_that_the_alert_has_ended() throws Exception {
        subscribe("ended@example.jp", "INFO", "yes");
        AlertNumber number = published(desk, "収まった件");
        mail();
        closed(desk, AlertDraft.Kind.END, number);
        mailAgain(number);
        List<Sent> firsts = letters("ended@example.jp").stream()
                .filter(letter -> letter.subject().equals("【注意喚起】収まった件の脆弱性について"))
                .toList();
        assertThat(firsts).hasSize(2);
        assertThat(firsts.getFirst().body()).as("while in force").doesNotContain("この注意喚起は終了しました。");
        assertThat(firsts.getLast().body()).contains("この注意喚起は終了しました。", "この後に第2報を公表しました。");
    }

    private List<Integer> cutShort(AlertNumber number) {
        return owner.sql("""
                        select edition from alerts.mailing
                         where year = :year and number = :number and cut_short order by edition
                        """)
                .param("year", number.year())
                .param("number", number.number())
                .query((row, _) -> row.getInt("edition"))
                .list();
    }

    @Test
    void what_was_withdrawn_is_sent_to_nobody_any_more_and_staff_see_that_it_was_not() throws Exception {
        subscribe("spared@example.jp", "INFO", "yes");
        AlertNumber number = published(desk, "取り下げる件");
        mail();
        assertThat(cutShort(number)).as("while in force").isEmpty();
        closed(desk, AlertDraft.Kind.WITHDRAWAL, number);
        mailAgain(number);
        assertThat(cutShort(number)).containsExactly(1);
        assertThat(subjects("spared@example.jp"))
                .as("the letter from before the withdrawal, and no other")
                .containsOnlyOnce("【注意喚起】取り下げる件の脆弱性について")
                .contains("【注意喚起】取り下げる件の脆弱性について（第2報）");
        assertThat(letters("spared@example.jp").getLast().body()).contains("この注意喚起は取り下げられました。", "収束。");
        String page = asked(get("/staff/alerts").param("lang", "ja").with(SignedIn.as(Role.SUPERVISOR)))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("取下げにより打ち切り");
    }

    @Test
    void whoever_subscribed_after_a_publication_is_not_sent_it() throws Exception {
        published(desk, "先に出た件");
        subscribe("after@example.jp", "INFO", "yes");
        mail();
        assertThat(subjects("after@example.jp")).doesNotContain("【注意喚起】先に出た件の脆弱性について");
    }

    @Test
    void a_mail_program_ends_a_subscription_with_one_click() throws Exception {
        subscribe("stop@example.jp", "INFO", "yes");
        published(desk, "止める件");
        mail();
        Sent letter = letters("stop@example.jp").getLast();
        assertThat(letter.headers())
                .contains("List-Unsubscribe-Post", "List-Unsubscribe=One-Click", letter.link() + ">");
        assertThat(asked(get(letter.link())).getStatus()).isEqualTo(200);
        assertThat(subscribed("stop@example.jp")).as("looked at").isTrue();
        MockHttpServletResponse stopped = asked(post(letter.link()).param("List-Unsubscribe", "One-Click"));
        assertThat(Objects.requireNonNull(stopped.getRedirectedUrl())).isEqualTo("/alerts/mail/stopped");
        assertThat(subscribed("stop@example.jp")).isFalse();
        assertThat(asked(post(letter.link())).getStatus()).as("again").isEqualTo(303);
    }

    @Test
    void staff_get_from_a_mailing_to_what_its_edition_said() throws Exception {
        AlertNumber number = published(desk, "辿る件");
        closed(desk, AlertDraft.Kind.END, number);
        String page = asked(get("/staff/alerts").param("lang", "ja").with(SignedIn.as(Role.SUPERVISOR)))
                .getContentAsString(StandardCharsets.UTF_8);
        for (int edition = 1; edition <= 2; edition++) {
            String address = "/alerts/" + number + "?edition=" + edition;
            assertThat(page).contains("<a href=\"" + address + "\">" + number + "　第" + edition + "報</a>");
            assertThat(asked(get(address)).getStatus()).as(address).isEqualTo(200);
        }
    }

    @Test
    void staff_see_how_many_and_never_who() throws Exception {
        subscribe("counted@example.jp", "INFO", "yes");
        String page = asked(get("/staff/alerts").param("lang", "ja").with(SignedIn.as(Role.SUPERVISOR)))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("件のアドレスが、注意喚起をメールで受け取っています").doesNotContain("counted@example.jp");
    }
}
