package tsukasa.exposure.osv;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.page.ProblemForm;

/// What fails before a question of OSV is read, in the words that its clients know.
@Component
class OsvProblems implements ProblemForm {
    private static final String ADDRESSES = "/v1/";

    @Override
    public Optional<Told> told(Problem problem, Asked asked) {
        return asked.path().startsWith(ADDRESSES) ? Optional.of(told(problem.kind())) : Optional.empty();
    }

    private Told told(Problem.Kind kind) {
        byte[] body = refusal(kind).body().toString().getBytes(StandardCharsets.UTF_8);
        return new Told(kind.status(), MediaType.APPLICATION_JSON_VALUE, Map.of(), body);
    }

    private static Refusal refusal(Problem.Kind kind) {
        return switch (kind) {
            case INVALID, UNPROCESSABLE -> Refusal.invalid("Invalid request.");
            case TOO_LONG -> Refusal.invalid("The address is too long.");
            case NOT_FOUND, GONE -> Refusal.of(5, kind.status(), "Not found.");
            case METHOD, UNSUPPORTED -> Refusal.of(12, kind.status(), "The method is not allowed here.");
            case NOT_SIGNED_IN -> Refusal.of(16, kind.status(), "Not signed in.");
            case NOT_ALLOWED -> Refusal.of(7, kind.status(), "Not allowed.");
            case CONFLICT -> Refusal.of(10, kind.status(), "Somebody else changed it first.");
            case TOO_LARGE -> Refusal.of(8, kind.status(), "The request is too large.");
            case TOO_MANY -> Refusal.of(8, kind.status(), "Too many requests.");
            case MAINTENANCE -> Refusal.of(14, kind.status(), "Unavailable at the moment; try again later.");
            case UNEXPECTED, STORAGE_FULL -> Refusal.failed();
        };
    }
}
