package tsukasa.identity.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.OrganisationExamples;
import tsukasa.identity.Organisations;
import tsukasa.identity.People;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.CorporateNumber;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

/// Both sides in a real browser, from the empty page to the form filled in for somebody else.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DelegationInBrowserTests {
    private final People people;
    private final Organisations organisations;
    private final SignInLinks links;
    private final String base;

    @Autowired
    DelegationInBrowserTests(People people, Organisations organisations, SignInLinks links, @LocalServerPort int port) {
        this.people = people;
        this.organisations = organisations;
        this.links = links;
        this.base = "http://localhost:" + port;
    }

    private String owner(String mail, String name, String organisation, CorporateNumber number) {
        UUID id = OrganisationExamples.registered(organisations, number, organisation)
                .id();
        UUID person = people.ensure(EmailAddress.of(mail), name, Language.JA).id();
        organisations.join(person, id, Part.OWNER);
        return "/me/organisations/" + id + "/delegations";
    }

    private Page signIn(Visit visit, String mail, String goOn) {
        Page page = visit.page();
        page.navigate(links.make(EmailAddress.of(mail), new ReturnPath(goOn)).toString());
        page.click("button:has-text('サインインする')");
        page.waitForURL("**" + goOn);
        return page;
    }

    @Test
    void a_company_asks_a_law_office_which_accepts_and_fills_in_a_form_for_it() {
        CorporateNumber number = CorporateNumber.ofBase(820_110_000_001L);
        CorporateNumber partner = CorporateNumber.ofBase(820_110_000_002L);
        String given = owner("minato@browser.example.jp", "港 社長", "株式会社みなと製作所", number);
        String received = owner("umikaze@browser.example.jp", "海風 代表", "行政書士法人うみかぜ", partner);
        try (Visit visit = Chromium.open(base + "/sign-in?lang=ja", 1280)) {
            Page page = signIn(visit, "minato@browser.example.jp", given);
            visit.assertGood().picture("delegations-empty");
            page.click("text=代理を依頼する");
            page.fill("[name=number]", partner.digits());
            page.check("[name=extent][value=SUBMIT]");
            visit.assertGood().picture("delegation-new");
            page.click("button:has-text('内容を確認する')");
            visit.assertGood().picture("delegation-confirm");
            page.click("button:has-text('依頼する')");
            assertThat(page.textContent("main")).contains("承諾待ち", "代理を終わらせる");
            visit.assertGood().picture("delegation-offered");
        }
        try (Visit visit = Chromium.open(base + "/sign-in?lang=ja", 390)) {
            Page page = signIn(visit, "umikaze@browser.example.jp", received);
            page.click("text=株式会社みなと製作所");
            visit.assertGood().picture("delegation-accept-small");
            page.click("button:has-text('承諾する')");
            page.navigate(base + "/me");
            visit.assertGood().picture("delegation-me-small");
            page.click("button:has-text('代理として手続きする')");
            assertThat(page.textContent("body")).contains("株式会社みなと製作所 の代理として手続きしています");
            page.navigate(base + "/security-action");
            page.click("button:has-text('宣言を始める')");
            visit.assertGood().picture("delegation-form-small");
            page.navigate(base + received);
            page.click("main a:has-text('株式会社みなと製作所')");
            page.click("text=代理を終わらせる");
            visit.assertGood().picture("delegation-end-small");
            page.click("button:has-text('終わらせる')");
            assertThat(page.textContent("body")).contains("代理を終わらせました").doesNotContain("の代理として手続きしています");
        }
    }
}
