package tsukasa.watching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.watching.FindingQuestion.Key;

/// What concerns the watched products of somebody, and what they decided about it.
public interface Findings {
    int MOST_AT_ONCE = 500;

    Slice list(UUID owner, FindingQuestion question);

    /// How many there are: exactly where only states, severities and exploitation are asked for, else counted no
    /// further
    /// than `most`.
    long count(UUID owner, FindingQuestion question, int most);

    Optional<Finding> find(UUID owner, long finding);

    /// Those of these findings that are in the list, the most urgent first; others are left out.
    List<Finding> chosen(UUID owner, UUID list, List<Long> findings);

    /// The newest first.
    List<FindingEvent> history(UUID owner, long finding);

    /// By list; a list without findings is left out.
    Map<UUID, Tally> tallies(UUID owner);

    /// What waits in one list of the owner.
    Tally tally(UUID owner, UUID list);

    /// The last decision on those that are not affected, by finding.
    Map<Long, Justification> justifications(UUID owner, List<Long> findings);

    /// @param byName under which it is written down
    /// @return how many of these findings are there and were decided
    int decide(UUID owner, String byName, List<Long> findings, Decision decision);

    /// @param next where the next page begins, null at the end
    record Slice(List<Finding> findings, @Nullable Key next) {
        public Slice {
            findings = List.copyOf(findings);
        }
    }

    /// What waits in a list.
    ///
    /// @param bySeverity by ordinal of [tsukasa.scoring.Severity]; what nobody scored at -1
    /// @param exploited  how many of them are known to be exploited
    /// @param decided    how many others there are that still match
    record Tally(Map<Integer, Long> bySeverity, long exploited, long decided) {
        public static final Tally NONE = new Tally(Map.of(), 0, 0);

        public Tally {
            bySeverity = Map.copyOf(bySeverity);
        }

        public long waiting() {
            return bySeverity.values().stream().mapToLong(Long::longValue).sum();
        }

        public long of(int severity) {
            return bySeverity.getOrDefault(severity, 0L);
        }
    }
}
