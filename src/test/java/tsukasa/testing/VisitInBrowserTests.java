package tsukasa.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// What every page is measured with finds what it should: these pages are wrong, each in one way.
class VisitInBrowserTests {
    private static Visit page(String body) {
        String page = "<!doctype html><html lang=ja><title>a</title><main><h1>a</h1>" + body + "</main>";
        return Chromium.open(
                "data:text/html;base64," + Base64.getEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8)),
                390);
    }

    @Test
    void a_button_without_a_name_is_found() {
        try (Visit visit = page("<button></button>")) {
            assertThatThrownBy(visit::assertAccessible)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("button-name")
                    .hasMessageContaining("<button></button>");
        }
    }

    @Test
    void pale_text_is_found() {
        try (Visit visit = page("<p style='color:#ddd'>pale</p>")) {
            assertThatThrownBy(visit::assertAccessible).hasMessageContaining("color-contrast");
        }
    }

    @Test
    void what_is_wider_than_its_window_is_found() {
        try (Visit visit = page("<p style='width:600px'>wide</p>")) {
            assertThatThrownBy(visit::assertFits).hasMessageContaining("wide");
        }
    }

    @Test
    void a_page_that_is_as_it_should_be_passes() {
        try (Visit visit = page("<p>fine</p>")) {
            visit.assertGood();
        }
    }
}
