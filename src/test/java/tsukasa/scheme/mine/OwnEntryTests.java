package tsukasa.scheme.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
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
class OwnEntryTests {
    private final MockMvc browser;
    private final JdbcClient database;

    @Autowired
    OwnEntryTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.browser = browser;
        this.database = database;
    }

    private Applicant company() {
        return new Applicant(browser, database);
    }

    private String level(Applicant company) {
        return database.sql("""
                        select level from scheme.register_entry
                         where subject_key = :subject and upper(valid) is null
                        """)
                .param("subject", company.number().digits())
                .query(String.class)
                .single();
    }

    @Test
    void a_management_link_goes_to_the_registered_contact_and_every_number_gets_the_same_answer() throws Exception {
        Applicant company = company();
        String number = company.register(company.oneStar());
        int before = company.letters().size();
        String known = company.follow(Applicant.HOME + "/manage", Map.of("number", "　" + number.toLowerCase()));
        assertThat(company.letters()).hasSize(before + 1);
        assertThat(company.follow(Applicant.HOME + "/manage", Map.of("number", "SA-1999-999999")))
                .isEqualTo(known);
        assertThat(company.send(Applicant.HOME + "/manage", Map.of("number", " "))
                        .getStatus())
                .isEqualTo(422);

        MockHttpServletResponse page = company.open(company.link());
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains("有限会社みなと製作所", number);
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(company.open(company.link()).getStatus()).isEqualTo(200);
        assertThat(company.open(Applicant.HOME + "/manage/nonsense").getStatus())
                .isEqualTo(410);
    }

    @Test
    void five_links_a_day_are_mailed_for_one_entry() throws Exception {
        Applicant company = company();
        String number = company.register(company.oneStar());
        int before = company.letters().size();
        for (int i = 0; i < 7; i++) {
            company.follow(Applicant.HOME + "/manage", Map.of("number", number));
        }
        assertThat(company.letters()).hasSize(before + 5);
    }

    @Test
    void one_star_steps_up_to_two_in_a_form_that_holds_what_is_registered() throws Exception {
        Applicant company = company();
        String number = company.register(company.oneStar());
        String step = company.follow(company.managementLink(number) + "/change", Map.of());
        String draft = step.substring(0, step.lastIndexOf('/'));
        assertThat(company.open(draft + "/business").getContentAsString()).contains("有限会社みなと製作所", "readonly");

        company.follow(step, company.practices("two"));
        company.follow(draft + "/basics", Applicant.questions(1, 5, "done"));
        company.follow(draft + "/staff", Applicant.questions(6, 18, "done"));
        company.follow(draft + "/organisation", Applicant.questions(19, 25, "done"));
        Map<String, String> business = company.business();
        business.put("corporateNumber", "4011001098993");
        business.put("name", "みなと製作所株式会社");
        company.follow(draft + "/business", business);
        company.follow(draft + "/policy", Map.of("policyUrl", "https://minato.example.jp/policy"));
        String sent = company.follow(draft + "/send", Map.of());

        assertThat(company.open(sent).getContentAsString()).contains("変更を登録しました", number);
        assertThat(level(company)).isEqualTo("two");
        assertThat(company.follow(draft + "/send", Map.of())).isEqualTo(sent);
    }

    @Test
    void a_level_is_not_lowered_by_a_change() throws Exception {
        Applicant company = company();
        String number = company.register(company.twoStars());
        String step = company.follow(company.managementLink(number) + "/change", Map.of());
        company.follow(step, company.practices("one"));
        String draft = step.substring(0, step.lastIndexOf('/'));
        company.follow(draft + "/send", Map.of());
        assertThat(level(company)).isEqualTo("two");
    }

    @Test
    void the_logo_is_given_out_after_its_terms_were_accepted_and_that_is_recorded() throws Exception {
        Applicant company = company();
        String number = company.register(company.twoStars());
        String own = company.managementLink(number);
        assertThat(company.open(own + "/logo/logo.svg").getStatus()).isEqualTo(403);
        assertThat(company.send(own + "/logo", Map.of()).getStatus()).isEqualTo(422);

        company.follow(own + "/logo", Map.of("accepted", "true"));
        MockHttpServletResponse svg = company.open(own + "/logo/logo.svg");
        assertThat(svg.getContentType()).isEqualTo("image/svg+xml");
        assertThat(svg.getContentAsString(StandardCharsets.UTF_8))
                .startsWith("<svg")
                .contains("二つ星")
                .doesNotContain("<script");
        MockHttpServletResponse png = company.open(own + "/logo/logo.png");
        assertThat(ImageIO.read(new ByteArrayInputStream(png.getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(1024);
        assertThat(company.open(own + "/logo/..%2Fsecret").getStatus()).isIn(400, 404);
        assertThat(database.sql("""
                        select a.actor from scheme.terms_acceptance a join scheme.case_file f on f.id = a.case_id
                         where f.number = :number and a.version = 1
                        """)
                        .param("number", number)
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("contact");
    }

    @Test
    void an_entry_is_withdrawn_with_a_reason_and_its_links_end() throws Exception {
        Applicant company = company();
        String number = company.register(company.oneStar());
        String own = company.managementLink(number);
        String changing = company.follow(own + "/change", Map.of());
        assertThat(company.open(own + "/withdrawal").getContentAsString()).contains("同じリンクから7日以内に取り消せます");
        assertThat(company.send(own + "/withdrawal", Map.of("reason", " \u200B"))
                        .getStatus())
                .isEqualTo(422);
        company.follow(own + "/withdrawal", Map.of("reason", "廃業のため"));
        assertThat(company.open(own).getContentAsString()).contains("取り下げられています", "取下げを取り消す");
        assertThat(company.letters().getLast()).contains("登録を取り下げました");
        assertThat(company.send(own + "/withdrawal", Map.of("reason", "もう一度")).getStatus())
                .isEqualTo(409);
        assertThat(company.send(own + "/change", Map.of()).getStatus()).isEqualTo(409);
        assertThat(company.open(own + "/logo").getStatus()).isEqualTo(409);
        String draft = changing.substring(0, changing.lastIndexOf('/'));
        assertThat(company.send(draft + "/send", Map.of()).getStatus()).isEqualTo(409);
        assertThat(database.sql("select state from scheme.case_file where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo("withdrawn");
    }

    @Test
    void a_withdrawal_is_taken_back_from_the_same_link() throws Exception {
        Applicant company = company();
        String number = company.register(company.twoStars());
        String own = company.managementLink(number);
        company.follow(own + "/withdrawal", Map.of("reason", "間違い"));
        assertThat(company.follow(own + "/restoration", Map.of())).isEqualTo(own);
        assertThat(company.open(own).getContentAsString()).contains("できること", "★★ 二つ星");
        assertThat(company.follow(own + "/restoration", Map.of())).isEqualTo(own);
    }

    @Test
    void who_has_just_confirmed_goes_on_to_the_logo_without_another_mail() throws Exception {
        Applicant company = company();
        company.follow(company.oneStar() + "/send", Map.of());
        String confirm = company.link();
        assertThat(company.send(confirm + "/manage", Map.of()).getStatus()).isEqualTo(410);
        company.follow(confirm, Map.of());
        int letters = company.letters().size();
        String own = company.follow(confirm + "/manage", Map.of());
        assertThat(company.open(own + "/logo").getStatus()).isEqualTo(200);
        assertThat(company.letters()).hasSize(letters);
    }
}
