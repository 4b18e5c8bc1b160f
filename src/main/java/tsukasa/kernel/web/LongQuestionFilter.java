package tsukasa.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tsukasa.kernel.Problem;

/// Refuses questions that nobody types and no client needs, before anything reads, searches or keeps them.
@Component
@Order(LongQuestionFilter.BEHIND_HEADERS)
class LongQuestionFilter extends OncePerRequestFilter {
    /// Behind the filters that decide who may ask and set the headers of every answer, which stand at -100.
    static final int BEHIND_HEADERS = -99;

    static final int LONGEST = 12 * 1024;
    private final Problems problems;

    LongQuestionFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String question = Objects.requireNonNullElse(request.getQueryString(), "");
        if (request.getRequestURI().length() + question.length() > LONGEST) {
            problems.answer(ProblemKinds.of(Problem.Kind.TOO_LONG), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
