package tsukasa.tools.counting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tsukasa.Covers;

@Covers("Ⅰ-1-(1-2)-②-c")
class CountingRuleTests {
    private static boolean counts(String method, String... headers) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/tools/a/1.0/files/a.zip");
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        return CountingRule.counts(request);
    }

    @Test
    void a_file_from_its_beginning_counts_whoever_takes_it() {
        assertThat(counts("GET")).isTrue();
        assertThat(counts("GET", "User-Agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/95.0"))
                .isTrue();
        assertThat(counts("GET", "User-Agent", "curl/7.80.0")).isTrue();
        assertThat(counts("GET", "User-Agent", "Abbott Browser"))
                .as("not everything with “bot” is one")
                .isTrue();
        assertThat(counts("GET", "Range", "bytes=0-")).isTrue();
        assertThat(counts("GET", "Range", "bytes=0-65535")).isTrue();
    }

    @Test
    void a_look_at_the_head_and_pieces_that_continue_do_not_count() {
        assertThat(counts("HEAD")).isFalse();
        assertThat(counts("GET", "Range", "bytes=65536-")).isFalse();
        assertThat(counts("GET", "Range", "bytes=0-0"))
                .as("asks whether pieces are given")
                .isFalse();
        assertThat(counts("GET", "Range", "bytes=-500")).isFalse();
        assertThat(counts("GET", "Range", "bytes=9-1")).isFalse();
        assertThat(counts("GET", "Range", "pages=1-2")).isFalse();
    }

    @Test
    void machines_that_say_so_and_browsers_in_advance_do_not_count() {
        assertThat(counts(
                        "GET", "User-Agent", "Mozilla/5.0 (compatible; Examplebot/2.1; +https://example.com/bot.html)"))
                .isFalse();
        assertThat(counts("GET", "User-Agent", "example-crawler/1.0")).isFalse();
        assertThat(counts("GET", "User-Agent", "HeadlessChrome/96")).isFalse();
        assertThat(counts("GET", "Sec-Purpose", "prefetch;prerender")).isFalse();
        assertThat(counts("GET", "Purpose", "prefetch")).isFalse();
    }
}
