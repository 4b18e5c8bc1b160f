package tsukasa.enrichment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;
import tsukasa.kernel.foureyes.Hands;

/// 提案: what analysts want to be said of an entry, or of many at once, until a colleague approves it.
///
/// @param version grows with each change: who decides or writes says which one they saw
/// @param entry   the one entry it is about; none of a proposal about many
/// @param change  what is to be changed in many entries, as it is kept; empty of others
/// @param undoes  the approved proposal that this one takes back
/// @param events  the first first
public record Proposal(
        long id,
        Kind kind,
        State state,
        String subject,
        int version,
        Optional<Long> entry,
        String change,
        Optional<Long> undoes,
        Instant changed,
        Hands hands,
        List<Event> events) {
    public Proposal {
        events = List.copyOf(events);
    }

    public enum Kind {
        EDIT(Text.of("追記", "Addition")),
        WITHDRAWAL(Text.of("取り下げ", "Withdrawal")),
        BULK(Text.of("一括の追記", "Addition to many")),
        UNDO(Text.of("一括の追記の取り消し", "Undoing an addition to many"));

        private final Text title;

        Kind(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }
    }

    public enum State {
        DRAFT(Text.of("下書き", "Draft")),
        SUBMITTED(Text.of("承認待ち", "Waits for approval")),
        RETURNED(Text.of("差戻し", "Returned")),
        APPROVED(Text.of("承認済み", "Approved")),
        DROPPED(Text.of("取りやめ", "Dropped"));

        private final Text title;

        State(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }

        public boolean writable() {
            return this == DRAFT || this == RETURNED;
        }

        public boolean open() {
            return writable() || this == SUBMITTED;
        }
    }

    /// @param became a state, or `SAVED`
    public record Event(String became, UUID by, String byName, Instant at, String reason) {}

    /// What is proposed for one entry.
    ///
    /// @param place   in the proposal, from 1
    /// @param before  what our analysts said when it was written, or when it was approved
    /// @param refused why it was not done, when the rest was; absent otherwise
    public record Item(
            int place, long entry, String number, Enrichment before, Enrichment after, Optional<Text> refused) {}

    /// Four eyes: nobody decides about what they wrote any of.
    public boolean wroteIn(UUID person) {
        return hands.include(person);
    }

    public String authors() {
        return hands.names("・");
    }
}
