package tsukasa.scheme.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static tsukasa.scheme.DeclarationExamples.oneStar;
import static tsukasa.scheme.DeclarationExamples.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.Covers;
import tsukasa.identity.Role;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(4)-②-b")
class CaseworkTests {
    private static final String CASES = "/staff/security-action";
    private final MockMvc browser;
    private final Intake intake;

    @Autowired
    CaseworkTests(MockMvc browser, Intake intake) {
        this.browser = browser;
        this.intake = intake;
    }

    private String declared(int index, String name) {
        Map<String, Object> answers = oneStar(index);
        answers.put("name", name);
        return switch (intake.submitAll(List.of(submission("staff-" + index, answers)))
                .getFirst()) {
            case Receipt.Registered(var number) -> number;
            case Receipt.Repeated(var number) -> number;
            case Receipt.AlreadyRegistered(var number) -> number;
            case Receipt.AwaitingConfirmation(var number) -> number;
            case Receipt.Refused(var faults) -> throw new AssertionError(faults);
        };
    }

    private String seen(MockHttpServletRequestBuilder request, int expected) throws Exception {
        return browser.perform(request.param("lang", "ja").with(SignedIn.as(Role.STAFF)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder withdrawal(String number, String reason) {
        return post(CASES + "/cases/" + number + "/withdrawal")
                .param("reason", reason)
                .with(csrf());
    }

    @Test
    void only_those_who_handle_cases_see_them() throws Exception {
        String number = declared(801, "見られない商店");
        for (String address : List.of(CASES, CASES + "/cases/" + number, "/staff/schemes")) {
            browser.perform(get(address)).andExpect(status().isSeeOther());
            browser.perform(get(address).with(SignedIn.as())).andExpect(status().isForbidden());
            browser.perform(get(address).with(SignedIn.as(Role.PLANNER))).andExpect(status().isForbidden());
        }
        browser.perform(withdrawal(number, "いたずら").with(SignedIn.as())).andExpect(status().isForbidden());
        browser.perform(withdrawal(number, "いたずら").with(SignedIn.as(Role.PLANNER)))
                .andExpect(status().isForbidden());
    }

    @Test
    void staff_find_a_case_and_read_all_of_it() throws Exception {
        String number = declared(802, "読まれる製作所");
        assertThat(seen(get("/staff/schemes"), 200)).contains(CASES);
        assertThat(seen(get(CASES).param("q", "読まれる").param("state", "registered"), 200))
                .contains(number)
                .contains("読まれる製作所");
        assertThat(seen(get(CASES).param("q", number).param("prefecture", "01"), 200))
                .contains("あてはまる案件はありません");
        assertThat(seen(get(CASES + "/cases/" + number), 200))
                .contains("hanako@example.jp")
                .contains("登録簿に載せた");
    }

    @Test
    void a_withdrawal_needs_a_reason_and_happens_once() throws Exception {
        String number = declared(803, "廃業する旅館");
        assertThat(seen(get(CASES + "/cases/" + number).param("open", "withdrawal"), 200))
                .contains("name=\"reason\"");
        assertThat(seen(withdrawal(number, "  "), 422)).contains("理由を入力してください");
        seen(withdrawal(number, "廃業の届け"), 303);
        assertThat(seen(get(CASES + "/cases/" + number), 200)).contains("廃業の届け").contains("取下げ");
        seen(withdrawal(number, "もう一度"), 409);
    }

    @Test
    void a_mistake_is_put_right_with_a_reason_and_stays_in_the_history() throws Exception {
        String number = declared(804, "誤記商店");
        String page = seen(get(CASES + "/cases/" + number).param("open", "correction"), 200);
        assertThat(page).contains("name=\"name\"").doesNotContain("name=\"corporateNumber\"");
        MockHttpServletRequestBuilder sent = post(CASES + "/cases/" + number + "/correction")
                .param("name", "正しい商店")
                .param("reason", "登記と違っていた")
                .with(csrf());
        seen(sent, 303);
        assertThat(seen(get(CASES + "/cases/" + number), 200))
                .contains("正しい商店")
                .contains("登記と違っていた")
                .contains("職員が訂正した");
    }

    @Test
    void what_is_wrong_comes_back_as_it_was_typed() throws Exception {
        String number = declared(805, "入力商店");
        MockHttpServletRequestBuilder sent = post(CASES + "/cases/" + number + "/correction")
                .param("employees", "たくさん")
                .param("kana", "abc")
                .param("reason", "確認")
                .with(csrf());
        assertThat(seen(sent, 422)).contains("value=\"たくさん\"").contains("value=\"abc\"");
    }

    @Test
    void a_case_that_is_not_there_is_not_found() throws Exception {
        seen(get(CASES + "/cases/SA-1999-000001"), 404);
        seen(get("/staff/no-such-scheme"), 404);
    }
}
