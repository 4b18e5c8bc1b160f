package tsukasa.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tsukasa.identity.ReturnPath;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

/// Plays it in a real browser: over to the provider and back, with every policy of ours in force.
class ElsewhereInBrowserTests extends ThreeProviders {
    @Test
    void a_company_signs_in_with_gbiz_id_and_sees_whom_it_acts_for() {
        GBIZ.is(prime("in-browser", "4011001098993"));
        try (Visit visit = Chromium.open("http://localhost:" + port + "/sign-in?lang=ja&return=%2Fme", 1280)) {
            Page page = visit.page();
            visit.assertGood().picture("oidc-sign-in");
            page.click("text=GビズIDでサインイン");
            page.click("text=同意する");
            page.waitForURL("**/me");
            assertThat(page.textContent("main")).contains("港 一郎 さんとして", "株式会社みなと電機");
            visit.assertGood().picture("oidc-me");
            page.click("text=外部アカウント");
            visit.assertGood().picture("oidc-accounts");
            page.click("text=解除する");
            assertThat(page.textContent("main")).contains("いまは解除できません");
            visit.assertGood().picture("oidc-removal");
        }
    }

    @Test
    void who_cancels_reads_what_to_do_and_a_small_window_is_wide_enough() {
        try (Visit visit = Chromium.open("http://localhost:" + port + "/sign-in?lang=en", 390)) {
            Page page = visit.page();
            visit.assertGood().picture("oidc-sign-in-en-small");
            page.click("text=Sign in with gBizID");
            page.click("text=やめる");
            assertThat(page.textContent("main")).contains("was cancelled", "Try again from the sign-in page");
            visit.assertFits().picture("oidc-cancelled");
        }
    }

    @Test
    void the_owner_of_an_address_links_the_account_in_the_browser_that_came_back() {
        EmailAddress owner = EmailAddress.of("browser-owner@gbiz.example.jp");
        people.ensure(owner, "もとの 利用者", Language.JA);
        GBIZ.is(prime("browser-owner", "7123456789012"));
        try (Visit visit = Chromium.open("http://localhost:" + port + "/sign-in?lang=ja&return=%2Fme", 390, Map.of())) {
            Page page = visit.page();
            page.click("text=GビズIDでサインイン");
            page.click("text=同意する");
            page.waitForURL("**/sign-in/first");
            visit.assertGood().picture("oidc-first-small");
            page.navigate(
                    links.make(owner, new ReturnPath("/me/accounts/waiting")).toString());
            page.click("button:has-text('サインインする')");
            page.waitForURL("**/me/accounts/waiting");
            visit.assertGood().picture("oidc-waiting-small");
            page.click("button:has-text('結び付ける')");
            assertThat(page.textContent("main")).contains("もとの 利用者 さんとして", "GビズIDを結び付けました");
        }
    }
}
