package tsukasa.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import tsukasa.kernel.Problem.Kind;

@SpringBootTest
class FailureTests {
    private final Problems problems;

    @Autowired
    FailureTests(Problems problems) {
        this.problems = problems;
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new MaxUploadSizeExceededException(1), Kind.TOO_LARGE),
                Arguments.of(new AccessDeniedException("secret"), Kind.NOT_ALLOWED),
                Arguments.of(new ResponseStatusException(HttpStatus.GONE, "secret"), Kind.GONE),
                Arguments.of(new ResponseStatusException(HttpStatus.CONFLICT, "secret"), Kind.CONFLICT),
                Arguments.of(new CannotGetJdbcConnectionException("secret", state("08001")), Kind.MAINTENANCE),
                Arguments.of(
                        new CannotCreateTransactionException("secret", new SQLTransientConnectionException("secret")),
                        Kind.MAINTENANCE),
                Arguments.of(new DataAccessResourceFailureException("secret", state("57P01")), Kind.MAINTENANCE),
                Arguments.of(lostWhileUndoing(), Kind.MAINTENANCE),
                Arguments.of(new UncategorizedSQLException("insert", "secret", state("53100")), Kind.STORAGE_FULL),
                Arguments.of(new IOException("No space left on device"), Kind.STORAGE_FULL),
                Arguments.of(new IllegalStateException("secret"), Kind.UNEXPECTED));
    }

    private static SQLException state(String state) {
        return new SQLException("secret", state);
    }

    /// The connection is gone, so undoing fails as well; the reason is the first failure.
    private static TransactionSystemException lostWhileUndoing() {
        TransactionSystemException failure =
                new TransactionSystemException("secret", new SQLException("Connection is closed"));
        failure.initApplicationException(new DataAccessResourceFailureException("secret", state("57P01")));
        return failure;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_says_what_it_means_for_the_one_who_asked(Throwable failure, Kind kind) throws IOException {
        MockHttpServletResponse answer = answer(failure, "text/html", "en");
        assertThat(answer.getStatus()).isEqualTo(kind.status());
        assertThat(answer.getContentAsString())
                .contains(ProblemKinds.title(kind).en(), "What you can do next")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_SIGNED_IN")
    void every_kind_has_a_page_in_both_languages_with_a_way_on(Kind kind) throws IOException {
        assertThat(answer(ProblemKinds.of(kind), "text/html", "en").getContentAsString())
                .contains("<h1", ProblemKinds.title(kind).en(), "Reference");
        assertThat(answer(ProblemKinds.of(kind), "text/html", "ja").getContentAsString())
                .contains("<h1", ProblemKinds.title(kind).ja(), "お問い合わせ番号");
    }

    @Test
    void machines_are_answered_by_rfc_9457() throws IOException {
        MockHttpServletResponse answer = answer(new IllegalStateException("secret"), "application/json", "en");
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("\"status\":500", "\"next\":", "\"reference\":")
                .doesNotContain("secret");
    }

    @Test
    void whoever_must_sign_in_first_comes_back_to_where_they_were() throws IOException {
        MockHttpServletResponse answer = answer(ProblemKinds.of(Kind.NOT_SIGNED_IN), "text/html", "en");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/sign-in?return=%2Fsomewhere%3Fpage%3D2");
    }

    @Test
    void whoever_comes_while_the_database_is_away_is_told_when_to_try_again() throws IOException {
        MockHttpServletResponse answer = answer(ProblemKinds.of(Kind.MAINTENANCE), "text/html", "en");
        assertThat(answer.getHeader("Retry-After")).matches("[0-9]+");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoever_has_gone_is_not_answered() throws IOException {
        MockHttpServletResponse answer = answer(new ClientAbortException(new IOException("Broken pipe")), "", "en");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEmpty();
    }

    private MockHttpServletResponse answer(Throwable failure, String accept, String language) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/somewhere");
        request.setQueryString("page=2");
        request.addHeader("Accept", accept);
        request.addHeader("Accept-Language", language);
        MockHttpServletResponse response = new MockHttpServletResponse();
        problems.answer(failure, request, response);
        return response;
    }
}
