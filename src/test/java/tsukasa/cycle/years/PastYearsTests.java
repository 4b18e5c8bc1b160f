package tsukasa.cycle.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.testing.StaffBrowser.person;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
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
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.ItemYears;
import tsukasa.cycle.ItemYears.Origin;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Entry;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.cycle.PastYears;
import tsukasa.cycle.Period;
import tsukasa.cycle.YearMoney;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.PackageReading;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// 過年度の値は、計画があれば締めた値を、なければ印刷された値を記入して、出典とともに示す。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-①.s2", "Ⅱ-1-(1)-①.s3"})
class PastYearsTests {
    private static final SteppingClock CLOCK = SteppingClock.at("2022-06-10T00:00:00Z");
    private static final Place SECURITY = new Place("Ⅰ-1");
    private static final FiscalYear LAST = new FiscalYear(2020);
    private static final String SOURCE = "令和2年度業務実績等報告書 12ページ";
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor EXECUTIVE = person("八木 員", Role.EXECUTIVE);

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
    private final PastYears past;
    private final Evaluations evaluations;
    private final Closings closings;
    private final FrozenCounts frozen;
    private final ObjectProvider<YearMoney> money;
    private final Plan plan;
    private final JdbcClient database;

    @Autowired
    PastYearsTests(
            MockMvc mvc,
            PastYears past,
            Evaluations evaluations,
            Closings closings,
            FrozenCounts frozen,
            ObjectProvider<YearMoney> money,
            PlanShelf shelf,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.mvc = mvc;
        this.browser = new StaffBrowser(mvc);
        this.past = past;
        this.evaluations = evaluations;
        this.closings = closings;
        this.frozen = frozen;
        this.money = money;
        this.plan = shelf.plan("fy2021").orElseThrow();
        this.database = database;
    }

    @BeforeEach
    void nothing_is_entered() {
        CLOCK.step(Duration.ofMinutes(1));
        empty(database);
    }

    static void empty(JdbcClient database) {
        database.sql("alter table cycle.past_figure disable trigger past_figure_stays")
                .update();
        database.sql("delete from cycle.past_figure").update();
        database.sql("alter table cycle.past_figure enable trigger past_figure_stays")
                .update();
    }

    static Entry output(String threshold, int year, String target, String value, String why, int read) {
        return new Entry(
                threshold,
                new FiscalYear(year),
                Said.output(
                        Optional.of(target).filter(t -> !t.isEmpty()).map(Fraction::parse),
                        Optional.of(value).filter(v -> !v.isEmpty()).map(Fraction::parse)),
                SOURCE,
                Optional.of(why).filter(w -> !w.isEmpty()),
                read);
    }

    private CycleOutcome enter(Entry... entries) {
        return past.enter(plan, List.of(entries), PLANNER);
    }

    private static void refused(CycleOutcome outcome, int status, String field) {
        assertThat(outcome).isInstanceOf(CycleOutcome.Refused.class);
        assertThat(((CycleOutcome.Refused) outcome).status()).isEqualTo(status);
        assertThat(((CycleOutcome.Refused) outcome).faults())
                .extracting(CycleOutcome.Fault::field)
                .contains(field);
    }

