package tsukasa.watching.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.openapi.Described;
import tsukasa.watching.Decision;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Justification;

/// Decisions on one's findings for programs.
@RestController
@Permit(Permission.SIGNED_IN)
class FindingApi {
    private final Findings findings;

    FindingApi(Findings findings) {
        this.findings = findings;
    }

    record Decided(
            @Nullable String state,
            @Nullable String justification,
            @Nullable String note) {}

    /// @param findings by their numbers
    record ManyDecided(
            @Nullable List<Long> findings,
            @Nullable String state,
            @Nullable String justification,
            @Nullable String note) {}

    /// @param decided how many; what is not there, or no longer matches, is left out
    record Done(int decided) {}

    private static Decision decision(@Nullable String wanted, @Nullable String justification, @Nullable String note) {
        FindingState state = FindingState.decisions().stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        Text.of("state が正しくありません。", "state is none that there is."),
                        Text.of(
                                "OPEN、REVIEWED、NOT_AFFECTED、FIXED、ACCEPTED のどれかにしてください。",
                                "Use OPEN, REVIEWED, NOT_AFFECTED, FIXED or ACCEPTED.")));
        return new Decision(
                state,
                Justification.read(justification == null ? "" : justification).orElse(null),
                Adding.cut(WatchController.plain(note == null ? "" : note), 2_000));
    }

    @Described("Records a decision on a finding: OPEN, REVIEWED, NOT_AFFECTED with a justification, FIXED, ACCEPTED")
    @PostMapping("/api/watch/findings/{finding}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Visitor visitor, @PathVariable String finding, @RequestBody Decided decided) {
        Decision decision = decision(decided.state(), decided.justification(), decided.note());
        long number = ItemController.number(finding);
        if (number < 0 || findings.decide(visitor.id(), visitor.recordedName(), List.of(number), decision) == 0) {
            throw Problem.notFound(Text.of("その該当はありません。", "There is no such finding."));
        }
    }

    @Described(
            "Records one decision on up to 500 findings, given by their numbers in findings; tells how many were decided")
    @PostMapping(path = "/api/watch/findings", produces = MediaType.APPLICATION_JSON_VALUE)
    Done decideMany(Visitor visitor, @RequestBody ManyDecided decided) {
        List<Long> numbers = decided.findings();
        if (numbers == null || numbers.isEmpty() || numbers.stream().anyMatch(java.util.Objects::isNull)) {
            throw Problem.invalid(
                    Text.of("findings に、該当の番号がありません。", "findings has no numbers of findings."),
                    Text.of("番号の一覧を入れてください。", "Give a list of numbers."));
        }
        return new Done(findings.decide(
                visitor.id(),
                visitor.recordedName(),
                numbers,
                decision(decided.state(), decided.justification(), decided.note())));
    }
}
