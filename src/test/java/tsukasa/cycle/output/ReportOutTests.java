package tsukasa.cycle.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.testing.StaffBrowser.person;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.cycle.Closing;
import tsukasa.cycle.ClosingOutcome;
import tsukasa.cycle.Closings;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.Period;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// 評価書は画面と紙で同じことを言い、発行した版は変わらない。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-①.s2", "Ⅱ-1-(1)-①.s3"})
class ReportOutTests {
    private static final String REPORT = "/staff/evaluation/fy2021/report";
    private static final SteppingClock CLOCK = SteppingClock.at("2022-05-10T00:00:00Z");
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor EXECUTIVE = person("八木 員", Role.EXECUTIVE);
    private static final Visitor MINISTRY = person("省野 務", Role.MINISTRY);

    @TestConfiguration
    static class AfterTheYear {
        @Bean
        @Primary
        Clock clockAfterTheYear() {
            return CLOCK;
        }
    }

    private final MockMvc mvc;
    private final StaffBrowser browser;
    private final Evaluations evaluations;
    private final Closings closings;
    private final Plan plan;
    private final JdbcClient database;

    @Autowired
    ReportOutTests(
            MockMvc mvc,
            Evaluations evaluations,
            Closings closings,
            PlanShelf shelf,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.mvc = mvc;
        this.browser = new StaffBrowser(mvc);
        this.evaluations = evaluations;
        this.closings = closings;
        this.plan = shelf.plan("fy2021").orElseThrow();
        this.database = database;
    }

    @BeforeEach
    @AfterEach
    void everything_is_open_again() {
        CLOCK.step(Duration.ofMinutes(1));
        for (ItemSheet sheet : evaluations.sheets(plan)) {
            for (Kind kind : Kind.values()) {
                (kind == Kind.SELF ? sheet.self() : sheet.minister()).ifPresent(now -> {
                    evaluations.giveBack(plan, place(sheet), now.revision(), "試験の後始末", EXECUTIVE);
                    evaluations.reopen(plan, place(sheet), kind, now.revision(), "試験の後始末", EXECUTIVE);
                });
            }
        }
        closings.live("fy2021", new Period(plan.year(), Period.Part.YEAR)).ifPresent(closing -> {
            closings.giveBack(closing.id(), "試験の後始末", EXECUTIVE);
            closings.reopen(closing.id(), "試験の後始末", EXECUTIVE);
        });
    }

    private static Place place(ItemSheet sheet) {
        return sheet.item().map(PlanItem::place).orElse(Evaluation.OVERALL);
    }

    private void evaluateAll() {
        Period year = new Period(plan.year(), Period.Part.YEAR);
        Closing proposed = ((ClosingOutcome.Done) closings.propose("fy2021", year, PLANNER)).closing();
        closings.close(proposed.id(), true, EXECUTIVE);
        for (ItemSheet sheet : evaluations.sheets(plan)) {
            evaluate(place(sheet), "目標の水準に達した。");
        }
    }

    private void evaluate(Place place, String reason) {
        int read = evaluations
                .sheet(plan, place)
                .orElseThrow()
                .self()
                .map(Evaluation::revision)
                .orElse(0);
        Words words = new Words("B", reason, "=HYPERLINK(\"http://127.0.0.1\")", "");
        assertThat(evaluations.submit(plan, place, Kind.SELF, words, read, PLANNER))
                .isInstanceOf(CycleOutcome.Done.class);
        assertThat(evaluations.approve(plan, place, read + 1, EXECUTIVE)).isInstanceOf(CycleOutcome.Done.class);
    }