    @Test
    void a_figure_has_a_source_and_a_correction_has_a_reason_and_every_version_stays() {
        assertThat(enter(output("SEC-1.a", 2020, "90", "95", "", 0))).isInstanceOf(CycleOutcome.Done.class);
        refused(enter(output("SEC-1.a", 2020, "90", "97", "", 1)), 422, "why");
        refused(enter(output("SEC-1.a", 2020, "90", "97", "正誤表による", 0)), 409, "");
        assertThat(enter(output("SEC-1.a", 2020, "90", "97", "正誤表による", 1))).isInstanceOf(CycleOutcome.Done.class);
        assertThat(past.history(plan, "SEC-1.a", LAST))
                .extracting(figure -> figure.said().value().orElseThrow().toString())
                .containsExactly("95", "97");
        assertThat(past.entered(plan)).singleElement().satisfies(figure -> {
            assertThat(figure.byName()).isEqualTo("計良 画太");
            assertThat(figure.at()).isEqualTo(CLOCK.instant());
        });
        Entry unsaid = new Entry("SEC-1.a", new FiscalYear(2019), Said.NOTHING, SOURCE, Optional.empty(), 0);
        refused(enter(unsaid), 422, "value");
        Entry sourceless = new Entry(
                "SEC-1.a",
                new FiscalYear(2019),
                Said.output(Optional.empty(), Optional.of(Fraction.ONE)),
                " ",
                Optional.empty(),
                0);
        refused(enter(sourceless), 422, "source");
        assertThatThrownBy(() ->
                        database.sql("update cycle.past_figure set value = '1'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void of_several_all_are_entered_or_none() {
        refused(
                enter(output("SEC-1.a", 2020, "90", "95", "", 0), output("SEC-1.a", 2021, "90", "95", "", 0)),
                422,
                "year");
        refused(enter(output("SEC-1.a", 2020, "90", "95", "", 0), output("SEC-1.a", 2019, "9", "9", "", 3)), 409, "");
        assertThat(past.entered(plan)).isEmpty();
    }

    @Test
    void what_is_taken_back_is_absent_again_and_shown_nowhere_but_in_its_history() {
        enter(output("SEC-1.a", 2020, "90", "95", "", 0));
        assertThat(security().overYears()).isTrue();
        Entry back = new Entry("SEC-1.a", LAST, Said.NOTHING, SOURCE, Optional.of("別の指標の値だった"), 1);
        assertThat(enter(back)).isInstanceOf(CycleOutcome.Done.class);
        assertThat(security().years()).containsExactly(plan.year());
        assertThat(past.history(plan, "SEC-1.a", LAST)).hasSize(2);
    }

    private ItemYears security() {
        return past.of(List.of(evaluations.sheet(plan, SECURITY).orElseThrow())).getFirst();
    }

    @Test
    void the_figures_stand_beside_this_years_and_say_that_they_are_from_print() throws Exception {
        enter(output("SEC-1.a", 2020, "90", "95", "", 0), output("SEC-3.b", 2019, "2/3", "0.712", "", 0));
        past.enter(
                plan,
                List.of(new Entry(
                        "Ⅰ-1",
                        LAST,
                        Said.input(Optional.of(5_432_000_000L), Optional.of(5_012_345_678L), Optional.of(87)),
                        SOURCE,
                        Optional.empty(),
                        0)),
                PLANNER);
        ItemYears.Output first = security().outputs().getFirst();
        assertThat(first.points()).extracting(ItemYears.Point::origin).contains(Origin.NONE, Origin.PRINTED);
        for (String address : List.of("/staff/evaluation/fy2021/1-1", "/staff/evaluation/fy2021/report")) {
            assertThat(browser.seen(address + "?lang=ja", PLANNER))
                    .contains("経年の推移")
                    .contains("印刷された値（記入）")
                    .contains("目標 90")
                    .contains("達成率 105.5%")
                    .contains("71.2%")
                    .contains("5,012")
                    .contains("class=\"hollow\"");
        }
        onPaperAndInTheWorkbook();
    }

    private void onPaperAndInTheWorkbook() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(bytes("/staff/evaluation/fy2021/1-1/sheet.pdf?lang=en"))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Over the years")
                    .contains("counted again from any register")
                    .contains("5,012");
            assertThat(figures(pdf.getDocumentCatalog().getStructureTreeRoot()))
                    .as("each picture is on paper and says what it shows")
                    .hasSize(security().outputs().size() + 1)
                    .anyMatch(said -> said.startsWith("SEC-1.a: results and targets"));
        }
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(bytes("/staff/evaluation/fy2021/report.xlsx?lang=ja")))) {
            String rows = book.findSheet("経年の推移").orElseThrow().read().toString();
            assertThat(rows).contains("印刷された値（記入）").contains("95社");
            assertThat(book.findSheet("インプット").orElseThrow().read().toString())
                    .contains("5,432")
                    .contains("87");
        }
    }

    private static List<String> figures(PDStructureNode node) {
        List<String> found = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    found.add(element.getAlternateDescription());
                }
                found.addAll(figures(element));
            }
        }
        return found;
    }

    private byte[] bytes(String address) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(get(address).with(SignedIn.as(PLANNER))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    private static Plan of(Plan plan, int year) {
        return new Plan(
                "fy" + year,
                new FiscalYear(year),
                plan.title(),
                plan.agency(),
                plan.legalBasis(),
                plan.digest(),
                plan.departments(),
                plan.items(),
                plan.indicators(),
                plan.targets(),
                plan.tables(),
                plan.accounts(),
                plan.grading(),
                plan.notes());
    }

    @Test
    void where_the_plan_of_a_year_is_on_the_shelf_entry_is_refused_with_the_reason() {
        PastRules rules = new PastRules(of(plan, 2022), List.of(of(plan, 2022), plan));
        assertThat(rules.faults(output("SEC-1.a", 2021, "90", "95", "", 0), Optional.empty()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("year");
                    assertThat(fault.sentence().ja()).contains("2021年度の計画が登録されている");
                });
        assertThat(rules.faults(output("SEC-1.a", 2020, "90", "95", "", 0), Optional.empty()))
                .isEmpty();
        Entry moneyOfTheShelf = new Entry(
                "Ⅰ-1",
                new FiscalYear(2021),
                Said.input(Optional.of(1L), Optional.empty(), Optional.empty()),
                SOURCE,
                Optional.empty(),
                0);
        assertThat(rules.faults(moneyOfTheShelf, Optional.empty())).hasSize(1);
        Entry people = new Entry(
                "Ⅰ-1",
                new FiscalYear(2021),
                Said.input(Optional.empty(), Optional.empty(), Optional.of(90)),
                SOURCE,
                Optional.empty(),
                0);
        assertThat(rules.faults(people, Optional.empty()))
                .as("no register counts people")
                .isEmpty();
    }

    @Test
    void the_closed_figures_of_an_earlier_plan_go_before_what_was_entered() {
        Plan next = of(plan, 2022);
        Courses courses = new Courses(closings, frozen, shelf(next), money);
        ItemSheet sheet = evaluations.sheet(plan, SECURITY).orElseThrow();
        ItemSheet later = new ItemSheet(
                next,
                sheet.item(),
                Optional.empty(),
                sheet.results(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        PastFigure entered = entered();
        assertThat(courses.of(List.of(later), List.of(entered)).getFirst().outputs())
                .extracting(output -> output.points().getFirst().origin())
                .as("until it is closed, an earlier plan says its target alone")
                .containsOnly(Origin.OPEN);
        Period year = new Period(plan.year(), Period.Part.YEAR);
        Closing closing = ((ClosingOutcome.Done) closings.propose("fy2021", year, PLANNER)).closing();
        closings.close(closing.id(), true, EXECUTIVE);
        try {
            ItemYears years = courses.of(List.of(later), List.of(entered)).getFirst();
            List<ItemSheet.Result> closed =
                    evaluations.sheet(plan, SECURITY).orElseThrow().results();
            for (int i = 0; i < closed.size(); i++) {
                ItemYears.Point point = years.outputs().get(i).points().getFirst();
                assertThat(point.origin()).isEqualTo(Origin.CLOSED);
                assertThat(point.value()).isEqualTo(closed.get(i).value());
            }
        } finally {
            closings.reopen(closing.id(), "試験の後始末", EXECUTIVE);
        }
    }

    private PastFigure entered() {
        return new PastFigure(
                "SEC-1.a",
                plan.year(),
                Said.output(Optional.empty(), Optional.of(Fraction.of(12345))),
                SOURCE,
                Optional.empty(),
                1,
                PLANNER.id(),
                "計良 画太",
                CLOCK.instant());
    }

    private PlanShelf shelf(Plan newest) {
        return new PlanShelf() {
            @Override
            public List<Plan> plans() {
                return List.of(newest, plan);
            }

            @Override
            public Optional<Plan> plan(String id) {
                return plans().stream().filter(one -> one.id().equals(id)).findFirst();
            }

            @Override
            public List<PackageReading.Rejected> rejected() {
                return List.of();
            }

            @Override
            public void refresh() {}
        };
    }
}
