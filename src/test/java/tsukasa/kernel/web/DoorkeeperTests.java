package tsukasa.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.Adapter;
import org.apache.coyote.OutputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.junit.jupiter.api.Test;

/// A crowd waits at the door.
class DoorkeeperTests {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Semaphore places = new Semaphore(1, true);
    private final AtomicInteger answered = new AtomicInteger();

    private final PassedOn counting = new PassedOn(new NoWay()) {
        @Override
        public void service(Request request, Response response) {
            answered.incrementAndGet();
        }
    };

    private Sent ask(String address, Duration patience) throws Exception {
        Sent sent = new Sent(address);
        new Doorkeeper(counting, places, patience, meters).service(sent.request, sent.response);
        return sent;
    }

    @Test
    void who_finds_no_place_in_time_is_told_to_come_back() throws Exception {
        places.acquire();
        Sent sent = ask("/vulnerabilities", Duration.ofMillis(20));
        assertThat(answered).hasValue(0);
        assertThat(sent.response.getStatus()).isEqualTo(503);
        assertThat(sent.response.getMimeHeaders().getHeader("Retry-After")).isEqualTo("10");
        assertThat(sent.body.toString()).contains("アクセスが集中しています", "Too many requests");
        assertThat(meters.counter(Doorkeeper.SENT_AWAY).count()).isEqualTo(1);
    }

    @Test
    void who_waits_is_let_in_when_a_place_is_free_again_and_leaves_it_to_the_next() throws Exception {
        places.acquire();
        CountDownLatch done = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Thread.startVirtualThread(() -> {
                try {
                    ask("/vulnerabilities", Duration.ofMinutes(1));
                    done.countDown();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(answered).hasValue(0);
        places.release();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(answered).hasValue(2);
        assertThat(places.availablePermits()).isEqualTo(1);
    }

    @Test
    void a_place_is_free_again_after_a_failure() {
        PassedOn failing = new PassedOn(new NoWay()) {
            @Override
            public void service(Request request, Response response) {
                throw new IllegalStateException("failed");
            }
        };
        Sent sent = new Sent("/vulnerabilities");
        assertThatThrownBy(() -> new Doorkeeper(failing, places, Duration.ofSeconds(1), meters)
                        .service(sent.request, sent.response))
                .hasMessage("failed");
        assertThat(places.availablePermits()).isEqualTo(1);
    }

    @Test
    void the_operator_sees_in_a_crowd_how_it_is() throws Exception {
        places.acquire();
        ask("/actuator/health", Duration.ofMillis(20));
        assertThat(answered).hasValue(1);
        ask("/actuator/../vulnerabilities", Duration.ofMillis(20));
        assertThat(answered).as("nobody else passes that way").hasValue(1);
    }

    private static final class Sent {
        private final Request request = new Request();
        private final Response response = new Response();
        private final StringBuilder body = new StringBuilder();

        Sent(String address) {
            request.requestURI().setString(address);
            response.setOutputBuffer(new OutputBuffer() {
                @Override
                public int doWrite(ByteBuffer chunk) {
                    body.append(StandardCharsets.UTF_8.decode(chunk));
                    return 0;
                }

                @Override
                public long getBytesWritten() {
                    return 0;
                }
            });
        }
    }

    private static final class NoWay implements Adapter {
        @Override
        public void service(Request request, Response response) {
            throw new AssertionError("not reached");
        }

        @Override
        public boolean prepare(Request request, Response response) {
            return true;
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent event) {
            return true;
        }

        @Override
        public void log(Request request, Response response, long time) {
            // nothing is logged
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            // nothing is checked
        }

        @Override
        public String getDomain() {
            return "";
        }
    }
}
