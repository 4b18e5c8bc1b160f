package tsukasa.staff.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditCheck;
import tsukasa.audit.AuditCheck.Range;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.AuditVerdict;
import tsukasa.audit.Deed;
import tsukasa.audit.Sealing;
import tsukasa.audit.Thing;

/// Verifications asked for on a page: one at a time on this node, in the background. What they found is in the trail as
/// well, for every node and for good.
@Component
class Verifications {
    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final int DAYS_TOLD = 40;
    private final AuditCheck check;
    private final AuditReader reader;
    private final Sealing sealing;
    private final AuditTrail trail;
    private final Clock clock;
    private volatile @Nullable Run last;

    Verifications(AuditCheck check, AuditReader reader, Sealing sealing, AuditTrail trail, Clock clock) {
        this.check = check;
        this.reader = reader;
        this.sealing = sealing;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param verdict absent while it runs, and when it failed
    static final class Run {
        final Range range;
        final long total;
        final Instant begun;
        private final AtomicLong seen = new AtomicLong();
        private volatile @Nullable AuditVerdict verdict;
        private volatile boolean over;

        private Run(Range range, long total, Instant begun) {
            this.range = range;
            this.total = total;
            this.begun = begun;
        }

        long seen() {
            return seen.get();
        }

        boolean over() {
            return over;
        }

        @Nullable
        AuditVerdict verdict() {
            return verdict;
        }
    }

    @Nullable
    Run last() {
        return last;
    }

    /// False when one is running.
    synchronized boolean start(Range range, Actor by) {
        Run before = last;
        if (before != null && !before.over()) {
            return false;
        }
        sealing.now();
        Run run = new Run(range, reader.sealed(range), clock.instant());
        last = run;
        Thread.ofVirtual().name("audit-verification").start(() -> work(run, by));
        return true;
    }

    private void work(Run run, Actor by) {
        try {
            AuditVerdict verdict = check.check(run.range, run.seen::set);
            run.verdict = verdict;
            trail.record(Deed.did(AuditWords.VERIFIED, Thing.all("audit"))
                    .by(by)
                    .with("from", run.range.from())
                    .with("until", run.range.until())
                    .with("days", verdict.days())
                    .with("entries", verdict.entries())
                    .with("faults", verdict.faulty())
                    .with(
                            "faulty-days",
                            verdict.faultyDays().stream()
                                    .limit(DAYS_TOLD)
                                    .map(LocalDate::toString)
                                    .collect(Collectors.joining(" "))));
            if (!verdict.sound()) {
                LOG.error(
                        "the audit trail is not sound: {} faults, first {}",
                        verdict.faulty(),
                        verdict.faults().getFirst());
            }
        } catch (RuntimeException e) {
            LOG.error("the audit trail could not be verified", e);
        } finally {
            run.over = true;
        }
    }
}
