package tsukasa.watching.keeping;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.watching.Fact;

/// What the database says now of an item and an entry that concerns it: all that a finding keeps of it.
///
/// @param severity null where nobody scored it
record Judged(
        @Nullable Integer severity,
        @Nullable Integer tenths,
        boolean exploited,
        boolean sure,
        String feed,
        String party,
        String rule,
        String version,
        String told,
        String order,
        @Nullable String fix) {
    private static final int LONGEST = 1000;

    /// Null where it does not affect the item, or the entry is gone.
    static @Nullable Judged of(@Nullable EntryHead head, Verdict verdict) {
        if (head == null || verdict.answer() == Answer.NOT_AFFECTED) {
            return null;
        }
        Verdict.Reason why = verdict.decisive();
        return new Judged(
                head.severity() == null ? null : head.severity().ordinal(),
                head.tenths(),
                head.exploited() != null,
                verdict.answer() == Answer.AFFECTED,
                why.feed().word(),
                cut(why.by()),
                why.rule().name(),
                cut(why.version()),
                cut(why.told()),
                why.order(),
                verdict.fix().map(Judged::cut).orElse(null));
    }

    /// Why it no longer matches.
    static Fact why(@Nullable EntryHead head, @Nullable Verdict verdict) {
        if (head == null || head.standing() == Standing.REJECTED) {
            return Fact.REJECTED;
        }
        return verdict == null ? Fact.NOT_NAMED : Fact.RULED_OUT;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /// What of it an owner wants to hear of.
    Set<Fact> changed(Judged before) {
        Set<Fact> changed = EnumSet.noneOf(Fact.class);
        if (!Objects.equals(severity, before.severity) || !Objects.equals(tenths, before.tenths)) {
            changed.add(Fact.SCORE);
        }
        if (exploited != before.exploited) {
            changed.add(exploited ? Fact.EXPLOITED : Fact.NO_LONGER_EXPLOITED);
        }
        if (sure != before.sure) {
            changed.add(Fact.CERTAINTY);
        }
        if (!Objects.equals(fix, before.fix)) {
            changed.add(Fact.FIX);
        }
        if (!told.equals(before.told) && feed.equals(before.feed)) {
            changed.add(Fact.RANGE);
        }
        return changed;
    }
}
