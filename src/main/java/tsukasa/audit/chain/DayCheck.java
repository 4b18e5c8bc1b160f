package tsukasa.audit.chain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.audit.AuditFault;
import tsukasa.audit.AuditFault.Added;
import tsukasa.audit.AuditFault.Changed;
import tsukasa.audit.AuditFault.Missing;
import tsukasa.audit.AuditFault.Reordered;
import tsukasa.audit.AuditFault.Unlinked;
import tsukasa.audit.chain.VerifyStore.Standing;

/// The entries of one day, held against their hashes, against each other and against how many were sealed.
final class DayCheck {
    /// Among more than these it is not looked for which of them changed places.
    private static final int COMPARED = 200;

    private final LocalDate day;
    private final @Nullable Seal seal;
    private final Findings findings;
    private final List<Standing> wrong = new ArrayList<>();
    private final Set<Long> gaps = new LinkedHashSet<>();
    private final long faultyBefore;
    private long expected = 1;
    private byte @Nullable [] head;
    private @Nullable Standing last;

    /// @param seal absent when the day has lost it
    DayCheck(LocalDate day, @Nullable Seal seal, Findings findings) {
        this.day = day;
        this.seal = seal;
        this.findings = findings;
        this.faultyBefore = findings.faulty();
        this.head = seal == null ? null : seal.previousRoot();
    }

    void next(Standing standing) {
        Link link = standing.link();
        findings.entries++;
        if (seal != null && link.seq() > seal.entries()) {
            missingUntil(seal.entries());
            findings.add(new Added(day, link.seq(), link.id()));
            return;
        }
        missingUntil(link.seq() - 1);
        boolean sound = Arrays.equals(link.hash(), standing.hash());
        if (!sound) {
            remember(standing);
        } else if (head != null && !Arrays.equals(head, link.previous())) {
            findings.add(new Unlinked(day, link.seq(), link.id()));
        }
        head = sound ? standing.hash() : null;
        last = standing;
        expected = link.seq() + 1;
    }

    private void missingUntil(long place) {
        if (place >= expected) {
            findings.add(new Missing(day, expected, place));
            for (long gap = expected; gap <= place && gaps.size() < COMPARED; gap++) {
                gaps.add(gap);
            }
            head = null;
            expected = place + 1;
        }
    }

    private void remember(Standing standing) {
        if (wrong.size() < COMPARED) {
            wrong.add(standing);
        } else {
            findings.add(new Changed(day, standing.link().seq(), standing.link().id()));
        }
    }

    /// Names those that stand where another stood, then holds the end of the chain against the seal.
    void end() {
        if (seal != null) {
            missingUntil(seal.entries());
        }
        Set<Long> places = new LinkedHashSet<>(gaps);
        wrong.forEach(one -> places.addAll(
                List.of(one.link().seq(), one.link().seq() - 1, one.link().seq() + 1)));
        wrong.forEach(one -> findings.add(named(one, places)));
        if (findings.faulty() == faultyBefore
                && seal != null
                && last != null
                && head != null
                && !Arrays.equals(head, seal.head())) {
            findings.add(new Changed(day, last.link().seq(), last.link().id()));
        }
    }

    private AuditFault named(Standing standing, Set<Long> places) {
        Link link = standing.link();
        for (long place : places) {
            if (place != link.seq() && Arrays.equals(link.at(place).hash(), standing.hash())) {
                return new Reordered(day, link.seq(), link.id(), place);
            }
        }
        return new Changed(day, link.seq(), link.id());
    }
}
