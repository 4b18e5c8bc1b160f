package tsukasa.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tsukasa.Covers;
import tsukasa.kernel.CorporateNumber;
import tsukasa.mail.MailId;
import tsukasa.mail.Outbox;
import tsukasa.mail.OutgoingMail;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

/// A company declares in a real browser, opens its mail, and the plan counts it: nothing here knows the inside.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Covers({"Ⅰ-1-(4)-②-b", "Ⅰ-1-KPI-②"})
class DeclaringInBrowserTests {
    private static final AtomicLong COMPANIES = new AtomicLong(660_000_000_000L);
    private static final Pattern LINK = Pattern.compile("http://[^/\\s]+(/security-action/(?:confirm|manage)/\\S+)");

    @LocalServerPort
    private int port;

    @Autowired
    private Outbox outbox;

    private final Set<MailId> read = new HashSet<>();

    /// Within fiscal year 2021, whose plan is what counts.
    @TestConfiguration
    static class InTheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            Instant morning = Instant.parse("2022-01-12T00:00:00Z");
            return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), morning));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void press(Page page) {
        page.locator("main form .btns button.btn:not(.quiet)").first().click();
    }

    /// The next link that was mailed to an address. The house's outbox is asked, not the files under the data folder:
    /// platforms of other tests share the database, and any of them may have carried the letter out.
    private String mailed(String address) throws InterruptedException {
        for (int look = 0; look < 100; look++) {
            for (OutgoingMail letter : outbox.list(new Outbox.Wanted(address, Optional.empty(), 1))
                    .letters()
                    .reversed()) {
                Matcher link = LINK.matcher(
                        String.valueOf(outbox.find(letter.id()).orElseThrow().body()));
                if (link.find() && read.add(letter.id())) {
                    return link.group(1);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no letter to " + address);
    }

    private record Company(CorporateNumber number, String name, String mail) {
        static Company next() {
            CorporateNumber number = CorporateNumber.ofBase(COMPANIES.incrementAndGet());
            return new Company(
                    number, "有限会社みなと" + number.digits().substring(10), "c" + number.digits() + "@example.jp");
        }
    }

    /// Fills the form; ends on the page that says that a mail is on its way. Every page on the way is looked at.
    private static void declare(Visit visit, Company company, String level) {
        Page page = visit.page();
        press(page);
        visit.assertGood();
        press(page);
        assertThat(page.title())
                .startsWith(page.locator("html").getAttribute("lang").equals("ja") ? "エラー" : "Error");
        visit.assertGood();
        page.check("input[name=level][value=" + level + "]");
        page.check("input[name=principles]");
        press(page);
        while (page.locator("main input[type=radio]").count() > 0) {
            visit.assertGood();
            for (Locator question : page.locator("main fieldset").all()) {
                question.locator("input").first().check();
            }
            press(page);
        }
        describe(visit, company);
        if (level.equals("two")) {
            page.fill("[name=policyUrl]", "https://minato.example.jp/policy");
            press(page);
        }
        page.fill("[name=contactName]", "港 花子");
        page.fill("[name=contactMail]", company.mail());
        page.locator("main button[name=do]").click();
        visit.assertGood();
        page.locator("main .btns a.btn").first().click();
        page.check("input[name=publish]");
        press(page);
        visit.assertGood();
        press(page);
        visit.assertGood();
    }

    /// With a wrong check digit first.
    private static void describe(Visit visit, Company company) {
        Page page = visit.page();
        page.fill("[name=corporateNumber]", "123456789012");
        page.fill("[name=name]", company.name());
        page.fill("[name=kana]", "みなと");
        press(page);
        visit.assertGood();
        assertThat(page.locator("#corporateNumber-error").isVisible()).isTrue();
        page.fill("[name=corporateNumber]", company.number().digits());
        page.selectOption("[name=prefecture]", "34");
        page.selectOption("[name=industry]", "E");
        page.fill("[name=employees]", "４２名");
        page.fill("[name=capital]", "10,000,000");
        press(page);
    }

    private static long counted(Page page) {
        String text = page.locator("main .huge").first().innerText();
        Matcher number = Pattern.compile("([0-9,]+)").matcher(text);
        return number.find() ? Long.parseLong(number.group(1).replace(",", "")) : 0;
    }

    @Test
    void a_company_that_declares_is_counted_by_the_plan_down_to_its_row() throws Exception {
        Company company = Company.next();
        String indicator = address("/plan/fy2021/indicators/SEC-2");
        try (Visit visit = Chromium.open(indicator + "?lang=ja", 1280)) {
            Page page = visit.page();
            long before = counted(page);
            page.navigate(address("/security-action"));
            declare(visit, company, "one");
            page.navigate(indicator);
            assertThat(counted(page))
                    .as("not before the link in the mail is used")
                    .isEqualTo(before);
            page.navigate(address(mailed(company.mail())));
            visit.assertGood();
            press(page);
            visit.assertGood();
            String number = page.locator(".receipt-number").innerText();
            assertThat(number).matches("SA-2021-\\d{6}");
            page.navigate(indicator);
            assertThat(counted(page)).isEqualTo(before + 1);
            page.fill("#q", company.name());
            page.locator("#q").press("Enter");
            Locator row =
                    page.locator("main table tbody tr").filter(new Locator.FilterOptions().setHasText(company.name()));
            row.locator("a").first().click();
            assertThat(page.url()).endsWith("/security-action/register/" + number);
            assertThat(page.locator("h1").innerText()).isEqualTo(company.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"ja,1280", "en,390"})
    void every_page_of_a_declaration_is_accessible_and_fits(String language, int width) throws Exception {
        Company company = Company.next();
        try (Visit visit = Chromium.open(address("/security-action?lang=" + language), width)) {
            Page page = visit.page();
            visit.assertGood();
            declare(visit, company, "two");
            page.navigate(address(mailed(company.mail())));
            press(page);
            visit.assertGood();
            page.locator("main form button").last().click();
            visit.assertGood();
            String own = page.url();
            page.navigate(own + "/logo");
            visit.assertGood();
            press(page);
            visit.assertGood();
            page.check("input[name=accepted]");
            press(page);
            visit.assertGood();
            Download logo = page.waitForDownload(
                    () -> page.locator("a[href$='logo.svg']").click());
            assertThat(Files.readString(logo.path())).startsWith("<svg").contains("SECURITY ACTION");
            page.navigate(own + "/withdrawal");
            visit.assertGood();
            page.fill("[name=reason]", "事業を終えるため");
            press(page);
            visit.assertGood();
            press(page);
            visit.assertGood();
            assertThat(page.url()).isEqualTo(own);
        }
    }

    @ParameterizedTest
    @CsvSource({"ja,1280", "en,390"})
    void the_public_pages_are_accessible_and_fit(String language, int width) throws Exception {
        Company company = Company.next();
        String number = registered(company);
        for (String path : List.of(
                "/security-action/register",
                "/security-action/register?q=" + company.name().substring(0, 6) + "&prefecture=34&company=small",
                "/security-action/register?q=zzzz",
                "/security-action/register/" + number,
                "/security-action/statistics",
                "/security-action/manage",
                "/security-action/manage/sent")) {
            String query = path.contains("?") ? "&lang=" : "?lang=";
            try (Visit visit = Chromium.open(address(path + query + language), width)) {
                visit.assertGood();
            }
        }
    }

    private String registered(Company company) throws Exception {
        try (Visit visit = Chromium.openWithoutScript(address("/security-action"), 1280)) {
            Page page = visit.page();
            press(page);
            page.check("input[name=level][value=one]");
            page.check("input[name=principles]");
            press(page);
            page.fill("[name=corporateNumber]", company.number().digits());
            page.fill("[name=name]", company.name());
            page.fill("[name=kana]", "ミナト");
            page.selectOption("[name=prefecture]", "34");
            page.selectOption("[name=industry]", "E");
            page.fill("[name=employees]", "42");
            press(page);
            page.fill("[name=contactName]", "港 花子");
            page.fill("[name=contactMail]", company.mail());
            page.check("input[name=publish]");
            press(page);
            press(page);
            page.navigate(address(mailed(company.mail())));
            press(page);
            return page.locator(".receipt-number").innerText();
        }
    }

    @Test
    void without_script_the_whole_way_works_and_the_receipt_prints_without_buttons() throws Exception {
        Company company = Company.next();
        String number = registered(company);
        String link = mailed(company.mail());
        assertThat(link).contains("/manage/");
        try (Visit visit = Chromium.openWithoutScript(address(link), 794)) {
            Page page = visit.page();
            assertThat(page.locator("main").innerText()).contains(number);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("main .btns").first().isVisible()).isFalse();
            visit.assertFits();
        }
        try (Visit visit = Chromium.openWithoutScript(address("/security-action/register"), 794)) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".register-search").isVisible()).isFalse();
            assertThat(page.locator("main table").isVisible()).isTrue();
            assertThat(page.locator("main .lead").innerText()).contains("2022年1月12日");
            visit.assertFits();
        }
    }
}
