package tsukasa.myjvn.oka;

import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.kernel.page.ProblemForm;
import tsukasa.myjvn.oka.OkaDocuments.Outcome;
import tsukasa.myjvn.oka.OkaRefused.Why;

/// What fails before a question of feed OKA is read.
@Component
@Order(0)
class OkaProblems implements ProblemForm {
    private static final int REFUSED = 200;
    private final OkaDocuments documents;

    OkaProblems(OkaDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Told> told(Problem problem, Asked asked) {
        if (!asked.path().equals("/myjvn") || !asked.value("feed").equals("oka")) {
            return Optional.empty();
        }
        return switch (problem.kind()) {
            case TOO_LONG, TOO_LARGE -> Optional.of(told(Why.TOO_LONG, REFUSED, asked));
            case INVALID, UNPROCESSABLE -> Optional.of(told(Why.UNREADABLE, REFUSED, asked));
            case MAINTENANCE, TOO_MANY, UNEXPECTED, STORAGE_FULL ->
                Optional.of(told(Why.FAILED, problem.kind().status(), asked));
            case NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, METHOD, CONFLICT, GONE, UNSUPPORTED -> Optional.empty();
        };
    }

    private Told told(Why why, int status, Asked asked) {
        Language language = asked.value("lang").equals("en") ? Language.EN : Language.JA;
        Map<String, String> echo = Map.of();
        Outcome outcome = new Outcome(echo, asked.value("method"), language, 0, 0, 0, 0, new OkaRefused(why, ""));
        return new Told(status, "application/json;charset=UTF-8", Map.of(), documents.refusal(outcome));
    }
}
