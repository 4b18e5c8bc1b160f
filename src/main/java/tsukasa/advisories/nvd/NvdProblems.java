package tsukasa.advisories.nvd;

import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Problem;
import tsukasa.kernel.page.ProblemForm;

/// What fails before a question of NVD is read, as NVD says it: in a header, without a body.
@Component
class NvdProblems implements ProblemForm {
    @Override
    public Optional<Told> told(Problem problem, Asked asked) {
        if (!asked.path().equals(NvdController.CVES)) {
            return Optional.empty();
        }
        return switch (problem.kind()) {
            case TOO_LONG, TOO_LARGE -> Optional.of(said(404, "The request is too long."));
            case INVALID, UNPROCESSABLE -> Optional.of(said(404, "The request cannot be read."));
            case MAINTENANCE, TOO_MANY ->
                Optional.of(said(problem.kind().status(), "Unavailable at the moment. Try again later."));
            case UNEXPECTED, STORAGE_FULL ->
                Optional.of(said(problem.kind().status(), "The request could not be answered."));
            case NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, METHOD, CONFLICT, GONE, UNSUPPORTED -> Optional.empty();
        };
    }

    private static Told said(int status, String message) {
        return new Told(status, MediaType.APPLICATION_JSON_VALUE, Map.of("message", message), new byte[0]);
    }
}
