package tsukasa.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tsukasa.Covers;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Role;
import tsukasa.identity.SignInLinks;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.Chromium;
import tsukasa.testing.SteppingClock;
import tsukasa.testing.Visit;
import tsukasa.testing.WebClient;

/// 一年を、部署・計画担当・役員・主務省・監査の人が、画面で過ごす。
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Covers({"Ⅱ-1-(1)-①.s1", "Ⅱ-1-(1)-①.s2", "Ⅱ-1-(1)-②.s2", "Ⅱ-1-(1)-②.s3"})
class YearInBrowserTests {
    private static final SteppingClock CLOCK = SteppingClock.at("2021-05-06T01:00:00Z");
    private static final Path PLANS = Path.of("target", "year-" + UUID.randomUUID());
    private static final Place SECURITY = new Place("Ⅰ-1");

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry registry) {
        registry.add("tsukasa.plans-dir", PLANS::toString);
    }

    @TestConfiguration
    static class TheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            return CLOCK;
        }
    }

    private final People people;
    private final SignInLinks links;
    private final Evaluations evaluations;
    private final Closings closings;
    private final Reports reports;
    private final PlanDrafts drafts;
    private final Issues issues;
    private final Plan plan;
    private final int port;

    @Autowired
    YearInBrowserTests(
            People people,
            SignInLinks links,
            Evaluations evaluations,
            Closings closings,
            Reports reports,
            PlanDrafts drafts,
            Issues issues,
            PlanShelf shelf,
            @LocalServerPort int port) {
        this.people = people;
        this.links = links;
        this.evaluations = evaluations;
        this.closings = closings;
        this.reports = reports;
        this.drafts = drafts;
        this.issues = issues;
        this.plan = shelf.plan("fy2021").orElseThrow();
        this.port = port;
    }

    @BeforeEach
    @AfterEach
    void everything_is_open_again() {
        Visitor executive = visitor(Role.EXECUTIVE);
        for (ItemSheet sheet : evaluations.sheets(plan)) {
            for (Kind kind : Kind.values()) {
                (kind == Kind.SELF ? sheet.self() : sheet.minister()).ifPresent(now -> {
                    Place place = sheet.item().map(PlanItem::place).orElse(Evaluation.OVERALL);
                    evaluations.giveBack(plan, place, now.revision(), "試験の後始末", executive);
                    evaluations.reopen(plan, place, kind, now.revision(), "試験の後始末", executive);
                });
            }
        }
        for (Period period : Period.of(plan.year())) {
            closings.live(plan.id(), period).ifPresent(closing -> {
                closings.giveBack(closing.id(), "試験の後始末", executive);
                closings.reopen(closing.id(), "試験の後始末", executive);
            });
        }
    }

    private static void itIs(String instant) {
        CLOCK.step(Duration.between(CLOCK.instant(), Instant.parse(instant)));
    }

    private Person person(Role role) {
        EmailAddress address =
                EmailAddress.of("year-" + role.name().toLowerCase(java.util.Locale.ROOT) + "@example.jp");
        Person person = people.ensure(address, role.title().ja() + "の人", Language.JA);
        people.give(person.id(), role, role == Role.STAFF ? Reach.over(Set.of("security")) : Reach.EVERYWHERE);
        return person;
    }

    private Visitor visitor(Role role) {
        Person person = person(role);
        return new Visitor(person.id(), person.displayName(), person.email().value(), Set.of(Role.MEMBER, role), null);
    }

    private Map<String, String> signedIn(Role role) {
        Person person = person(role);
        WebClient client = new WebClient(port);
        String link = links.make(person.email(), new ReturnPath("/")).getPath();
        client.get(link);
        client.post(link, Map.of());
        return client.cookies();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path + (path.contains("?") ? "&" : "?") + "lang=ja";
    }

    private PlansInBrowser plans() {
        return new PlansInBrowser(
                new PlansInBrowser.Stage() {
                    @Override
                    public void as(Role role, String path, Consumer<Page> deed) {
                        YearInBrowserTests.this.as(role, path, deed);
                    }

                    @Override
                    public Visitor visitor(Role role) {
                        return YearInBrowserTests.this.visitor(role);
                    }
                },
                drafts,
                issues);
    }

    /// Somebody opens a page and does something there; what came of it must be a good page too.
    private void as(Role role, String path, Consumer<Page> deed) {
        try (Visit visit = Chromium.open(address(path), 1280, signedIn(role))) {
            deed.accept(visit.page());
            visit.assertGood();
        }
    }

    private static void press(Page page, String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
        page.waitForLoadState();
    }

    private byte[] file(Role role, String path) {
        try (Visit visit = Chromium.open(address("/staff"), 1280, signedIn(role))) {
            var response = visit.page().request().get(address(path));
            assertThat(response.status()).as(path).isEqualTo(200);
            return response.body();
        }
    }

    @Test
    void from_the_amended_plan_to_the_printed_evaluation_and_next_years_plan() {
        PlanItem measure = plan.measuresOf("security").getFirst();
        itIs("2021-04-20T01:00:00Z");
        plans().amended(plan, measure);
        inMayTheDepartmentReports(measure);
        inOctoberTheHalfYearIsFollowedUp(measure);
        inAprilTheYearIsEvaluated();
        theMinistersWordGoesOutWithIt();
        plans().nextYearDrafted(plan, measure);
    }

    private void inMayTheDepartmentReports(PlanItem measure) {
        itIs("2021-05-06T01:00:00Z");
        String month = "/staff/reports/fy2021/security/2021-04";
        as(Role.STAFF, month + "/" + measure.place().slug(), page -> {
            page.getByLabel("予定どおり").check();
            page.getByLabel("実施したこと").fill("会合を一度開いた。");
            press(page, "報告する");
            assertThat(page.locator("main").innerText()).contains("報告しました", "会合を一度開いた。");
        });
        as(Role.PLANNER, month + "/" + measure.place().slug(), page -> {
            page.locator("summary", new Page.LocatorOptions().setHasText("差し戻す"))
                    .click();
            page.getByLabel("何が足りないか").fill("参加した組織の数も書いてください。");
            press(page, "差し戻す");
            assertThat(page.locator("main").innerText()).contains("差し戻しました");
        });
        as(Role.STAFF, month + "/" + measure.place().slug(), page -> {
            assertThat(page.locator("main").innerText()).contains("参加した組織の数も書いてください。");
            page.getByLabel("実施したこと").fill("会合を一度開き、12組織が参加した。");
            press(page, "報告する");
        });
        assertThat(reports.find(plan, measure.place(), java.time.YearMonth.of(2021, 4))
                        .orElseThrow()
                        .revisions())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private void inOctoberTheHalfYearIsFollowedUp(PlanItem measure) {
        itIs("2021-10-05T01:00:00Z");
        close("h1");
        as(Role.STAFF, "/staff/follow-up/fy2021/security/" + measure.place().slug(), page -> {
            page.getByLabel("遅れている").check();
            page.getByLabel("追加の取組が必要").check();
            page.getByLabel("上期の実績").fill("会合は予定の半分だった。");
            press(page, "記入する");
            page.locator("summary", new Page.LocatorOptions().setHasText("取組を加える"))
                    .click();
            page.getByLabel("何をするか").fill("下期に会合を三度開く");
            press(page, "加える");
            assertThat(page.locator("main").innerText()).contains("下期に会合を三度開く");
        });
        assertThat(new String(file(Role.EXECUTIVE, "/staff/follow-up/fy2021/report.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    private void inAprilTheYearIsEvaluated() {
        itIs("2022-04-05T01:00:00Z");
        close("year");
        as(Role.STAFF, "/staff/evaluation/fy2021/1-1", page -> {
            page.getByLabel("評定", new Page.GetByLabelOptions().setExact(true)).selectOption("B");
            page.getByLabel("評定の根拠").fill("目標の水準に達した。");
            press(page, "承認を求める");
            assertThat(page.locator("main").innerText()).contains("承認を求めました");
        });
        as(Role.EXECUTIVE, "/staff/evaluation/fy2021/1-1", page -> {
            press(page, "承認して確定する");
            assertThat(page.locator("main").innerText()).contains("自己評価を確定しました");
        });
        theOtherItems();
    }

    private void theMinistersWordGoesOutWithIt() {
        as(Role.MINISTRY, "/staff/evaluation/fy2021/1-1", page -> {
            page.getByLabel("評定", new Page.GetByLabelOptions().setExact(true)).selectOption("A");
            page.getByLabel("評定の根拠").fill("地方の中小企業への広がりを評価する。");
            press(page, "確定する");
            assertThat(page.locator("main").innerText()).contains("主務大臣評価を確定しました");
        });
        as(Role.EXECUTIVE, "/staff/evaluation/fy2021/report", page -> {
            page.locator("summary", new Page.LocatorOptions().setHasText("評価書を発行する"))
                    .click();
            page.getByLabel("前の版から変わったこと").fill("主務大臣評価を加えた。");
            press(page, "発行する");
            assertThat(page.locator("main").innerText()).contains("発行しました");
        });
        as(Role.MEMBER, "/plan/fy2021/evaluation", page -> {
            assertThat(page.locator("main").innerText()).contains("サイバーセキュリティ", "（PDF）");
            String pdf = page.locator("main a[href$='.pdf']").first().getAttribute("href");
            var response = page.request().get("http://127.0.0.1:" + port + pdf);
            assertThat(new String(response.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        });
        as(
                Role.AUDITOR,
                "/staff/audit?q=fy2021/1-1/minister",
                page -> assertThat(page.locator("main").innerText()).contains("評価を確定した", "主務省の人"));
    }

    private void close(String part) {
        as(Role.PLANNER, "/staff/closings/fy2021/" + part, page -> press(page, "数えて、締めを申請する"));
        as(Role.EXECUTIVE, "/staff/closings/fy2021/" + part, page -> {
            if (page.getByText("を確かめました").count() > 0) {
                page.locator("input[name=despite]").check();
            }
            press(page, "締める");
            assertThat(page.locator("main").innerText()).contains("締めました");
        });
    }

    /// As the first one was done, without the browser.
    private void theOtherItems() {
        for (ItemSheet sheet : evaluations.sheets(plan)) {
            Place place = sheet.item().map(PlanItem::place).orElse(Evaluation.OVERALL);
            if (!place.equals(SECURITY)) {
                int read = sheet.self().map(Evaluation::revision).orElse(0);
                Words words = new Words("B", "計画のとおり実施した。", "", "");
                evaluations.submit(plan, place, Kind.SELF, words, read, visitor(Role.PLANNER));
                assertThat(evaluations.approve(plan, place, read + 1, visitor(Role.EXECUTIVE)))
                        .isInstanceOf(CycleOutcome.Done.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/staff/board,ja,1280",
        "/staff/board,en,390",
        "/staff/reports,ja,390",
        "/staff/reports,en,1280",
        "/staff/reports/fy2021/talent/2021-04,en,390",
        "/staff/follow-up,ja,1280",
        "/staff/follow-up/fy2021/talent,en,390",
        "/staff/follow-up/fy2021/report,en,390",
        "/staff/evaluation,ja,1280",
        "/staff/evaluation,en,390",
        "/staff/evaluation/fy2021/1-1,ja,1280",
        "/staff/evaluation/fy2021/overall,en,390",
        "/staff/evaluation/fy2021/report,en,390",
        "/staff/drafts,ja,1280",
        "/staff/drafts,en,390",
        "/plan/fy2021/versions,en,390",
        "/staff/issues,ja,390",
        "/staff/issues/new,en,1280",
        "/staff/actions?show=all,en,390",
        "/staff/meetings,ja,1280",
        "/staff/meetings/new,en,390",
        "/plan/fy2021/evaluation,ja,390",
    })
    void every_page_of_the_year_is_accessible_and_fits(String path, String language, int width) {
        itIs("2021-10-05T01:00:00Z");
        String shown = "http://127.0.0.1:" + port + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        try (Visit visit = Chromium.open(shown, width, signedIn(Role.PLANNER))) {
            assertThat(visit.page().locator("h1").count()).as(shown).isEqualTo(1);
            visit.assertGood().picture("year" + path.replaceAll("\\W+", "-") + "-" + language + "-" + width);
        }
    }
}
