package tsukasa.cycle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static tsukasa.testing.StaffBrowser.person;
import static tsukasa.testing.Workbooks.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.audit.AuditReader;
import tsukasa.audit.Sealing;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.ItemSheet;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.SignedIn;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;
import tsukasa.testing.Workbooks;

/// 主務大臣評価の表は、一行ずつ確かめられ、見たとおりに下書きになり、元に戻せる。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-①.s2", "Ⅱ-1-(1)-①.s3"})
class MinisterImportTests {
    private static final SteppingClock CLOCK = SteppingClock.at("2022-08-10T00:00:00Z");
    private static final String IMPORT = "/staff/evaluation/fy2021/import";
    private static final Place EFFICIENCY = new Place("Ⅱ");
    private static final Place FINANCE = new Place("Ⅲ");
    private static final Place BUDGET = new Place("Ⅳ");
    private static final List<Place> PLACES = List.of(EFFICIENCY, FINANCE, BUDGET);
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor EXECUTIVE = person("八木 員", Role.EXECUTIVE);
    private static final Visitor MINISTRY = person("省野 務", Role.MINISTRY);
    private static final Visitor OTHER_MINISTRY = person("庁田 補", Role.MINISTRY);
    private static final Words SELF = new Words("B", "目標の水準に達した。", "", "");

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
    private final Plan plan;
    private final AuditReader audit;
    private final Sealing sealing;

    @Autowired
    MinisterImportTests(MockMvc mvc, Evaluations evaluations, PlanShelf shelf, AuditReader audit, Sealing sealing) {
        this.mvc = mvc;
        this.browser = new StaffBrowser(mvc);
        this.evaluations = evaluations;
        this.plan = shelf.plan("fy2021").orElseThrow();
        this.audit = audit;
        this.sealing = sealing;
    }

    /// Self-evaluations of Ⅱ and Ⅲ are final, that of Ⅳ is not; the minister's say nothing.
    @BeforeEach
    void the_agency_has_evaluated_two_items() {
        everything_is_open_again();
        for (Place place : List.of(EFFICIENCY, FINANCE)) {
            int read = read(place, Kind.SELF);
            assertThat(evaluations.submit(plan, place, Kind.SELF, SELF, read, PLANNER))
                    .isInstanceOf(Done.class);
            assertThat(evaluations.approve(plan, place, read + 1, EXECUTIVE)).isInstanceOf(Done.class);
        }
    }

    @AfterEach
    void everything_is_open_again() {
        CLOCK.step(Duration.ofMinutes(1));
        for (Place place : PLACES) {
            for (Kind kind : Kind.values()) {
                now(place, kind).ifPresent(now -> {
                    evaluations.giveBack(plan, place, now.revision(), "試験の後始末", EXECUTIVE);
                    evaluations.reopen(plan, place, kind, now.revision(), "試験の後始末", EXECUTIVE);
                });
            }
            now(place, Kind.MINISTER)
                    .ifPresent(
                            now -> evaluations.write(plan, place, Kind.MINISTER, Words.NONE, now.revision(), MINISTRY));
        }
    }

    private Optional<Evaluation> now(Place place, Kind kind) {
        ItemSheet sheet = evaluations.sheet(plan, place).orElseThrow();
        return kind == Kind.SELF ? sheet.self() : sheet.minister();
    }

    private int read(Place place, Kind kind) {
        return now(place, kind).map(Evaluation::revision).orElse(0);
    }

    private static byte[] csv(String... rows) {
        return ("箇所,評価項目,評定,評定の根拠,課題と対応,改善方策\n" + String.join("\n", rows) + "\n")
                .getBytes(Charset.forName("Windows-31J"));
    }

