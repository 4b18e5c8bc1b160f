package tsukasa.hooks.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookAddressOutcome.Accepted;
import tsukasa.hooks.HookTrouble;

/// Receivers as bad as they come. What must end by time ends after half a second here.
class WireTests {
    private static final Instant NOW = Instant.parse("2021-06-01T00:00:00Z");
    private static final Wire.Patience SHORT =
            new Wire.Patience(Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofMillis(500));
    private final AtomicInteger lookedUp = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void let_everybody_go() {
        end.countDown();
    }

    private static HookAddress address(String text) {
        return ((Accepted) HookAddress.parse(text, true)).address();
    }

    private Answer post(Receiver receiver) throws InterruptedException {
        return post("http://localhost:" + receiver.port() + "/in?a=b", InetAddress::getAllByName, true, "{}");
    }

    private Answer post(String address, Lookups.Names names, boolean loopback, String body)
            throws InterruptedException {
        Lookups lookups = new Lookups(
                host -> {
                    lookedUp.incrementAndGet();
                    return names.find(host);
                },
                loopback);
        Wire wire = new Wire(lookups, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), SHORT);
        try {
            return wire.post(address(address), Map.of("webhook-id", "msg_1"), body, NOW);
        } finally {
            wire.destroy();
            lookups.destroy();
        }
    }

    @Test
    void a_receiver_hears_what_it_was_sent() throws Exception {
        try (Receiver receiver = Receiver.that(Receiver.ok())) {
            assertThat(post(
                            "http://localhost:" + receiver.port() + "/in?a=b",
                            InetAddress::getAllByName,
                            true,
                            "{\"a\":\"脆弱性\"}"))
                    .isEqualTo(new Answer.Taken(200));
            Receiver.Heard heard = receiver.heard().getFirst();
            assertThat(heard.head()).startsWith("POST /in?a=b HTTP/1.1\r\nHost: localhost:" + receiver.port() + "\r\n");
            assertThat(heard.header("Content-Type")).contains("application/json");
            assertThat(heard.header("webhook-id")).contains("msg_1");
            assertThat(heard.body()).isEqualTo("{\"a\":\"脆弱性\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200,",
        "204,",
        "299,",
        "301, REDIRECTED",
        "302, REDIRECTED",
        "307, REDIRECTED",
        "400, REFUSED",
        "401, REFUSED",
        "410, GONE",
        "429, BUSY",
        "500, BROKEN",
        "503, BUSY"
    })
    void only_an_answer_of_two_hundred_is_a_yes(int status, HookTrouble trouble) throws Exception {
        try (Receiver receiver = Receiver.that(Receiver.says("HTTP/1.1 " + status + " Whatever"))) {
            assertThat(post(receiver))
                    .isEqualTo(trouble == null ? new Answer.Taken(status) : new Answer.NotTaken(trouble, status, null));
        }
    }

    @Test
    void a_redirect_is_not_followed_wherever_it_leads() throws Exception {
        try (Receiver inside = Receiver.that(Receiver.ok());
                Receiver receiver = Receiver.that(Receiver.says(
                        "HTTP/1.1 307 Over there\r\nLocation: http://localhost:" + inside.port() + "/admin"))) {
            assertThat(post(receiver)).isEqualTo(new Answer.NotTaken(HookTrouble.REDIRECTED, 307, null));
            assertThat(inside.heard()).isEmpty();
        }
    }

    @Test
    void a_receiver_that_talks_on_and_on_is_left_after_its_head() throws Exception {
        try (Receiver receiver = Receiver.that((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[64 * 1024]);
            }
        })) {
            assertThat(post(receiver)).isEqualTo(new Answer.Taken(200));
        }
    }

    @Test
    void a_head_without_an_end_is_none() throws Exception {
        try (Receiver receiver = Receiver.that((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(post(receiver)).isEqualTo(Answer.none(HookTrouble.NO_HTTP));
        }
    }

    @Test
    void an_answer_that_drips_is_cut_off_in_time() throws Exception {
        try (Receiver receiver = Receiver.that((_, out) -> {
            drip(out);
        })) {
            assertThat(post(receiver)).isEqualTo(Answer.none(HookTrouble.TOO_SLOW));
        }
    }

    private void drip(OutputStream out) throws Exception {
        for (byte one : "HTTP/1.1 200 OK".getBytes(StandardCharsets.US_ASCII)) {
            out.write(one);
            out.flush();
            end.await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        end.await();
    }

    @Test
    void a_receiver_that_never_answers_is_cut_off_in_time() throws Exception {
        try (Receiver receiver = Receiver.that((_, _) -> end.await())) {
            assertThat(post(receiver)).isEqualTo(Answer.none(HookTrouble.TOO_SLOW));
        }
    }

    @Test
    void a_receiver_that_does_not_listen_is_cut_off_in_time() throws Exception {
        try (ServerSocket deaf = new ServerSocket()) {
            deaf.setReceiveBufferSize(1024);
            deaf.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String much = "\"" + "x".repeat(20_000_000) + "\"";
            assertThat(post("http://localhost:" + deaf.getLocalPort() + "/", InetAddress::getAllByName, true, much))
                    .isEqualTo(Answer.none(HookTrouble.TOO_SLOW));
        }
    }

    @Test
    void what_is_no_http_is_no_answer() throws Exception {
        try (Receiver receiver = Receiver.that(Receiver.says("220 mail.example.jp ESMTP"))) {
            assertThat(post(receiver)).isEqualTo(Answer.none(HookTrouble.NO_HTTP));
        }
        try (Receiver receiver = Receiver.that((caller, _) -> caller.close())) {
            assertThat(post(receiver)).isEqualTo(Answer.none(HookTrouble.NO_HTTP));
        }
    }

    @Test
    void hints_before_the_answer_are_passed_over() throws Exception {
        try (Receiver receiver =
                Receiver.that(Receiver.says("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 202 Accepted"))) {
            assertThat(post(receiver)).isEqualTo(new Answer.Taken(202));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|PT2M",
                "Tue, 01 Jun 2021 00:10:00 GMT|PT10M",
                "Mon, 31 May 2021 00:00:00 GMT|",
                "soon|",
                "99999999999999|",
                "-5|"
            })
    void a_wish_to_be_left_alone_is_read(String said, Duration wish) throws Exception {
        try (Receiver receiver = Receiver.that(Receiver.says("HTTP/1.1 429 Slow\r\nretry-after: " + said))) {
            assertThat(post(receiver)).isEqualTo(new Answer.NotTaken(HookTrouble.BUSY, 429, wish));
        }
    }

    @Test
    void nobody_there_is_no_connection() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThat(post("http://localhost:" + port + "/", InetAddress::getAllByName, true, "{}"))
                .isEqualTo(Answer.none(HookTrouble.NO_CONNECTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.169.254", "10.0.0.5", "::ffff:10.0.0.5", "fd00:ec2::254"})
    void a_name_that_stands_for_a_closed_network_is_not_connected_to(String place) throws Exception {
        assertThat(post(
                        "https://rebind.example.jp/",
                        _ -> new InetAddress[] {InetAddress.getByName(place)},
                        false,
                        "{}"))
                .isEqualTo(Answer.none(HookTrouble.ADDRESS_NOT_PUBLIC));
    }

    @Test
    void one_closed_address_among_public_ones_is_one_too_many() throws Exception {
        Lookups.Names both =
                _ -> new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("192.168.0.1")};
        assertThat(post("https://both.example.jp/", both, true, "{}"))
                .isEqualTo(Answer.none(HookTrouble.ADDRESS_NOT_PUBLIC));
    }

    @Test
    void a_name_is_looked_up_once_and_cannot_change_its_mind() throws Exception {
        try (Receiver receiver = Receiver.that(Receiver.ok())) {
            AtomicInteger asked = new AtomicInteger();
            Lookups.Names changing = _ ->
                    new InetAddress[] {InetAddress.getByName(asked.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1")};
            assertThat(post("http://localhost:" + receiver.port() + "/", changing, true, "{}"))
                    .isEqualTo(new Answer.Taken(200));
            assertThat(lookedUp).hasValue(1);
        }
    }

    @Test
    void a_name_that_nobody_knows_and_a_lookup_without_end_are_told_alike() throws Exception {
        assertThat(post(
                        "https://none.example.jp/",
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        false,
                        "{}"))
                .isEqualTo(Answer.none(HookTrouble.NAME_UNKNOWN));
        assertThat(post(
                        "https://slow.example.jp/",
                        _ -> {
                            await();
                            return new InetAddress[0];
                        },
                        false,
                        "{}"))
                .isEqualTo(Answer.none(HookTrouble.NAME_UNKNOWN));
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_port_that_speaks_no_tls_is_told() throws Exception {
        try (Receiver receiver = Receiver.that(Receiver.ok())) {
            assertThat(post("https://localhost:" + receiver.port() + "/", InetAddress::getAllByName, true, "{}"))
                    .isIn(Answer.none(HookTrouble.NO_TLS), Answer.none(HookTrouble.TOO_SLOW));
        }
    }
}
