package tsukasa.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;

/// 案: an edition before it is published, seen by staff alone.
///
/// @param of      the alert it is an edition of; empty for a new one
/// @param seen    how often it was changed: who changes it says which state they saw
/// @param author  who wrote in it last; somebody else approves it
/// @param due     when it will be published, once it is approved
public record AlertDraft(
        long id,
        Kind kind,
        Optional<AlertNumber> of,
        State state,
        int seen,
        AlertWords words,
        UUID author,
        Optional<Instant> due,
        List<Event> events) {
    public AlertDraft {
        events = List.copyOf(events);
    }

    public enum Kind {
        FIRST("新規", "New"),
        UPDATE("更新", "Update"),
        END("終了", "End"),
        WITHDRAWAL("取下げ", "Withdrawal");

        private final Text word;

        Kind(String ja, String en) {
            this.word = Text.of(ja, en);
        }

        public Text word() {
            return word;
        }
    }

    public enum State {
        DRAFT("作成中", "Being written"),
        REVIEW("承認待ち", "Waiting for approval"),
        APPROVED("公表待ち", "Waiting for its time"),
        PUBLISHED("公表済み", "Published"),
        DISCARDED("破棄", "Discarded");

        private final Text word;

        State(String ja, String en) {
            this.word = Text.of(ja, en);
        }

        public Text word() {
            return word;
        }

        public boolean open() {
            return this == DRAFT || this == REVIEW || this == APPROVED;
        }
    }

    /// @param became what was done: `written`, `submitted`, `returned`, `approved`, `published`, `discarded`
    public record Event(Instant at, UUID by, String byName, String became, String note) {}
}
