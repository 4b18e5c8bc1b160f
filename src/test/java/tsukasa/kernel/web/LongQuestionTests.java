package tsukasa.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "/myjvn?method=, 13_000",
        "/cvesearch?cveId=, 13_000",
        "/v1/vulns/, 13_000",
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
}
