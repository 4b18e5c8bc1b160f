package tsukasa.scheme.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.scheme.Applicant;
import tsukasa.testing.OwnersDatabase;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(4)-②-b")
class DeclaringTests {
    private final MockMvc browser;
    private final JdbcClient database;

    @Autowired
    DeclaringTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.browser = browser;
        this.database = database;
    }

    private Applicant company() {
        return new Applicant(browser, database);
    }

    private long cases(Applicant company) {
        return database.sql("select count(*) from scheme.case_file where answers ->> 'contactMail' = :mail")
                .param("mail", company.mail())
                .query(Long.class)
                .single();
    }

    @Test
    void a_scheme_says_what_it_is_and_how_many_stand_in_its_register() throws Exception {
        MockHttpServletResponse page = company().open("/security-action");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("SECURITY ACTION 自己宣言", "一つ星", "二つ星", "宣言を始める", "/security-action/register?level=two");
        assertThat(company().open("/no-such-scheme").getStatus()).isEqualTo(404);
        assertThat(company().send("/no-such-scheme/declare", Map.of()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void one_star_is_declared_in_three_steps_and_registered_by_the_link_in_the_mail() throws Exception {
        Applicant company = company();
        String draft = company.oneStar();
        assertThat(company.open(draft + "/review").getContentAsString())
                .contains("有限会社みなと製作所", "広島県", "製造業", "42名", "10,000,000円", company.mail());

        String sent = company.follow(draft + "/send", Map.of());
        assertThat(company.open(sent).getContentAsString()).contains("確認のメールを送りました", "SA-");

        String link = company.link();
        MockHttpServletResponse look = company.open(link);
        assertThat(look.getStatus()).isEqualTo(200);
        assertThat(look.getContentAsString()).contains("登録する", "有限会社みなと製作所").doesNotContain(company.mail());
        assertThat(look.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(state(company)).isEqualTo("awaiting-confirmation");

        assertThat(company.open(company.follow(link, Map.of())).getContentAsString())
                .contains("登録しました", "★");
        assertThat(state(company)).isEqualTo("registered");
    }

    private String state(Applicant company) {
        return database.sql("select state from scheme.case_file where answers ->> 'contactMail' = :mail")
                .param("mail", company.mail())
                .query(String.class)
                .single();
    }

    @Test
    void two_stars_ask_for_the_self_check_and_the_policy_and_show_the_result_before_sending() throws Exception {
        Applicant company = company();
        String draft = company.twoStars();
        String review = company.open(draft + "/review").getContentAsString();
        assertThat(review).contains("100点のうち39点", "まず基本から", "20点（20点中）", "26点（52点中）", "-7点（28点中）");
        company.register(draft);
        assertThat(database.sql("select level from scheme.register_entry where subject_key = :subject")
                        .param("subject", company.number().digits())
                        .query(String.class)
                        .single())
                .isEqualTo("two");
    }

    @Test
    void a_draft_that_was_put_aside_goes_on_where_it_stopped_and_its_address_is_mailed() throws Exception {
        Applicant company = company();
        String step = company.follow("/security-action/declare", Map.of());
        step = company.follow(step, company.practices("one"));
        String draft = company.follow(step, Map.of("name", "みなと", "employees", "たくさん", "do", "pause"));
        String page = company.open(draft).getContentAsString();
        assertThat(page).contains("続きを入力する", draft, step);
        assertThat(company.open(step).getContentAsString()).contains("value=\"みなと\"", "value=\"たくさん\"");
        assertThat(company.letters()).isEmpty();

        step = company.follow(step, company.business());
        company.follow(step, Map.of("contactMail", company.mail(), "do", "pause"));
        assertThat(company.letters()).singleElement().asString().contains(draft);
    }

    @Test
    void wrong_answers_are_named_beside_their_fields_and_kept() throws Exception {
        Applicant company = company();
        String step = company.follow("/security-action/declare", Map.of());
        MockHttpServletResponse nothing = company.send(step, Map.of());
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(nothing.getContentAsString()).contains("<title>エラー：取組の確認", "2か所を直してください", "href=\"#level\"");

        step = company.follow(step, company.practices("one"));
        Map<String, String> business = company.business();
        business.put("corporateNumber", "123456789012");
        business.put("kana", "港製作所");
        business.put("employees", "四十二");
        business.put("industry", "ZZ");
        MockHttpServletResponse wrong = company.send(step, business);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains(
                        "4か所を直してください",
                        "法人番号は13桁です。入力は12桁でした。",
                        "事業者名（カナ）は、カタカナで入力してください。",
                        "数字だけで入力してください。",
                        "業種を選んでください。",
                        "value=\"123456789012\"",
                        "value=\"四十二\"");
        business.put("corporateNumber", "１２３４５６７８９０１２３");
        assertThat(company.send(step, business).getContentAsString()).contains("この法人番号はありません。");
    }

    @Test
    void an_unfinished_form_is_not_sent_however_it_is_asked() throws Exception {
        Applicant company = company();
        String step = company.follow("/security-action/declare", Map.of());
        String draft = step.substring(0, step.lastIndexOf('/'));
        assertThat(company.open(draft + "/review").getContentAsString())
                .contains("か所を入力してください")
                .doesNotContain("この内容で送る");
        assertThat(company.follow(draft + "/send", Map.of())).isEqualTo(step + "?check=yes");
        assertThat(company.open(step + "?check=yes").getContentAsString()).contains("2か所を直してください");
    }

    @Test
    void hostile_values_stay_words() throws Exception {
        Applicant company = company();
        String step = company.follow("/security-action/declare", Map.of("level", "../two"));
        step = company.follow(step, company.practices("one"));
        Map<String, String> business = company.business();
        business.put("name", "<script>alert(1)</script>\u202Egnp.exe\u0000\uD800'; drop table scheme.draft; --");
        business.put("unknown", "x".repeat(100_000));
        business.put("level", "two");
        business.put("contactMail", "evil@example.jp");
        step = company.follow(step, business);
        String draft = step.substring(0, step.lastIndexOf('/'));
        String review = company.open(draft + "/review").getContentAsString();
        assertThat(review)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;gnp.exe'; drop table scheme.draft; --")
                .doesNotContain("<script>alert", "\u202E", "evil@example.jp", "自社診断");

        business.put("name", "長".repeat(5000));
        assertThat(company.send(draft + "/business", business).getStatus()).isEqualTo(422);
        Map<String, String> injected =
                Map.of("contactName", "港", "contactMail", "a@example.jp\r\nBcc: b@example.jp", "publish", "true");
        assertThat(company.send(step, injected).getStatus()).isEqualTo(422);
        for (String address : List.of("/security-action/declare/x/business", draft + "x/business")) {
            assertThat(company.open(address).getStatus()).isEqualTo(410);
        }
        assertThat(company.open(draft + "/no-such-step").getStatus()).isEqualTo(404);
    }

    @Test
    void going_back_to_one_star_leaves_the_answers_of_two_stars_behind() throws Exception {
        Applicant company = company();
        String draft = company.twoStars();
        company.follow(draft + "/practices?then=review", company.practices("one"));
        assertThat(company.open(draft + "/review").getContentAsString()).doesNotContain("自社診断", "policyUrl");
        company.follow(draft + "/send", Map.of());
        assertThat(database.sql("select answers::text from scheme.case_file where answers ->> 'contactMail' = :mail")
                        .param("mail", company.mail())
                        .query(String.class)
                        .single())
                .doesNotContain("q01", "policyUrl");
    }

    @Test
    void sent_twice_or_eight_times_at_once_it_is_one_case_and_one_mail() throws Exception {
        Applicant company = company();
        String draft = company.oneStar();
        List<Callable<String>> sends = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> company.follow(draft + "/send", Map.of()))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Set<String> led = new java.util.HashSet<>();
            for (var done : threads.invokeAll(sends)) {
                led.add(done.get());
            }
            assertThat(led).containsExactly(draft + "/sent");
        }
        assertThat(company.follow(draft + "/send", Map.of())).isEqualTo(draft + "/sent");
        assertThat(company.follow(draft + "/business", company.business())).isEqualTo(draft + "/sent");
        assertThat(cases(company)).isOne();
        assertThat(company.letters()).hasSize(1);
    }

    @Test
    void a_link_used_twice_registers_once_and_an_old_one_not_at_all() throws Exception {
        Applicant company = company();
        company.follow(company.oneStar() + "/send", Map.of());
        String link = company.link();
        assertThat(company.follow(link, Map.of())).isEqualTo(link);
        assertThat(company.follow(link, Map.of())).isEqualTo(link);
        assertThat(company.open(link).getContentAsString()).contains("登録しました");
        assertThat(database.sql("select count(*) from scheme.register_entry where subject_key = :subject")
                        .param("subject", company.number().digits())
                        .query(Long.class)
                        .single())
                .isOne();

        Applicant late = company();
        late.follow(late.oneStar() + "/send", Map.of());
        database.sql("""
                        update scheme.confirmation set expires_at = issued_at
                         where case_id = (select id from scheme.case_file where answers ->> 'contactMail' = :mail)
                        """).param("mail", late.mail()).update();
        assertThat(late.open(late.link()).getStatus()).isEqualTo(410);
        assertThat(late.send(late.link(), Map.of()).getStatus()).isEqualTo(410);
        assertThat(late.open("/security-action/confirm/nonsense").getStatus()).isEqualTo(410);
    }

    @Test
    void who_is_registered_already_is_offered_a_link_and_learns_no_address() throws Exception {
        Applicant company = company();
        String number = company.register(company.oneStar());
        MockHttpServletResponse taken = company.send(company.oneStar() + "/send", Map.of());
        assertThat(taken.getStatus()).isEqualTo(409);
        assertThat(taken.getContentAsString())
                .contains("すでに登録されています", number, "管理用のリンクを送る")
                .doesNotContain(company.mail());
    }

    @Test
    void one_address_may_send_twenty_forms_a_day() throws Exception {
        Applicant company = company();
        database.sql("""
                        insert into scheme.attempt (subject, day, attempts)
                        values (:subject, (now() at time zone 'Asia/Tokyo')::date, 20)
                        """).param("subject", "declare " + company.mail()).update();
        assertThat(company.send(company.oneStar() + "/send", Map.of()).getStatus())
                .isEqualTo(429);
        assertThat(cases(company)).isZero();
    }

    @Test
    void a_wrong_address_is_put_right_without_typing_everything_again() throws Exception {
        Applicant company = company();
        String draft = company.oneStar();
        company.follow(draft + "/send", Map.of());
        String step = company.follow(draft + "/again", Map.of());
        assertThat(step).doesNotStartWith(draft).endsWith("/declaration");
        assertThat(company.open(step).getContentAsString()).contains("港 太郎");
    }
}
