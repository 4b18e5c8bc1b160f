package tsukasa.exposure.checking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.exposure.Part;
import tsukasa.exposure.Statement;
import tsukasa.scoring.Severity;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Epss;
import tsukasa.vulnerability.Verdict;

/// A vulnerability in a component, or one that may be.
///
/// @param said what a VEX document says of it, null where none does
record Finding(
        Part part,
        Verdict verdict,
        EntryHead head,
        @Nullable Epss epss,
        @Nullable Statement said) {
    /// By the number people know it by.
    String number() {
        return head.cve() == null ? head.number().toString() : head.cve().toString();
    }

    boolean certain() {
        return verdict.answer() == Verdict.Answer.AFFECTED;
    }

    boolean exploited() {
        return head.exploited() != null;
    }

    /// There is nothing left to do about it, as somebody says.
    boolean suppressed() {
        return said != null && said.position().settled();
    }

    Optional<Severity> severity() {
        return Optional.ofNullable(head.severity());
    }

    int tenths() {
        return head.tenths() == null ? -1 : head.tenths();
    }

    double probability() {
        return epss == null ? -1 : epss.score();
    }
}
