package tsukasa.myjvn.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ServingTests {
    private static final String DOCUMENT = "0123456789".repeat(20_000);
    private static final Instant NOON = Instant.parse("2026-03-05T03:00:01.987Z");

    @TempDir
    private Path folder;

    private Kept kept = new Kept("/ja/a.rdf", "", "", "", 0, 0, NOON);

    @BeforeEach
    void aFile() throws IOException {
        kept = fresh(DOCUMENT);
    }

    private Kept fresh(String text) throws IOException {
        try (FreshFile file = new FreshFile(folder, "/ja/a.rdf")) {
            file.out().write(text.getBytes(StandardCharsets.UTF_8));
            return file.keep("/ja/a.rdf", "1", NOON);
        }
    }

    private MockHttpServletResponse get(String... headers) {
        return ask("GET", headers);
    }

    private MockHttpServletResponse ask(String method, String... headers) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/ja/a.rdf");
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            new Serving(kept, folder.resolve(kept.file()), "text/xml", () -> true).send(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return response;
    }

    @Test
    void the_length_is_told_exactly_and_all_of_it_comes() throws IOException {
        MockHttpServletResponse plain = get();
        assertThat(plain.getContentAsString()).isEqualTo(DOCUMENT);
        assertThat(plain.getContentLengthLong()).isEqualTo(200_000);
        MockHttpServletResponse packed = get("Accept-Encoding", "br, gzip");
        assertThat(packed.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.getContentLengthLong()).isEqualTo(packed.getContentAsByteArray().length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.getContentAsByteArray())).readAllBytes())
                .asString()
                .isEqualTo(DOCUMENT);
        assertThat(packed.getHeader("ETag")).isNotEqualTo(plain.getHeader("ETag"));
        assertThat(get("Accept-Encoding", "gzip;q=0").getHeader("Content-Encoding"))
                .isNull();
    }

    @Test
    void head_tells_the_same_and_sends_nothing() {
        MockHttpServletResponse head = ask("HEAD");
        assertThat(head.getContentLengthLong()).isEqualTo(200_000);
        assertThat(head.getContentAsByteArray()).isEmpty();
        assertThat(head.getHeader("ETag")).isEqualTo(get().getHeader("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-4, 01234, bytes 0-4/200000",
        "bytes=199997-, 789, bytes 199997-199999/200000",
        "bytes=-2, 89, bytes 199998-199999/200000",
        "bytes=199999-900000, 9, bytes 199999-199999/200000",
    })
    void a_part_is_sent_where_a_download_broke_off(String range, String text, String told) throws IOException {
        MockHttpServletResponse part = get("Range", range);
        assertThat(part.getStatus()).isEqualTo(206);
        assertThat(part.getContentAsString()).isEqualTo(text);
        assertThat(part.getHeader("Content-Range")).isEqualTo(told);
        assertThat(part.getContentLengthLong()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource({"bytes=200000-", "bytes=5-1", "lines=1-2", "bytes=a-b"})
    void a_part_that_is_not_there_is_refused(String range) {
        MockHttpServletResponse refused = get("Range", range);
        assertThat(refused.getStatus()).isEqualTo(416);
        assertThat(refused.getHeader("Content-Range")).isEqualTo("bytes */200000");
    }

    @Test
    void a_part_is_never_one_of_another_file() {
        assertThat(get("Range", "bytes=5-", "If-Range", "\"former\"").getStatus())
                .isEqualTo(200);
        String tag = Objects.requireNonNull(get().getHeader("ETag"));
        assertThat(get("Range", "bytes=5-", "If-Range", tag).getStatus()).isEqualTo(206);
        assertThat(get("Range", "bytes=5-", "If-Range", "Thu, 05 Mar 2026 03:00:01 GMT")
                        .getStatus())
                .isEqualTo(206);
        assertThat(get("Range", "bytes=5-", "If-Range", "Thu, 05 Mar 2026 03:00:00 GMT")
                        .getStatus())
                .isEqualTo(200);
        assertThat(get("Range", "bytes=0-1,5-6").getStatus()).isEqualTo(200);
    }

    @Test
    void what_the_client_has_is_not_sent_again() throws IOException {
        String tag = Objects.requireNonNull(get().getHeader("ETag"));
        assertThat(get("If-None-Match", tag).getStatus()).isEqualTo(304);
        assertThat(get("If-Modified-Since", "Thu, 05 Mar 2026 03:00:01 GMT").getStatus())
                .isEqualTo(304);
        assertThat(get("If-Modified-Since", "Thu, 05 Mar 2026 02:59:59 GMT").getStatus())
                .isEqualTo(200);
        kept = fresh("another");
        assertThat(get("If-None-Match", tag).getStatus()).isEqualTo(200);
    }

    @Test
    void only_whole_files_are_left_in_the_folder() throws IOException {
        FreshFile broken = new FreshFile(folder, "/ja/b.rdf");
        broken.out().write(1);
        broken.close();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(kept.file());
        }
    }
}
