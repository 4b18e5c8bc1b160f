package tsukasa.plan.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.NewRecord;
import tsukasa.plan.RecordOutcome;
import tsukasa.plan.RecordOutcome.Done;
import tsukasa.plan.RecordOutcome.Refused;
import tsukasa.plan.Results;
import tsukasa.testing.SignedIn;

/// Results belong to a department until they are approved; then they are everybody's to read.
@SpringBootTest
@AutoConfigureMockMvc
class DepartmentResultsTests {
    private static final Visitor CLERK = person(Role.STAFF, "security");
    private static final Visitor OTHER_CLERK = person(Role.STAFF, "exam");
    private static final Visitor PLANNER = person(Role.PLANNER, "security");
    private static final Visitor OTHER_PLANNER = person(Role.PLANNER, "exam");
    private final MockMvc browser;
    private final Results results;

    @Autowired
    DepartmentResultsTests(MockMvc browser, Results results) {
        this.browser = browser;
        this.results = results;
    }

    private static Visitor person(Role role, String department) {
        return new Visitor(
                UUID.randomUUID(),
                role + " " + department,
                "x@example.jp",
                Map.of(role, Reach.over(Set.of(department))),
                null);
    }

    private static NewRecord record(String department, String subject) {
        return new NewRecord(
                "SEC-1.a",
                subject,
                LocalDate.of(2021, 10, 1),
                Optional.of("電力"),
                1,
                Optional.empty(),
                "部署だけのメモ",
                department,
                Optional.empty());
    }

    private String entered(String subject) {
        String id = ((Done) results.enter(record("security", subject), CLERK)).id();
        results.prove(
                List.of(id),
                new NewEvidence("証拠.txt", () -> new ByteArrayInputStream("証拠".getBytes(StandardCharsets.UTF_8))),
                CLERK);
        return id;
    }

    private MockHttpServletResponse asked(Visitor who, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(
                        request.param("lang", "ja").with(SignedIn.as(who)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void results_are_recorded_for_ones_own_department_only() throws Exception {
        RecordOutcome outcome = results.enter(record("security", "よその電力"), OTHER_CLERK);
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).field()).isEqualTo("department");
        String form = text(asked(OTHER_CLERK, get("/staff/results/new")));
        assertThat(form).contains("value=\"exam\"").doesNotContain("value=\"security\"");
    }

    @Test
    void a_draft_is_not_there_for_another_department_nor_for_the_public() throws Exception {
        String id = entered("下書きの電力");
        assertThat(text(asked(CLERK, get("/staff/results")))).contains("下書きの電力");
        assertThat(text(asked(PLANNER, get("/staff/results/" + id)))).contains("下書きの電力", "部署だけのメモ");
        assertThat(text(asked(OTHER_CLERK, get("/staff/results")))).doesNotContain("下書きの電力", id);
        for (String path : List.of("/staff/results/" + id, "/plan/results/" + id)) {
            assertThat(asked(OTHER_CLERK, get(path)).getStatus()).as(path).isEqualTo(404);
            assertThat(asked(OTHER_PLANNER, get(path)).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(asked(
                                OTHER_CLERK,
                                post("/staff/results/" + id + "/withdrawal").param("reason", "x"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(browser.perform(get("/plan/results/" + id))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(browser.perform(get("/plan/fy2021/indicators/SEC-1?step=1&lang=ja"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("下書きの電力", id);
    }

    @Test
    void a_planner_of_another_department_approves_nothing_of_this_one() throws Exception {
        String id = entered("承認を待つ電力");
        assertThat(results.approve(List.of(id), OTHER_PLANNER).getFirst()).isInstanceOf(Refused.class);
        asked(OTHER_PLANNER, post("/staff/results/approval").param("id", id, "R-000000"));
        assertThat(text(asked(CLERK, get("/staff/results/" + id)))).contains("承認待ち");
        assertThat(results.approve(List.of(id), PLANNER).getFirst()).isInstanceOf(Done.class);
    }

    @Test
    void what_is_approved_is_read_by_all_and_changed_by_its_department() throws Exception {
        String id = entered("承認された電力");
        results.approve(List.of(id), PLANNER);
        assertThat(browser.perform(get("/plan/results/" + id).param("lang", "ja"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("承認された電力", "証拠.txt")
                .doesNotContain("部署だけのメモ");
        assertThat(text(asked(OTHER_CLERK, get("/staff/results/" + id))))
                .contains("承認された電力")
                .doesNotContain("部署だけのメモ", "/withdrawal");
        assertThat(asked(
                                OTHER_CLERK,
                                post("/staff/results/" + id + "/withdrawal").param("reason", "x"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(results.withdraw(id, "x", OTHER_CLERK)).isInstanceOf(Refused.class);
        assertThat(asked(CLERK, post("/staff/results/" + id + "/withdrawal").param("reason", "誤り"))
                        .getStatus())
                .isEqualTo(303);
    }
}
