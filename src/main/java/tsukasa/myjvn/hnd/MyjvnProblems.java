package tsukasa.myjvn.hnd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.kernel.page.ProblemForm;

/// What fails before a question is read, as the status element tells it. A refusal comes with status 200, as every
/// other; a fault of ours with its own.
@Component
@Order(MyjvnProblems.BEHIND_OKA)
class MyjvnProblems implements ProblemForm {
    static final int BEHIND_OKA = 10;
    private static final int REFUSED = 200;

    @Override
    public Optional<Told> told(Problem problem, Asked asked) {
        if (!asked.path().equals("/myjvn")) {
            return Optional.empty();
        }
        return switch (problem.kind()) {
            case TOO_LONG, TOO_LARGE -> Optional.of(told(Fault.TOO_LONG, REFUSED, asked));
            case INVALID, UNPROCESSABLE -> Optional.of(told(Fault.UNREADABLE, REFUSED, asked));
            case MAINTENANCE, TOO_MANY, UNEXPECTED, STORAGE_FULL ->
                Optional.of(told(Fault.FAILED, problem.kind().status(), asked));
            case NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, METHOD, CONFLICT, GONE, UNSUPPORTED -> Optional.empty();
        };
    }

    private static Told told(Fault fault, int status, Asked asked) {
        boolean json = asked.value("ft").equals("json");
        Language language = asked.value("lang").equals("en") ? Language.EN : Language.JA;
        Map<String, String> echo = new LinkedHashMap<>();
        if (asked.value("feed").equals("hnd")) {
            echo.put("feed", "hnd");
        }
        Outcome outcome = Outcome.refused(echo, language, new Refused(fault, ""));
        return new Told(
                status,
                json ? MediaType.APPLICATION_JSON_VALUE : "text/xml;charset=UTF-8",
                Map.of("X-Content-Type-Options", "nosniff"),
                json ? AlertJson.refused(outcome) : outcome.alone());
    }
}
