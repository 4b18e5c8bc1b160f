package tsukasa.kernel.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PackedTests {
    private static final Instant NOON = Instant.parse("2026-03-10T03:00:00Z");
    private final Packed packed = Packed.of("風の町".getBytes(StandardCharsets.UTF_8), NOON);
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/wind");

    private MockHttpServletResponse sent() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        packed.send("text/plain;charset=UTF-8", () -> true, request, response);
        return response;
    }

    @Test
    void who_takes_compressed_bytes_gets_them_as_they_are_kept() throws IOException {
        request.addHeader("Accept-Encoding", "gzip, br");
        MockHttpServletResponse response = sent();
        assertThat(response.getContentAsByteArray()).isEqualTo(packed.bytes());
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void others_get_the_plain_words() throws IOException {
        MockHttpServletResponse response = sent();
        assertThat(response.getContentAsString()).isEqualTo("風の町");
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getContentLength()).isEqualTo(9);
    }

    @Test
    void who_has_it_already_is_told_so_by_mark_or_by_time() throws IOException {
        request.addHeader("If-None-Match", Objects.requireNonNull(sent().getHeader("ETag")));
        assertThat(sent().getStatus()).isEqualTo(304);
        MockHttpServletRequest later = new MockHttpServletRequest("GET", "/wind");
        later.addHeader("If-Modified-Since", "Tue, 10 Mar 2026 03:00:00 GMT");
        MockHttpServletResponse response = new MockHttpServletResponse();
        packed.send("text/plain", null, later, response);
        assertThat(response.getStatus()).isEqualTo(304);
    }

    @Test
    void the_same_words_have_the_same_mark_and_others_another() {
        assertThat(Packed.of("風の町".getBytes(StandardCharsets.UTF_8), null).mark())
                .isEqualTo(packed.mark());
        assertThat(Packed.of("風の街".getBytes(StandardCharsets.UTF_8), null).mark())
                .isNotEqualTo(packed.mark());
    }

    @Test
    void a_question_by_post_is_always_answered() throws IOException {
        request.addHeader("If-None-Match", Objects.requireNonNull(sent().getHeader("ETag")));
        request.setMethod("POST");
        assertThat(sent().getStatus()).isEqualTo(200);
    }

    @Test
    void the_head_alone_is_sent_to_who_asks_for_it() throws IOException {
        request.setMethod("HEAD");
        MockHttpServletResponse response = sent();
        assertThat(response.getContentLength()).isEqualTo(9);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void what_no_client_is_to_remember_has_no_mark() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Packed.unmarked("no".getBytes(StandardCharsets.UTF_8)).send("text/plain", null, request, response);
        assertThat(response.getHeader("ETag")).isNull();
        assertThat(Offer.of(request)).isEmpty();
    }
}
