package tsukasa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tsukasa.identity.People;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Role;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.scheme.DeclarationExamples;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.scheme.Submission;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;
import tsukasa.testing.WebClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StaffInBrowserTests {
    private static final EmailAddress SOMEONE = EmailAddress.of("everything@example.jp");
    private final String base;
    private final Map<String, String> cookies;
    private final Intake intake;

    @Autowired
    StaffInBrowserTests(People people, SignInLinks links, Intake intake, @LocalServerPort int port) {
        this.intake = intake;
        this.base = "http://127.0.0.1:" + port;
        var person = people.ensure(SOMEONE, "山田 花子", Language.JA);
        for (Role role : Role.values()) {
            people.give(person.id(), role);
        }
        WebClient client = new WebClient(port);
        String link = links.make(SOMEONE, new ReturnPath("/")).getPath();
        client.get(link);
        client.post(link, Map.of());
        this.cookies = client.cookies();
    }

    @ParameterizedTest
    @CsvSource({
        "/staff,ja,1280", "/staff,en,390",
        "/staff/people,ja,1280", "/staff/people,en,390",
        "/staff/outbox,ja,1280", "/staff/outbox,en,390",
        "/staff/closings,ja,1280", "/staff/closings,en,390",
        "/staff/closings/fy2021/h1,ja,390", "/staff/closings/fy2021/h1,en,1280",
        "/staff/audit,ja,1280", "/staff/audit,en,390",
        "/staff/audit/days,ja,390", "/staff/audit/days,en,1280",
        "/staff/audit/entries/1,ja,390", "/staff/audit/entries/1,en,1280",
        "/me,ja,1280", "/me,en,390",
        "/me/organisations/new,ja,390", "/me/organisations/new,en,1280",
    })
    void pages_of_those_who_signed_in_are_accessible_and_fit(String path, String language, int width) {
        try (Visit visit = Chromium.open(base + path + "?lang=" + language, width, cookies)) {
            assertThat(visit.page().url()).contains(path);
            visit.assertGood();
        }
    }

    private void assertGoodInBoth(String path) {
        String and = path.contains("?") ? "&" : "?";
        for (var seen : Map.of("ja", 1280, "en", 390).entrySet()) {
            String address = base + path + and + "lang=" + seen.getKey();
            try (Visit visit = Chromium.open(address, seen.getValue(), cookies)) {
                assertThat(visit.page().locator("h1").count()).as(address).isEqualTo(1);
                visit.assertGood().picture("staff-" + path.replaceAll("\\W+", "-") + "-" + seen.getKey());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?open=correction", "?open=withdrawal"})
    void a_case_is_accessible_and_fits(String part) {
        Submission submission = DeclarationExamples.submission("in-browser", DeclarationExamples.oneStar(871));
        String number = switch (intake.submitAll(List.of(submission)).getFirst()) {
            case Receipt.Registered(var given) -> given;
            case Receipt.Repeated(var given) -> given;
            case Receipt other -> throw new AssertionError(other);
        };
        assertGoodInBoth("/staff/security-action/cases/" + number + part);
    }

    @Test
    void the_list_of_cases_is_accessible_and_fits() {
        assertGoodInBoth("/staff/schemes");
        assertGoodInBoth("/staff/security-action");
        assertGoodInBoth("/staff/security-action?q=nothing-like-this");
    }

    @Test
    void a_plan_handed_in_as_a_file_is_read_and_every_view_of_it_is_accessible_and_fits() {
        String reading;
        try (Visit visit = Chromium.open(base + "/staff/plan/import", 1280, cookies)) {
            visit.page().locator("input[type=file]").setInputFiles(Path.of("docs/examples/annual-plan.txt"));
            visit.page()
                    .locator("main form:has(input[type=file]) button")
                    .first()
                    .click();
            visit.page().waitForURL(url -> url.matches(".*/staff/plan/import/P-\\d+.*"));
            reading = URI.create(visit.page().url()).getPath();
        }
        for (String view : List.of("", "?only=doubts", "/indicators", "/tables", "/changes", "/history")) {
            assertGoodInBoth(reading + view);
        }
        assertGoodInBoth("/staff/plan/import");
    }
}
