package tsukasa.scheme.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tsukasa.identity.Role;
import tsukasa.scheme.DeclarationExamples;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.testing.SignedIn;

/// Cases are handled by the department that their scheme names, tried from outside.
@SpringBootTest
@AutoConfigureMockMvc
class DepartmentCasesTests {
    private static final String LIST = "/staff/security-action";
    private static final RequestPostProcessor OURS = SignedIn.of(Set.of("security"), Role.STAFF);
    private static final RequestPostProcessor OTHERS = SignedIn.of(Set.of("exam", "pr"), Role.STAFF);
    private final MockMvc browser;
    private final Intake intake;

    @Autowired
    DepartmentCasesTests(MockMvc browser, Intake intake) {
        this.browser = browser;
        this.intake = intake;
    }

    private String declared(int index, String name) {
        Map<String, Object> answers = DeclarationExamples.oneStar(index);
        answers.put("name", name);
        return switch (intake.submitAll(List.of(DeclarationExamples.submission("department-" + index, answers)))
                .getFirst()) {
            case Receipt.Registered(var number) -> number;
            case Receipt.Repeated(var number) -> number;
            default -> throw new IllegalStateException("not registered");
        };
    }

    private MockHttpServletResponse asked(RequestPostProcessor who, MockHttpServletRequestBuilder request)
            throws Exception {
        return browser.perform(request.param("lang", "ja").with(who).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(RequestPostProcessor who, String path) throws Exception {
        MockHttpServletResponse response = asked(who, get(path));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void staff_of_the_department_list_and_read_its_cases() throws Exception {
        String number = declared(9101, "部署の見える商店");
        assertThat(page(OURS, LIST)).contains("部署の見える商店");
        assertThat(page(OURS, LIST + "/cases/" + number)).contains("部署の見える商店", "一致");
        assertThat(page(OURS, "/staff/schemes")).contains(LIST);
    }

    @Test
    void staff_of_another_department_are_told_whose_it_is_and_shown_nothing() throws Exception {
        String number = declared(9102, "よその商店");
        for (MockHttpServletRequestBuilder request : List.of(
                get(LIST),
                get(LIST + "?q=" + number),
                get(LIST + "/cases/" + number),
                post(LIST + "/cases/" + number + "/withdrawal").param("reason", "x"),
                post(LIST + "/cases/" + number + "/correction").param("reason", "x"),
                post(LIST + "/cases/" + number + "/restoration").param("reason", "x"),
                post(LIST + "/cases/" + number + "/note").param("note", "x"))) {
            MockHttpServletResponse response = asked(OTHERS, request);
            assertThat(response.getStatus()).isEqualTo(403);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                    .contains("ほかの部署が担当しています")
                    .doesNotContain("よその商店");
        }
        assertThat(page(OTHERS, "/staff/schemes")).doesNotContain(LIST);
        assertThat(page(SignedIn.as(Role.STAFF), LIST + "/cases/" + number)).doesNotContain("取り下げられ");
    }

    @Test
    void a_deed_of_the_department_passes_the_wall_and_its_history_stays_whole() throws Exception {
        String number = declared(9103, "訂正される商店");
        assertThat(asked(OURS, post(LIST + "/cases/" + number + "/note").param("note", "部署のメモ"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(asked(OURS, post(LIST + "/cases/" + number + "/withdrawal").param("reason", "廃業"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(OURS, LIST + "/cases/" + number)).contains("部署のメモ", "廃業", "記録されたときのままです");
        assertThat(page(OTHERS, "/security-action/register/" + number))
                .contains("取り下げられました")
                .doesNotContain("部署のメモ", "廃業");
    }
}
