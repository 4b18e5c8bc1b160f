package tsukasa.audit.trail;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Holds an answer back until the reads recorded while it was made are safely written: nobody sees what nobody knows
/// they saw.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ReadsFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PendingReads reads = PendingReads.begin(request);
        chain.doFilter(new HeldRequest(request, reads), new HeldAnswer(response, reads));
        reads.letLeave();
    }

    /// What another thread will write waits before that begins: failures are answered here only.
    private static final class HeldRequest extends HttpServletRequestWrapper {
        private final PendingReads reads;

        HeldRequest(HttpServletRequest request, PendingReads reads) {
            super(request);
            this.reads = reads;
        }

        @Override
        public AsyncContext startAsync() {
            reads.letLeave();
            return super.startAsync();
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            reads.letLeave();
            return super.startAsync(request, response);
        }
    }

    /// Whatever a page, a file or a problem is written with comes from here. Ways to elsewhere and bare errors say
    /// nothing of what was read.
    private static final class HeldAnswer extends HttpServletResponseWrapper {
        private static final List<String> OF_THE_CONTENT =
                List.of(HttpHeaders.CONTENT_LENGTH, HttpHeaders.ETAG, HttpHeaders.LAST_MODIFIED);
        private final PendingReads reads;

        HeldAnswer(HttpServletResponse response, PendingReads reads) {
            super(response);
            this.reads = reads;
        }

        /// What is answered instead has its own length, and is no state of what was asked for.
        private void begin() {
            try {
                reads.letLeave();
            } catch (RuntimeException notWritten) {
                if (!isCommitted()) {
                    OF_THE_CONTENT.forEach(header -> setHeader(header, null));
                }
                throw notWritten;
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            begin();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            begin();
            return super.getWriter();
        }

        @Override
        public void flushBuffer() throws IOException {
            reads.letLeave();
            super.flushBuffer();
        }
    }
}