    private byte[] bytes(String address, Visitor by) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(get(address).with(SignedIn.as(by))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    @Test
    void the_paper_carries_its_fonts_its_contents_and_its_tags() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes(REPORT + ".pdf?lang=ja", PLANNER))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("項目別評定総括表")
                    .contains("サイバーセキュリティ")
                    .contains("評定と根拠")
                    .doesNotContain("#####");
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(StreamSupport.stream(
                                    pdf.getDocumentCatalog()
                                            .getDocumentOutline()
                                            .children()
                                            .spliterator(),
                                    false)
                            .count())
                    .isEqualTo(evaluations.sheets(plan).size());
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
        }
        assertThat(text(bytes("/staff/evaluation/fy2021/1-1/sheet.pdf?lang=en", PLANNER)))
                .contains("Cyber security")
                .doesNotContain("Rational procurement");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void the_workbook_says_the_same_and_runs_nothing_a_person_wrote() throws Exception {
        evaluateAll();
        byte[] xlsx = bytes(REPORT + ".xlsx?lang=ja", PLANNER);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .containsExactly("総括表", "目標と実績", "経年の推移", "インプット", "業務実績", "評定", "課題");
            String all = book.findSheet("評定")
                    .orElseThrow()
                    .openStream()
                    .flatMap(row -> row.stream())
                    .map(cell -> cell == null ? "" : cell.getType() + ":" + cell.getRawValue())
                    .collect(Collectors.joining("\n"));
            assertThat(all).contains("=HYPERLINK").doesNotContain("FORMULA");
        }
    }

    @Test
    void nothing_goes_out_before_every_self_evaluation_is_final() throws Exception {
        assertThat(browser.seen(REPORT + "?lang=ja", EXECUTIVE))
                .contains("自己評価が確定していません")
                .doesNotContain("発行する</button>");
        long before = issued();
        assertThat(browser.sent(REPORT, EXECUTIVE).getStatus()).isEqualTo(303);
        assertThat(issued()).isEqualTo(before);
    }

    private long issued() {
        return database.sql("select count(*) from cycle.issued_report")
                .query(Long.class)
                .single();
    }

    @Test
    void what_went_out_stays_as_it_was_and_says_what_changed_since() throws Exception {
        evaluateAll();
        long before = issued();
        assertThat(browser.sent(REPORT, EXECUTIVE, "note", "主務大臣への提出").getStatus())
                .isEqualTo(303);
        assertThat(issued()).isEqualTo(before + 1);
        String out = "/plan/fy2021/evaluation";
        String pdf = out + "/" + (before + 1) + ".pdf";
        byte[] then = bytes(pdf, MINISTRY);
        assertThat(text(then)).contains("目標の水準に達した。").doesNotContain("案：");
        Place security = new Place("Ⅰ-1");
        int read = evaluations
                .sheet(plan, security)
                .orElseThrow()
                .self()
                .orElseThrow()
                .revision();
        evaluations.reopen(plan, security, Kind.SELF, read, "集計の誤り", EXECUTIVE);
        assertThat(browser.seen(out + "?lang=ja", MINISTRY)).contains("発行後に変わった評価：I-1");
        evaluate(security, "数え直しても水準に達した。");
        assertThat(browser.seen(out + "?lang=ja", MINISTRY)).contains("発行後に変わった評価：I-1");
        assertThat(browser.sent(REPORT, EXECUTIVE, "note", "").getStatus()).isEqualTo(303);
        assertThat(issued()).isEqualTo(before + 1);
        assertThat(browser.sent(REPORT, EXECUTIVE, "note", "サイバーセキュリティの根拠を改めた").getStatus())
                .isEqualTo(303);
        assertThat(issued()).isEqualTo(before + 2);
        assertThat(bytes(pdf, MINISTRY)).isEqualTo(then);
        assertThat(text(bytes(out + "/" + (before + 2) + ".pdf", MINISTRY))).contains("数え直しても水準に達した。");
    }

    @Test
    void the_database_itself_refuses_to_change_what_went_out() throws Exception {
        evaluateAll();
        browser.sent(REPORT, EXECUTIVE, "note", "提出");
        for (String statement : List.of(
                "update cycle.issued_report set note = 'x'",
                "delete from cycle.issued_grade",
                "truncate cycle.issued_report cascade")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> database.sql(statement).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void drafts_leave_with_nobody_who_may_not_see_them() throws Exception {
        Place efficiency = new Place("Ⅱ");
        int read = evaluations
                .sheet(plan, efficiency)
                .orElseThrow()
                .self()
                .map(Evaluation::revision)
                .orElse(0);
        evaluations.write(plan, efficiency, Kind.SELF, new Words("A", "内輪の下書き", "", ""), read, PLANNER);
        assertThat(text(bytes(REPORT + ".pdf?lang=ja", PLANNER))).contains("内輪の下書き");
        assertThat(text(bytes(REPORT + ".pdf?lang=ja", MINISTRY))).doesNotContain("内輪の下書き");
        assertThat(browser.seen(REPORT, MINISTRY)).doesNotContain("内輪の下書き");
        assertThat(browser.status(REPORT + ".xlsx", person("一般 人", Role.ADMINISTRATOR)))
                .isEqualTo(403);
        assertThat(browser.sent(REPORT, PLANNER, "note", "x").getStatus()).isEqualTo(403);
        assertThat(browser.status("/plan/fy2021/evaluation/9999.pdf", PLANNER)).isEqualTo(404);
    }
}
