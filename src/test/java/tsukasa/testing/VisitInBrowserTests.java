package tsukasa.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

    @Test
    void the_next_visit_finds_nothing_of_the_one_before() throws IOException {
        List<String> cookies = new CopyOnWriteArrayList<>();
        HttpServer site = siteThatIsKept(cookies);
        String address = "http://localhost:" + site.getAddress().getPort() + "/";
        try {
            try (Visit visit = Chromium.open(address, 390, Map.of("session", "s"))) {
                Page page = visit.page();
                page.evaluate("() => { localStorage.a = 1; sessionStorage.b = 2; }");
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                page.waitForPopup(() -> page.evaluate("() => { open('/'); }"));
            }
            cookies.clear();
            try (Visit visit = Chromium.open(address, 1280)) {
                assertThat(cookies).as("it is asked again, by a stranger").containsExactly("none");
                assertThat(visit.page().context().pages()).hasSize(1);
                assertThat(visit.page()
                                .evaluate("() => [localStorage.length, sessionStorage.length,"
                                        + " matchMedia('print').matches, innerWidth].join(' ')"))
                        .isEqualTo("0 0 false 1280");
                visit.assertQuiet();
            }
        } finally {
            site.stop(0);
        }
    }

    /// Gives a cookie, and may be kept for an hour.
    private static HttpServer siteThatIsKept(List<String> cookies) throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/")) {
                List<String> sent = exchange.getRequestHeaders().get("Cookie");
                cookies.add(sent == null ? "none" : String.join("; ", sent));
            }
            exchange.getResponseHeaders().add("Cache-Control", "max-age=3600");
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().add("Set-Cookie", "given=1");
            byte[] page = "<!doctype html><html lang=ja><title>a</title><link rel=icon href='data:,'><h1>a</h1>"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        return site;
    }
}
