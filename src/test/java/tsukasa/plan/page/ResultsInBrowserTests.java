package tsukasa.plan.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tsukasa.identity.People;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Role;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

/// Two people, two windows: one enters a result with its evidence, the other approves it, and the number moves.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(YearSoFar.class)
class ResultsInBrowserTests {
    private static final byte[] PDF = "%PDF-1.7\nagreement".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private YearSoFar.Told year;

    @Autowired
    private People people;

    @Autowired
    private SignInLinks links;

    @BeforeEach
    void the_year_so_far() {
        year.once();
    }

    private Visit signedIn(String mail, Role role, int width) {
        EmailAddress address = EmailAddress.of(mail);
        people.give(
                people.ensure(address, mail.substring(0, mail.indexOf('@')), Language.JA)
                        .id(),
                role);
        String link = links.make(address, new ReturnPath("/staff/results")).getPath();
        Visit visit = Chromium.open(address(link), width);
        visit.page().locator("main button").first().click();
        return visit;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private void enter(Page page, boolean evidence) {
        page.navigate(address("/staff/results/new?lang=ja"));
        page.locator("#threshold").selectOption("SEC-4.a");
        page.locator("#subject").fill("見本市消費生活センター");
        page.locator("#occurredOn").fill("2021-10-01");
        page.locator("#amount").fill("1");
        page.locator("#department").selectOption("security");
        if (evidence) {
            page.locator("#evidence").setInputFiles(new FilePayload("協定書.pdf", "application/pdf", PDF));
        }
        page.locator("main form button").first().click();
    }

    @Test
    void what_one_enters_with_evidence_another_approves_and_then_it_counts() {
        try (Visit clerk = signedIn("clerk@example.jp", Role.STAFF, 1280);
                Visit planner = signedIn("planner@example.jp", Role.PLANNER, 390);
                Visit reader = Chromium.open(address("/plan/fy2021/indicators/SEC-4?lang=ja"), 1280)) {
            assertThat(reader.page().locator(".figure-line a.n").count()).isZero();
            enter(clerk.page(), true);
            assertThat(clerk.page().locator("main").innerText()).contains("承認待ち", "協定書.pdf", "自分で記録したものは、ほかの人が承認します。");
            assertThat(clerk.page().getByText("承認する").count()).isZero();
            String record = clerk.page().url().replaceAll(".*(R-[0-9]+).*", "$1");
            clerk.assertFits().assertAccessible();

            planner.page().navigate(address("/staff/results?lang=ja"));
            planner.picture("results-planner").assertFits().assertAccessible();
            planner.page().locator("input[value='" + record + "']").check();
            planner.page().locator(".bulk button").click();
            planner.page().navigate(address("/staff/results/" + record));
            assertThat(planner.page().locator("main").innerText()).contains("承認済み", "clerk", "planner");

            reader.page().reload();
            assertThat(reader.page().locator(".figure-line a.n").innerText()).isEqualTo("1");
            assertThat(reader.page().locator("#rows tbody").innerText())
                    .contains(record, "協定書.pdf")
                    .doesNotContain("clerk");
            clerk.page().navigate(address("/plan/results/" + record));
            assertThat(clerk.page()
                            .locator("main a[href='/staff/results/" + record + "']")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_planner_cannot_approve_what_they_entered_nor_what_has_no_evidence() {
        try (Visit planner = signedIn("second@example.jp", Role.PLANNER, 1280)) {
            enter(planner.page(), false);
            assertThat(planner.page().locator("main").innerText()).contains("証拠がないため、まだ承認できません。");
            planner.page()
                    .locator("#evidence")
                    .setInputFiles(new FilePayload("写真.png.exe", "image/png", new byte[] {'M', 'Z', 1, 2}));
            planner.page().getByText("証拠を加える").click();
            assertThat(planner.page().locator("main").innerText()).contains("受け付けている種類のファイルではありません");
            planner.page().locator("#evidence").setInputFiles(new FilePayload("協定書.pdf", "application/pdf", PDF));
            planner.page().getByText("証拠を加える").click();
            assertThat(planner.page().locator("main").innerText()).contains("自分で記録したものは、ほかの人が承認します。");
        }
    }

    @Test
    void a_form_with_nothing_in_it_says_what_is_missing_and_keeps_the_focus_there() {
        try (Visit clerk = signedIn("third@example.jp", Role.STAFF, 390)) {
            Page page = clerk.page();
            page.navigate(address("/staff/results/new?lang=en"));
            page.evaluate("() => document.querySelector('main form').noValidate = true");
            page.locator("#subject").fill("x");
            page.locator("main form button").first().click();
            assertThat(page.locator(".errors, [role=alert], .summary").first().innerText())
                    .isNotBlank();
            clerk.assertFits().assertAccessible();
        }
    }
}
