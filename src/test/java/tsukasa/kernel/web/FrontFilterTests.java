package tsukasa.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tsukasa.kernel.kept.Gzip;
import tsukasa.kernel.kept.Offer;
import tsukasa.kernel.web.FrontShelf.Place;

class FrontFilterTests {
    private static final byte[] PACKED = Gzip.pack("told".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private final FrontShelf shelf = new FrontShelf(new SimpleMeterRegistry());
    private final AtomicBoolean still = new AtomicBoolean(true);

    private boolean kept(BiConsumer<MockHttpServletRequest, MockHttpServletResponse> endpoint) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/list");
        request.setQueryString("page=2");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FrontFilter(shelf).doFilter(request, response, (_, _) -> {
            Offer.make(request, PACKED, still::get);
            Offer.everybodys(request);
            response.setContentType("text/plain");
            response.setHeader("Content-Encoding", "gzip");
            endpoint.accept(request, response);
        });
        return shelf.find(new Place("http", "/list?page=2")).isPresent();
    }

    @Test
    void an_answer_for_everybody_is_kept_while_its_content_is_the_same() throws Exception {
        assertThat(kept((_, _) -> {})).isTrue();
        still.set(false);
        assertThat(shelf.find(new Place("http", "/list?page=2"))).isEmpty();
        still.set(true);
        assertThat(shelf.find(new Place("http", "/list?page=2")))
                .as("what was not true once is gone")
                .isEmpty();
    }

    @Test
    void nothing_is_kept_that_is_not_everybodys_or_not_the_whole_answer() throws Exception {
        assertThat(kept((request, _) -> request.removeAttribute(Offer.class.getName() + ".everybodys")))
                .isFalse();
        assertThat(kept((request, _) -> request.addHeader("Authorization", "Bearer x")))
                .isFalse();
        assertThat(kept((_, response) -> response.addHeader("Set-Cookie", "session=1")))
                .isFalse();
        assertThat(kept((_, response) -> response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT)))
                .isFalse();
        assertThat(kept((request, _) -> request.setMethod("HEAD"))).isFalse();
        assertThat(kept((request, _) -> request.setMethod("POST"))).isFalse();
        assertThat(kept((request, _) -> Offer.make(request, new byte[Offer.LARGEST + 1], () -> true)))
                .isFalse();
    }
}
