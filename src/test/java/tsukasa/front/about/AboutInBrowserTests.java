package tsukasa.front.about;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AboutInBrowserTests {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/about,ja,1280", "/about,en,390",
        "/about/data,ja,390", "/about/data,en,1280",
        "/about/accessibility,ja,390", "/about/privacy,en,390",
        "/sign-in,ja,1280", "/sign-in,en,390",
    })
    void what_the_agency_says_of_itself_is_accessible_and_fits(String path, String language, int width) {
        String address = "http://localhost:" + port + path + "?lang=" + language;
        try (Visit visit = Chromium.open(address, width)) {
            visit.assertGood();
        }
    }
}
