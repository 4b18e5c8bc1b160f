package tsukasa.watching.keeping;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.watching.Decision;
import tsukasa.watching.Finding;
import tsukasa.watching.FindingEvent;
import tsukasa.watching.FindingQuestion;
import tsukasa.watching.FindingQuestion.Key;
import tsukasa.watching.FindingState;
import tsukasa.watching.Findings;
import tsukasa.watching.Justification;

/// Lists findings and takes decisions. Each statement asks for the owner; row policies do besides.
@Service
@Transactional(readOnly = true)
class FindingDesk implements Findings {
    private final FindingReadStore store;
    private final SumStore sums;
    private final DecisionStore decisions;
    private final Deciding deciding;
    private final Clock clock;

    FindingDesk(FindingReadStore store, SumStore sums, DecisionStore decisions, Deciding deciding, Clock clock) {
        this.store = store;
        this.sums = sums;
        this.decisions = decisions;
        this.deciding = deciding;
        this.clock = clock;
    }

    @Override
    public Slice list(UUID owner, FindingQuestion question) {
        List<Finding> found = store.list(owner, question.sized(question.size() + 1));
        if (found.size() <= question.size()) {
            return new Slice(found, null);
        }
        List<Finding> page = found.subList(0, question.size());
        Finding last = page.getLast();
        long order = question.newest() ? ChronoUnit.MICROS.between(Instant.EPOCH, last.since()) : last.urgency();
        return new Slice(page, new Key(order, last.id()));
    }

    @Override
    public long count(UUID owner, FindingQuestion question, int most) {
        return store.count(owner, question.from(null).sized(most));
    }

    @Override
    public Optional<Finding> find(UUID owner, long finding) {
        return store.find(owner, finding);
    }

    @Override
    public List<Finding> chosen(UUID owner, UUID list, List<Long> wanted) {
        return store.chosen(owner, list, wanted);
    }

    @Override
    public List<FindingEvent> history(UUID owner, long finding) {
        return decisions.history(owner, finding);
    }

    @Override
    public Map<UUID, Tally> tallies(UUID owner) {
        return sums.tallies(owner, Set.of());
    }

    @Override
    public Tally tally(UUID owner, UUID list) {
        return sums.tallies(owner, Set.of(list)).getOrDefault(list, Tally.NONE);
    }

    @Override
    public Map<Long, Justification> justifications(UUID owner, List<Long> findings) {
        Map<Long, Justification> all = new HashMap<>();
        store.justifications(owner, findings)
                .forEach((finding, word) ->
                        Justification.read(word).ifPresent(justification -> all.put(finding, justification)));
        return all;
    }

    static void check(Decision decision) {
        if (decision.state() == FindingState.GONE) {
            throw new IllegalArgumentException("only the database says that something no longer matches");
        }
        if ((decision.state() == FindingState.NOT_AFFECTED) != (decision.justification() != null)) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    Text.of("「影響なし」には、その理由が要ります。", "“Not affected” needs its reason, and nothing else does."),
                    Text.of("理由を選んでください。", "Choose a reason."));
        }
    }

    @Override
    @Transactional
    public int decide(UUID owner, String byName, List<Long> findings, Decision decision) {
        check(decision);
        if (findings.size() > MOST_AT_ONCE) {
            throw Problem.invalid(
                    Text.of(
                            "一度に変えられるのは" + MOST_AT_ONCE + "件までです。",
                            "At most " + MOST_AT_ONCE + " findings can be changed at once."),
                    Text.of("分けて送ってください。", "Send them in parts."));
        }
        return deciding.decide(owner, byName, findings, decision, clock.instant());
    }
}
