package tsukasa.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LongQuestionTests {
    private final int port;

    LongQuestionTests(@LocalServerPort int port) {
        this.port = port;
    }

    private HttpResponse<String> answer(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/vulnerabilities?q=, 13_000",
        "/cvesearch?cveId=, 13_000",
        "/nowhere/, 13_000",
        "/vulnerabilities?q=, 100_000",
        "/myjvn?method=, 1_000_000"
    })
    void a_long_question_is_refused_in_words_however_long_it_is(String address, String length) throws Exception {
        HttpResponse<String> answer = answer(address + "a".repeat(Integer.parseInt(length.replace("_", ""))));
        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.body()).contains("アドレスが長すぎます", "条件を減らすか");
    }

    @Test
    void machines_are_told_as_machines_and_what_is_long_but_sensible_is_answered() throws Exception {
        HttpResponse<String> answer = answer("/api/vulnerabilities?q=" + "a".repeat(20_000));
        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":414");
        assertThat(answer("/api/vulnerabilities?q=" + "a".repeat(8_000)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/myjvn?feed=hnd&lang=en&keyword= | 200 | text/xml | retCd=\"1\"",
                "/myjvn?feed=hnd&keyword= | 200 | text/xml | errMsg=\"値が長すぎます\"",
                "/myjvn?method=getAlertList&feed=hnd&ft=json&keyword= | 200 | application/json | \"retCd\":1",
                "/myjvn?feed=oka&keyword= | 200 | application/json | \"errCd\":\"XX00000010\"",
                "/v1/vulns/ | 414 | application/json | {\"code\":3,\"message\":\"The address is too long.\"}",
            })
    void programs_are_told_in_the_form_that_they_know(String address, int status, String type, String said)
            throws Exception {
        HttpResponse<String> answer = answer(address + "a".repeat(20_000));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).contains(said);
    }

    /// Scanners send such all day.
    @ParameterizedTest
    @ValueSource(strings = {"GET /a\"b HTTP/1.1", "G\u0001T / HTTP/1.1", "\u0016\u0003\u0001"})
    void a_line_that_is_no_request_is_refused_as_one(String line) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(answer.readLine()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void nvd_says_it_in_a_header() throws Exception {
        HttpResponse<String> answer = answer("/rest/json/cves/2.0?keywordSearch=" + "a".repeat(20_000));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("message")).hasValue("The request is too long.");
    }
}
