package tsukasa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tsukasa.identity.People;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Role;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;
import tsukasa.testing.WebClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StaffInBrowserTests {
    private static final EmailAddress SOMEONE = EmailAddress.of("everything@example.jp");
    private final String base;
    private final Map<String, String> cookies;

    @Autowired
    StaffInBrowserTests(People people, SignInLinks links, @LocalServerPort int port) {
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
}
