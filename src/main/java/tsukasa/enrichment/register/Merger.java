package tsukasa.enrichment.register;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.ProductRegister.Kind;

/// 統合の提案: that two vendors or two products are one, or that what was merged is two again.
///
/// @param one     what would lead to the other
/// @param into    what it would be one with, or is until it is split
/// @param subject both as they were called when it was proposed
record Merger(
        long id,
        What what,
        Kind kind,
        long one,
        long into,
        String subject,
        State state,
        String reason,
        UUID by,
        String byName,
        Instant at,
        Optional<Decision> decision) {
    enum What {
        MERGE(Text.of("統合", "Merging")),
        SPLIT(Text.of("統合の解除", "Splitting"));

        private final Text title;

        What(Text title) {
            this.title = title;
        }

        Text title() {
            return title;
        }
    }

    enum State {
        WAITING(Text.of("同意待ち", "Waits for agreement")),
        AGREED(Text.of("同意済み", "Agreed")),
        DECLINED(Text.of("不同意", "Declined")),
        TAKEN_BACK(Text.of("取り下げ", "Taken back"));

        private final Text title;

        State(Text title) {
            this.title = title;
        }

        Text title() {
            return title;
        }
    }

    /// @param answer why; always there where it was declined
    record Decision(String byName, Instant at, String answer) {}

    boolean waits() {
        return state == State.WAITING;
    }
}
