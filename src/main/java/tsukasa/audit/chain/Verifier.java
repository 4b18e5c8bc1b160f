package tsukasa.audit.chain;

import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tsukasa.audit.AuditCheck.Range;
import tsukasa.audit.AuditFault.BadSeal;
import tsukasa.audit.AuditFault.BadSignature;
import tsukasa.audit.AuditFault.DayMissing;
import tsukasa.audit.AuditFault.DayUnsealed;
import tsukasa.audit.AuditFault.NotAsPublished;
import tsukasa.audit.AuditFault.UnknownKey;
import tsukasa.audit.AuditVerdict;
import tsukasa.audit.chain.VerifyStore.Standing;

/// Goes once through the chain, in flat memory.
final class Verifier {
    private static final int TOLD_EVERY = 20_000;
    private final VerifyStore store;
    private final Trusted trusted;
    private final LongConsumer progress;
    private final Findings findings = new Findings();
    private final Map<LocalDate, SignedSeal> seals = new LinkedHashMap<>();
    private final TreeSet<LocalDate> seen = new TreeSet<>();
    private @Nullable SignedSeal before;
    private @Nullable DayCheck check;
    private @Nullable LocalDate day;

    Verifier(VerifyStore store, Trusted trusted, LongConsumer progress) {
        this.store = store;
        this.trusted = trusted;
        this.progress = progress;
    }

    AuditVerdict verify(Range range) {
        return store.inOneState(() -> through(range));
    }

    private AuditVerdict through(Range range) {
        before = store.before(range).orElse(null);
        store.seals(range).forEach(seal -> seals.put(seal.seal().day(), seal));
        store.each(range, this::next);
        finish();
        TreeSet<LocalDate> all = new TreeSet<>(seals.keySet());
        all.removeAll(seen);
        all.forEach(empty -> {
            begin(empty);
            finish();
        });
        seals.values().forEach(this::seal);
        published(range);
        findings.days = seals.size();
        return findings.verdict(store.waiting(), !trusted.keys().isEmpty());
    }

    private void next(Standing standing) {
        if (!standing.link().day().equals(day)) {
            finish();
            begin(standing.link().day());
        }
        if (check != null) {
            check.next(standing);
        }
        if (findings.entries % TOLD_EVERY == 0) {
            progress.accept(findings.entries);
        }
    }

    private void begin(LocalDate next) {
        day = next;
        seen.add(next);
        SignedSeal signed = seals.get(next);
        if (signed == null) {
            findings.add(new DayUnsealed(next));
        }
        check = new DayCheck(next, signed == null ? null : signed.seal(), findings);
    }

    private void finish() {
        if (check != null) {
            check.end();
        }
        check = null;
    }

    /// One seal after the other: that it follows the one before, is what its root says, and was signed by us.
    private void seal(SignedSeal signed) {
        Seal seal = signed.seal();
        long ordinal = before == null ? 1 : before.seal().ordinal() + 1;
        byte[] root = before == null ? Seal.NOTHING_BEFORE : before.root();
        if (seal.ordinal() > ordinal) {
            findings.add(new DayMissing(seal.day(), seal.ordinal(), ordinal));
        } else if (seal.ordinal() < ordinal
                || !Arrays.equals(seal.previousRoot(), root)
                || before != null && !before.seal().closed()) {
            findings.add(new BadSeal(seal.day()));
        }
        if (!Arrays.equals(seal.root(), signed.root())) {
            findings.add(new BadSeal(seal.day()));
        }
        signature(signed);
        before = signed;
    }

    private void signature(SignedSeal signed) {
        LocalDate of = signed.seal().day();
        String id = PublicHalf.idOf(signed.publicKey());
        PublicHalf key = trusted.keys().isEmpty() ? own(signed) : trusted.keys().get(id);
        if (key == null) {
            findings.add(trusted.keys().isEmpty() ? new BadSignature(of, signed.keyId()) : new UnknownKey(of, id));
        } else if (!id.equals(signed.keyId()) || !key.signed(signed.root(), signed.signature())) {
            findings.add(new BadSignature(of, signed.keyId()));
        }
    }

    private static @Nullable PublicHalf own(SignedSeal signed) {
        try {
            return PublicHalf.of(signed.publicKey());
        } catch (GeneralSecurityException notEvenAKey) {
            return null;
        }
    }

    private void published(Range range) {
        trusted.roots().forEach((published, root) -> {
            boolean within = (range.from() == null || !published.isBefore(range.from()))
                    && (range.until() == null || !published.isAfter(range.until()));
            SignedSeal signed = seals.get(published);
            if (within && (signed == null || !Arrays.equals(signed.root(), root))) {
                findings.add(new NotAsPublished(published));
            }
        });
    }
}
