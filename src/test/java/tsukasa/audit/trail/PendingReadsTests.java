package tsukasa.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PendingReadsTests {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private interface Page {
        void write(PendingReads reads, jakarta.servlet.ServletResponse response) throws Exception;
    }

    private void answer(Page page) throws Exception {
        new ReadsFilter().doFilter(request, response, new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse held) {
                RequestContextHolder.setRequestAttributes(
                        new ServletRequestAttributes((jakarta.servlet.http.HttpServletRequest) request));
                try {
                    page.write(java.util.Objects.requireNonNull(PendingReads.present()), held);
                } catch (RuntimeException failure) {
                    throw failure;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                } finally {
                    RequestContextHolder.resetRequestAttributes();
                }
            }
        });
    }

    @Test
    void nothing_of_an_answer_leaves_before_the_read_is_written() throws Exception {
        CompletableFuture<Void> writing = new CompletableFuture<>();
        CountDownLatch asking = new CountDownLatch(1);
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        Thread visitor = Thread.ofVirtual().start(() -> {
            try {
                answer((reads, held) -> {
                    reads.add(writing);
                    asking.countDown();
                    held.getOutputStream().write("confidential".getBytes());
                });
            } catch (Exception e) {
                failed.set(e);
            }
        });
        assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(visitor.join(java.time.Duration.ofMillis(200))).isFalse();
        assertThat(response.getContentAsString()).isEmpty();
        writing.complete(null);
        visitor.join();
        assertThat(failed.get()).isNull();
        assertThat(response.getContentAsString()).isEqualTo("confidential");
    }

    @Test
    void what_could_not_be_written_down_is_not_shown_but_the_reason_is() throws Exception {
        answer((reads, held) -> {
            reads.add(CompletableFuture.failedFuture(new IllegalStateException("no room")));
            assertThatThrownBy(held::getWriter).hasMessage("no room");
            held.getWriter().write("sorry");
        });
        assertThat(response.getContentAsString()).isEqualTo("sorry");
    }

    @Test
    void an_answer_without_words_waits_as_well() {
        assertThatThrownBy(() -> answer((reads, held) ->
                        reads.add(CompletableFuture.failedFuture(new IllegalStateException("no room")))))
                .hasMessage("no room");
    }

    @Test
    void once_an_answer_has_begun_its_reads_are_waited_for_at_once() throws Exception {
        answer((reads, held) -> {
            held.getOutputStream().write(1);
            assertThat(reads.add(new CompletableFuture<>())).isFalse();
        });
        assertThat(PendingReads.present()).isNull();
    }
}
