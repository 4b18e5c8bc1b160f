package tsukasa.audit.trail;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Holds an answer back until the reads recorded while it was made are safely written: nobody sees what nobody knows
/// they saw. What is written later, by another thread, is held back there.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ReadsFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PendingReads reads = PendingReads.begin(request);
        chain.doFilter(request, new HeldAnswer(response, reads));
        if (!request.isAsyncStarted()) {
            reads.letLeave();
        }
    }

    /// Whatever a page, a file or a problem is written with comes from here. Ways to elsewhere and bare errors say
    /// nothing of what was read.
    private static final class HeldAnswer extends HttpServletResponseWrapper {
        private final PendingReads reads;

        HeldAnswer(HttpServletResponse response, PendingReads reads) {
            super(response);
            this.reads = reads;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            reads.letLeave();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            reads.letLeave();
            return super.getWriter();
        }

        @Override
        public void flushBuffer() throws IOException {
            reads.letLeave();
            super.flushBuffer();
        }
    }
}
