package tsukasa.budget.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.budget.MoneyCast.ACCOUNTANT;
import static tsukasa.budget.MoneyCast.EXECUTIVE;
import static tsukasa.budget.MoneyCast.SECOND_ACCOUNTANT;
import static tsukasa.budget.MoneyCast.STAFF;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.budget.EntryOutcome;
import tsukasa.budget.Execution;
import tsukasa.budget.NewAmount;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.testing.SteppingClock;

/// 執行額のファイルは、書き込む前に一つずつのセルまで確かめられ、見たとおりに記録される。
@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅲ-1-(1)")
class ImportTests {
    private static final String LINE = "general/security/exp.program";
    private static final YearMonth APRIL = YearMonth.of(2021, 4);
    private static final SteppingClock CLOCK = SteppingClock.at("2021-07-12T00:00:00Z");

    @TestConfiguration
    static class InTheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            return CLOCK;
        }
    }

    private final MockMvc browser;
    private final Execution execution;
    private final JdbcClient database;
    private final Plan plan;

    @Autowired
    ImportTests(
            MockMvc browser,
            Execution execution,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database,
            PlanShelf shelf) {
        this.browser = browser;
        this.execution = execution;
        this.database = database;
        this.plan = shelf.plan("fy2021").orElseThrow();
    }

    @BeforeEach
    void the_book_is_empty() {
        database.sql("alter table budget.execution disable trigger execution_is_kept")
                .update();
        database.sql("delete from budget.execution").update();
        database.sql("delete from budget.import_file").update();
        database.sql("alter table budget.execution enable trigger execution_is_kept")
                .update();
    }

    private void enter(long yen, Visitor by) {
        NewAmount amount = new NewAmount(LINE, APRIL, Optional.of(yen), 0, Optional.empty());
        assertThat(execution.enter(plan, List.of(amount), Optional.empty(), by)).isEqualTo(new EntryOutcome.Done(1, 0));
    }

    private static byte[] csv(String... lines) {
        return ("月,勘定,セグメント,科目,金額（円）,訂正の理由\n" + String.join("\n", lines) + "\n")
                .getBytes(Charset.forName("Windows-31J"));
    }

    private MockHttpServletResponse upload(byte[] content, Visitor by) throws Exception {
        return browser.perform(multipart("/staff/money/fy2021/import?lang=ja")
                        .file(new MockMultipartFile("file", "執行額.csv", "text/csv", content))
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse confirm(String report, String good, String reason, Visitor by) throws Exception {
        return browser.perform(post("/staff/money/fy2021/import/entry?lang=ja")
                        .param("file", hidden(report, "file"))
                        .param("digest", hidden(report, "digest"))
                        .param("good", good)
                        .param("reason", reason)
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static String hidden(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as("a hidden field " + name).isTrue();
        return found.group(1);
    }

    @Test
    void a_file_is_checked_cell_by_cell_before_anything_is_written() throws Exception {
        String report = upload(
                        csv(
                                "2021-04,一般勘定,情報セキュリティ,業務経費,\"1,234,000\",",
                                "2021-05,general,hr_dev,exp.program,△５００,",
                                "2021-04,一般勘定,情報セキュリテイ,業務経費,1,",
                                "2021-04,一般勘定,社会基盤,業務経費,－,",
                                "2022-01,一般勘定,社会基盤,業務経費,1,",
                                "令和3年4月,試験勘定,,業務経費,=1+1,",
                                "4月,一般勘定,情報セキュリティ,業務経費,1,",
                                "2021-06,試験勘定,,一般管理費,,"),
                        ACCOUNTANT)
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(report)
                .contains("C4", "E5", ">A6<", "E7", "D8")
                .contains("情報セキュリテイ")
                .contains("数式")
                .contains("まだ始まっていません")
                .contains("金額が空欄の1行");
        assertThat(execution.of(plan).amounts()).isEmpty();
        assertThat(confirm(report, "", "", ACCOUNTANT).getStatus()).isEqualTo(422);
        assertThat(execution.of(plan).amounts()).isEmpty();
        assertThat(confirm(report, "yes", "", SECOND_ACCOUNTANT).getStatus())
                .as("only who checked a file enters it")
                .isEqualTo(410);
        assertThat(confirm(report, "yes", "", ACCOUNTANT).getStatus()).isEqualTo(303);
        assertThat(execution.of(plan).amounts().get(LINE)).containsEntry(APRIL, 1_234_000L);
        assertThat(execution.of(plan).amounts().get("general/hr_dev/exp.program"))
                .containsEntry(YearMonth.of(2021, 5), -500L);
        assertThat(execution.history(plan, LINE, APRIL).getFirst().file()).contains("執行額.csv");
        assertThat(confirm(report, "yes", "", ACCOUNTANT).getStatus())
                .as("once")
                .isEqualTo(410);
    }

    @Test
    void what_is_entered_from_a_file_is_what_was_looked_at() throws Exception {
        String report =
                upload(csv("2021-04,一般勘定,情報セキュリティ,業務経費,7,"), ACCOUNTANT).getContentAsString(StandardCharsets.UTF_8);
        enter(5, SECOND_ACCOUNTANT);
        MockHttpServletResponse late = confirm(report, "", "", ACCOUNTANT);
        assertThat(late.getStatus()).isEqualTo(422);
        String now = late.getContentAsString(StandardCharsets.UTF_8);
        assertThat(now).contains("確かめたあとに");
        assertThat(confirm(now, "", "", ACCOUNTANT).getStatus())
                .as("a correction needs a reason")
                .isEqualTo(422);
        assertThat(confirm(now, "", "ファイルが正しい", ACCOUNTANT).getStatus()).isEqualTo(303);
        assertThat(execution.of(plan).amounts().get(LINE)).containsEntry(APRIL, 7L);
    }

    @Test
    void the_template_comes_back_as_it_was_filled_in() throws Exception {
        enter(42, ACCOUNTANT);
        byte[] template = browser.perform(get("/staff/money/fy2021/template.xlsx?month=2021-04&lang=ja")
                        .with(SignedIn.as(ACCOUNTANT)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String report = browser.perform(multipart("/staff/money/fy2021/import?lang=ja")
                        .file(new MockMultipartFile("file", "ひな型.xlsx", "", template))
                        .with(SignedIn.as(ACCOUNTANT))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(report).contains("1行を読みました").contains("変わりません").doesNotContain("直し方");
    }

    @Test
    void nobody_but_accountants_sends_files() throws Exception {
        for (Visitor other : List.of(STAFF, EXECUTIVE)) {
            assertThat(upload(csv("2021-04,一般勘定,社会基盤,業務経費,1,"), other).getStatus())
                    .isEqualTo(403);
        }
    }
}
