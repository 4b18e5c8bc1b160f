package tsukasa.budget.efficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.budget.MoneyCast.ACCOUNTANT;
import static tsukasa.budget.MoneyCast.EXECUTIVE;
import static tsukasa.budget.MoneyCast.STAFF;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
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
import tsukasa.budget.Efficiency;
import tsukasa.budget.Efficiency.NewFigure;
import tsukasa.budget.Efficiency.Outcome;
import tsukasa.budget.EfficiencyResult;
import tsukasa.budget.EfficiencyResult.Year;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;

/// 一般管理費3％・業務経費1％の効率化を、除くものを引いて、分数のまま確かめる。人件費は見積りと並べる。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-2", "別紙1-1n"})
class EfficiencyTests {
    private static final String PAGE = "/staff/money/fy2021/efficiency";
    private final MockMvc browser;
    private final Efficiency efficiency;
    private final JdbcClient database;
    private final Plan plan;

    @Autowired
    EfficiencyTests(
            MockMvc browser,
            Efficiency efficiency,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database,
            PlanShelf shelf) {
        this.browser = browser;
        this.efficiency = efficiency;
        this.database = database;
        this.plan = shelf.plan("fy2021").orElseThrow();
    }

    @BeforeEach
    void nothing_is_entered() {
        database.sql("alter table budget.efficiency_figure disable trigger user")
                .update();
        database.sql("delete from budget.efficiency_figure").update();
        database.sql("alter table budget.efficiency_figure enable trigger user").update();
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request, Visitor by) throws Exception {
        return browser.perform(request.param("lang", "ja").with(SignedIn.as(by)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletRequestBuilder form(String gross, int seen, String reason) {
        MockHttpServletRequestBuilder form = post(PAGE).param("target", "admin").param("reason", reason);
        for (Year year : Year.values()) {
            form.param(EfficiencyViews.field("admin", year, "source"), "令和2年度決算報告書");
            for (String item : efficiency.of(plan).getFirst().items()) {
                String field = EfficiencyViews.field("admin", year, item);
                boolean now = year == Year.CURRENT && item.equals(EfficiencyResult.GROSS);
                form.param(field, now ? gross : item.equals(EfficiencyResult.GROSS) ? "1,000,000,000" : "0");
                form.param("v-" + field, String.valueOf(seen));
            }
        }
        return form;
    }

    @Test
    void every_step_of_the_sum_is_on_the_page_and_the_border_is_exact() throws Exception {
        assertThat(sent(get(PAGE), STAFF).getContentAsString(StandardCharsets.UTF_8))
                .contains("計算前");
        assertThat(sent(form("970,000,001", 0, ""), ACCOUNTANT).getStatus()).isEqualTo(303);
        assertThat(sent(get(PAGE), STAFF).getContentAsString(StandardCharsets.UTF_8))
                .contains("29999999/1000000000 ＝ 2.9999%")
                .contains("未達")
                .contains("令和2年度決算報告書");
        assertThat(sent(form("970,000,000", 1, ""), ACCOUNTANT).getStatus())
                .as("a change needs a reason")
                .isEqualTo(422);
        assertThat(sent(form("970,000,000", 1, "端数の訂正"), ACCOUNTANT).getStatus())
                .isEqualTo(303);
        assertThat(sent(get(PAGE), STAFF).getContentAsString(StandardCharsets.UTF_8))
                .contains("3/100 ＝ 3.0000%")
                .contains("( 1,000,000,000 − 970,000,000 ) ÷ 1,000,000,000")
                .contains("達成");
        assertThat(sent(form("960,000,000", 1, "古い版から"), ACCOUNTANT).getStatus())
                .as("somebody else was first")
                .isEqualTo(409);
    }

    @Test
    void a_figure_needs_a_source_and_a_known_place() {
        NewFigure blank = new NewFigure("admin", Year.BASE, "gross", 1L, 0, " ", Optional.empty());
        assertThat(efficiency.enter(plan, List.of(blank), ACCOUNTANT)).isEqualTo(new Outcome.NoSource());
        NewFigure unknown = new NewFigure("admin", Year.BASE, "holiday", 1L, 0, "決算", Optional.empty());
        assertThat(efficiency.enter(plan, List.of(unknown), ACCOUNTANT)).isEqualTo(new Outcome.NotThere());
    }

    @Test
    void what_is_no_amount_is_said_beside_its_field_and_others_may_not_enter() throws Exception {
        MockHttpServletResponse odd = sent(form("３割", 0, ""), ACCOUNTANT);
        assertThat(odd.getStatus()).isEqualTo(422);
        assertThat(odd.getContentAsString(StandardCharsets.UTF_8)).contains("金額として読めません：３割");
        assertThat(sent(form("△5", 0, ""), ACCOUNTANT).getStatus()).isEqualTo(422);
        assertThat(sent(form("1", 0, ""), STAFF).getStatus()).isEqualTo(403);
        assertThat(sent(form("1", 0, ""), EXECUTIVE).getStatus()).isEqualTo(403);
        assertThat(efficiency.of(plan).getFirst().figures()).isEmpty();
    }

    @Test
    void pay_stands_beside_the_printed_estimate_of_account_and_segment() throws Exception {
        assertThat(sent(get("/staff/money/fy2021/personnel"), STAFF).getContentAsString(StandardCharsets.UTF_8))
                .contains("3,646", "471", "3,175", "1,548", "225", "856", "546");
        assertThat(sent(get("/staff/money/fy2021/grant"), STAFF).getContentAsString(StandardCharsets.UTF_8))
                .contains("5.0%か300百万円");
    }
}
