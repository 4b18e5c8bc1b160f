package tsukasa.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tsukasa.kernel.RequestId;
import tsukasa.kernel.web.FrontShelf.Place;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.WebClient;
import tsukasa.testing.WebClient.Response;

/// What is answered before anything else is done is what would be answered after all is done.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tsukasa.trusted-proxies=127.0.0.2/32")
class FrontTests {
    private static final String ADDRESS =
            "/myjvn?method=getVulnOverviewList&feed=hnd&rangeDatePublic=n&rangeDatePublished=n&rangeDateFirstPublished=n";
    private static final List<String> OF_EACH_ANSWER = List.of("x-request-id", "date");

    @LocalServerPort
    private int port;

    @Autowired
    private FrontShelf shelf;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    @Qualifier(OwnersDatabase.OWNER)
    private JdbcClient database;

    private WebClient machine() {
        return new WebClient(port).with("Accept-Encoding", "gzip");
    }

    private boolean stands(String address) {
        return shelf.find(new FrontShelf.Place("http", address)).isPresent();
    }

    /// An answer is put on the shelf a moment after it has left.
    private Response standing(String address) throws InterruptedException {
        Response answer = machine().get(address);
        for (int look = 0; look < 100 && !stands(address); look++) {
            Thread.sleep(20);
            answer = machine().get(address);
        }
        assertThat(stands(address)).isTrue();
        return answer;
    }

    private static Map<String, List<String>> headers(Response answer) {
        Map<String, List<String>> headers = new TreeMap<>();
        answer.raw().headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        OF_EACH_ANSWER.forEach(headers::remove);
        return headers;
    }

    @Test
    void the_second_answer_is_the_first_to_the_letter_but_for_its_own_name() throws InterruptedException {
        String address = ADDRESS + "&n=same";
        Response first = standing(address);
        Response second = machine().get(address);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(headers(second)).isEqualTo(headers(first)).containsKeys("permissions-policy", "etag", "vary");
        assertThat(second.header(RequestId.HEADER).orElseThrow())
                .hasSizeGreaterThan(8)
                .isNotEqualTo(first.header(RequestId.HEADER).orElseThrow());
        assertThat(new WebClient(port).get(address).body()).startsWith("<?xml");
    }

    @Test
    void a_client_that_has_it_already_is_told_so_either_way() {
        String address = ADDRESS + "&n=known";
        String tag = machine().get(ADDRESS).header("ETag").orElseThrow();
        Response usual = machine().with("If-None-Match", tag).get(address);
        assertThat(stands(address)).as("an answer without a body is not kept").isFalse();
        machine().get(address);
        Response quick = machine().with("If-None-Match", tag).get(address);
        assertThat(List.of(usual.status(), quick.status())).containsExactly(304, 304);
        assertThat(headers(quick)).isEqualTo(headers(usual));
        assertThat(machine().with("If-None-Match", "\"other\"").get(address).status())
                .isEqualTo(200);
    }

    @Test
    void it_is_counted_like_every_other_request() throws InterruptedException {
        String address = ADDRESS + "&n=counted";
        standing(address);
        Timer quick = shelf.timer("/myjvn", false);
        long before = quick.count();
        machine().get(address);
        assertThat(quick.count()).isEqualTo(before + 1);
        assertThat(meters.get("http.server.requests").timers())
                .contains(quick)
                .as("all have the same tags")
                .extracting(
                        each -> each.getId().getTags().stream().map(Tag::getKey).toList())
                .containsOnly(List.of("error", "exception", "method", "outcome", "status", "uri"));
    }

    @Test
    void behind_a_proxy_of_ours_it_says_what_the_proxy_said() {
        String address = ADDRESS + "&n=proxy";
        for (int round = 0; round < 2; round++) {
            WebClient proxy = new WebClient(port, "127.0.0.2")
                    .with("Accept-Encoding", "gzip")
                    .with("X-Forwarded-Proto", "https")
                    .with(RequestId.HEADER, "named-by-the-proxy");
            Response answer = proxy.get(address);
            assertThat(answer.header("Strict-Transport-Security")).isPresent();
            assertThat(answer.header(RequestId.HEADER)).contains("named-by-the-proxy");
        }
        Response stranger = machine()
                .with("X-Forwarded-Proto", "https")
                .with(RequestId.HEADER, "named-by-a-stranger")
                .get(address);
        assertThat(stranger.header("Strict-Transport-Security")).isEmpty();
        assertThat(stranger.header(RequestId.HEADER)).isPresent().isNotEqualTo("named-by-a-stranger");
    }

    @Test
    void a_change_of_the_database_is_seen_a_moment_later() throws InterruptedException {
        String address = ADDRESS + "&n=changed";
        Place place = new Place("http", address);
        standing(address);
        database.sql("""
                        insert into vulnerability.mark as m (last) values (1)
                        on conflict (single) do update set last = m.last + 1
                        """).update();
        for (int look = 0; look < 100 && shelf.find(place).isPresent(); look++) {
            Thread.sleep(50);
        }
        assertThat(shelf.find(place)).as("what was kept").isEmpty();
    }
}