    private MockHttpServletResponse sent(byte[] content, Visitor by) throws Exception {
        return mvc.perform(multipart(IMPORT + "?lang=ja")
                        .file(new MockMultipartFile("file", "大臣評価.csv", "text/csv", content))
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String report(byte[] content) throws Exception {
        MockHttpServletResponse response = sent(content, MINISTRY);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse saved(String report, Visitor by, String... more) throws Exception {
        String[] fields = new String[4 + more.length];
        System.arraycopy(
                new String[] {"file", hidden(report, "file"), "digest", hidden(report, "digest")}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return browser.sent(IMPORT + "/entry?lang=ja", by, fields);
    }

    private static String hidden(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as("a hidden field " + name).isTrue();
        return found.group(1);
    }

    @Test
    void every_row_is_checked_and_named_by_its_cell_before_anything_is_written() throws Exception {
        int before = read(EFFICIENCY, Kind.MINISTER);
        String report = report(csv(
                "Ⅱ,,Ａ,所期の目標を上回った。,,",
                "Ⅲ,,Z,知らない評定,,",
                "３,,B,同じ箇所,,",
                "Ⅳ,,B,まだ早い,,",
                "Ⅰ,,B,評定する項目ではない,,",
                "Ⅹ-9,,B,ない箇所,,",
                "総合,,B,,,",
                "Ⅱ-1,,=A1,数式,,",
                "Ⅱ,,C,低い評定,,"));
        assertThat(report)
                .contains("9行を読みました。下書きとして保存できるのは1行")
                .contains("Shift_JIS")
                .contains("計画の評定の規則にない評定です：Z")
                .contains("S・A・B・C・Dのどれかを書いてください。")
                .contains("同じ箇所が3行目にもあります。")
                .contains("自己評価がまだ確定していません。")
                .contains("評定をつける項目ではありません：Ⅰ")
                .contains("計画にない箇所です：Ⅹ-9")
                .contains("評定の根拠がありません。")
                .contains("数式が入っています。")
                .contains("標準を下回る評定には")
                .contains(">C3<", ">A4<", ">A5<", ">A6<", ">A7<", ">D8<", ">C9<", ">F10<");
        assertThat(read(EFFICIENCY, Kind.MINISTER)).isEqualTo(before);
        savedOnce(report);
    }

    private void savedOnce(String report) throws Exception {
        assertThat(saved(report, MINISTRY).getStatus())
                .as("faulty rows are left out only where somebody says so")
                .isEqualTo(422);
        assertThat(saved(report, OTHER_MINISTRY, "good", "yes").getStatus())
                .as("only who had a file checked saves it")
                .isEqualTo(410);
        assertThat(saved(report, MINISTRY, "good", "yes").getStatus()).isEqualTo(303);
        Evaluation now = now(EFFICIENCY, Kind.MINISTER).orElseThrow();
        assertThat(now.state()).isEqualTo(State.DRAFT);
        assertThat(now.words()).isEqualTo(new Words("A", "所期の目標を上回った。", "", ""));
        assertThat(now.latest().why()).contains("取込み：大臣評価.csv");
        assertThat(saved(report, MINISTRY, "good", "yes").getStatus())
                .as("once")
                .isEqualTo(410);
    }

    @Test
    void what_is_final_is_never_written_over() throws Exception {
        int read = read(FINANCE, Kind.MINISTER);
        assertThat(evaluations.submit(plan, FINANCE, Kind.MINISTER, SELF, read, MINISTRY))
                .isInstanceOf(Done.class);
        String report = report(csv("Ⅲ,,A,書き換えたい,,"));
        assertThat(report).contains("主務大臣評価はもう確定しています。").doesNotContain("下書きとして保存する");
    }

    @Test
    void words_somebody_wrote_give_way_only_where_that_is_said_and_nobody_changed_them_since() throws Exception {
        Words typed = new Words("C", "画面で書いた。", "", "改める。");
        int read = read(FINANCE, Kind.MINISTER);
        evaluations.write(plan, FINANCE, Kind.MINISTER, typed, read, OTHER_MINISTRY);
        String report = report(csv("Ⅲ,,B,ファイルの言葉,,"));
        assertThat(report).contains("今の下書きに代わる").contains("庁田 補").contains("評定 C");
        assertThat(saved(report, MINISTRY).getStatus()).isEqualTo(422);
        Words meanwhile = new Words("D", "確かめた後に書いた。", "", "改める。");
        evaluations.write(plan, FINANCE, Kind.MINISTER, meanwhile, read + 1, OTHER_MINISTRY);
        MockHttpServletResponse late = saved(report, MINISTRY, "over", "yes");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(now(FINANCE, Kind.MINISTER).orElseThrow().words()).isEqualTo(meanwhile);
        String again = late.getContentAsString(StandardCharsets.UTF_8);
        assertThat(again).contains("確かめたあとに").contains("評定 D");
        assertThat(saved(again, MINISTRY, "over", "yes").getStatus()).isEqualTo(303);
        assertThat(now(FINANCE, Kind.MINISTER).orElseThrow().revisions())
                .extracting(revision -> revision.words().reason())
                .endsWith("画面で書いた。", "確かめた後に書いた。", "ファイルの言葉");
    }

    @Test
    void an_import_is_taken_back_but_for_what_was_written_since() throws Exception {
        String report = report(csv("Ⅱ,,A,一つ目,,", "Ⅲ,,B,二つ目,,"));
        assertThat(saved(report, MINISTRY).getStatus()).isEqualTo(303);
        Words since = new Words("B", "取り込んだ後に直した。", "", "");
        evaluations.write(plan, FINANCE, Kind.MINISTER, since, read(FINANCE, Kind.MINISTER), OTHER_MINISTRY);
        String page = browser.seen(IMPORT + "?lang=ja", MINISTRY);
        Matcher undo =
                Pattern.compile("action=\"(" + IMPORT + "/[0-9]+/undoing)\"").matcher(page);
        assertThat(undo.find()).isTrue();
        assertThat(browser.sent(undo.group(1), MINISTRY).getStatus()).isEqualTo(303);
        assertThat(now(EFFICIENCY, Kind.MINISTER).orElseThrow().words()).isEqualTo(Words.NONE);
        assertThat(now(EFFICIENCY, Kind.MINISTER).orElseThrow().revisions())
                .extracting(revision -> revision.words().grade())
                .as("the version of the file stays in the history")
                .endsWith("A", "");
        assertThat(now(FINANCE, Kind.MINISTER).orElseThrow().words()).isEqualTo(since);
        assertThat(browser.sent(undo.group(1), MINISTRY).getStatus())
                .as("there is nothing to take back twice")
                .isEqualTo(409);
        sealing.now();
        assertThat(audit.search(new AuditReader.Wanted("", "", "evaluation-import", null, null, null), 1, 5)
                        .entries())
                .extracting(entry -> entry.action())
                .contains("evaluation.import-undone", "evaluation.imported");
    }

    @Test
    void the_template_names_every_item_and_comes_back_unchanged() throws Exception {
        Words formula = new Words("B", "-1件の誤りを除き、=良好", "＝引用", "");
        evaluations.write(plan, EFFICIENCY, Kind.MINISTER, formula, read(EFFICIENCY, Kind.MINISTER), MINISTRY);
        byte[] template = mvc.perform(
                        get("/staff/evaluation/fy2021/minister.csv?lang=ja").with(SignedIn.as(MINISTRY)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String csv = new String(template, StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF箇所,評価項目,評定,").contains("Ⅰ-1,", "総合,");
        assertThat(csv.lines().count()).isEqualTo(plan.evaluated().size() + 2L);
        assertThat(report(template))
                .contains("1行を読みました")
                .contains("今の下書きと同じものが1行")
                .contains("直すところがあるのは0行");
    }

    @Test
    void rows_pasted_without_their_heads_stand_in_the_order_of_the_template() throws Exception {
        MockHttpServletResponse response = mvc.perform(multipart(IMPORT + "?lang=ja")
                        .param("rows", "Ⅱ\t業務運営, 効率化\tA\t\"改行の\nある根拠\"\t課題\t\nⅢ\t\t―\t借入れはなかった。\t\t")
                        .with(SignedIn.as(MINISTRY))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        String report = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(report).contains("2行を読みました").contains("直すところがあるのは0行").contains("貼り付けた行");
        assertThat(saved(report, MINISTRY).getStatus()).isEqualTo(303);
        assertThat(now(EFFICIENCY, Kind.MINISTER).orElseThrow().words())
                .isEqualTo(new Words("A", "改行の\nある根拠", "課題", ""));
        assertThat(now(FINANCE, Kind.MINISTER).orElseThrow().words().grade()).isEqualTo(Evaluation.NOT_GRADED);
    }

    @Test
    void a_workbook_says_the_same_as_a_csv_and_a_hostile_one_is_refused_with_a_reason() throws Exception {
        String rows = "<row r=\"1\">" + text("A1", "箇所") + text("B1", "評定") + text("C1", "評定に至った理由") + "</row>";
        String good =
                "<row r=\"2\">" + text("A2", "Ⅱ") + text("B2", "S") + text("C2", "長い根拠。".repeat(3_000)) + "</row>";
        assertThat(report(Workbooks.sheet(rows + good).bytes()))
                .contains("保存できるのは1行")
                .contains("XLSX");
        String formula = "<row r=\"2\">" + text("A2", "Ⅱ") + "<c r=\"B2\"><f>A1</f><v>S</v></c></row>";
        assertThat(report(Workbooks.sheet(rows + formula).bytes())).contains("数式が入っています。");
        StringBuilder empty = new StringBuilder(rows);
        for (int i = 2; i <= 1_000_000; i++) {
            empty.append("<row r=\"").append(i).append("\"/>");
        }
        assertThat(report(Workbooks.sheet(empty.toString()).bytes())).contains("0行を読みました");
        byte[] zeros = new byte[70 << 20];
        for (byte[] hostile : List.of(
                Workbooks.sheet(rows).with("xl/media/zeros", zeros).bytes(),
                Workbooks.sheet(rows).with("xl/vbaProject.bin", "x").bytes(),
                "1\n".repeat(5_001).getBytes(StandardCharsets.UTF_8),
                new byte[] {'a', ',', (byte) 0x81, (byte) 0xFF, '\n'},
                "箇所,評定\nⅡ,A\n".getBytes(StandardCharsets.UTF_8),
                "箇所,評定,箇所,根拠\n".getBytes(StandardCharsets.UTF_8),
                "\"never closed".getBytes(StandardCharsets.UTF_8),
                "%PDF-1.7".getBytes(StandardCharsets.UTF_8))) {
            assertThat(sent(hostile, MINISTRY).getStatus()).isEqualTo(422);
        }
        assertThat(sent(new byte[0], MINISTRY).getStatus()).isEqualTo(422);
        assertThat(sent(new byte[(5 << 20) + 1], MINISTRY).getStatus()).isEqualTo(422);
    }

    @Test
    void it_is_the_ministrys_office_alone() throws Exception {
        for (Role other :
                List.of(Role.STAFF, Role.PLANNER, Role.EXECUTIVE, Role.AUDITOR, Role.ACCOUNTANT, Role.ADMINISTRATOR)) {
            Visitor by = person("別 人", other);
            assertThat(sent(csv("Ⅱ,,A,勝手に,,"), by).getStatus()).as(other.name()).isEqualTo(403);
            assertThat(browser.status(IMPORT, by)).isEqualTo(403);
            assertThat(browser.status("/staff/evaluation/fy2021/minister.csv", by))
                    .isEqualTo(403);
            assertThat(browser.sent(IMPORT + "/entry", by, "file", "1").getStatus())
                    .isEqualTo(403);
            assertThat(browser.sent(IMPORT + "/1/undoing", by).getStatus()).isEqualTo(403);
        }
        assertThat(browser.status("/staff/evaluation/fy1999/import", MINISTRY)).isEqualTo(404);
        assertThat(browser.seen("/staff/evaluation/fy2021?lang=en", MINISTRY)).contains("from a file");
        assertThat(browser.seen("/staff/evaluation/fy2021?lang=en", PLANNER)).doesNotContain("/import\"");
    }
}
