package tsukasa.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Text;
import tsukasa.kernel.foureyes.Draft;
import tsukasa.kernel.foureyes.DraftEvent;
import tsukasa.kernel.foureyes.DraftState;

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
        DraftState state,
        int seen,
        AlertWords words,
        UUID author,
        Optional<Instant> due,
        List<DraftEvent> events)
        implements Draft {
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
}
