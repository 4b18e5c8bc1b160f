package tsukasa.tools;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.files.FileHolder;
import tsukasa.kernel.Text;

/// 案: what is proposed for the catalogue, seen by staff alone until a second person publishes it.
///
/// @param tool    empty for a new one
/// @param version of the release that is corrected or withdrawn
/// @param seen    how often it was changed: who changes it says which state they saw
/// @param author  who wrote in it last
public record ToolDraft(
        long id,
        Kind kind,
        Optional<ToolName> tool,
        Optional<String> version,
        State state,
        int seen,
        ToolWords words,
        UUID author,
        List<Event> events) {
    public static final String HOLDER = "tool-draft";

    public ToolDraft {
        events = List.copyOf(events);
    }

    public enum Kind {
        TOOL(
                "新しいツール",
                "New tool",
                "name titleJa titleEn purposeJa purposeEn aboutJa aboutEn audiences licence platforms supportUntil source contact"),
        REVISION(
                "紹介の訂正",
                "Correction of a tool",
                "whatJa whatEn titleJa titleEn purposeJa purposeEn aboutJa aboutEn audiences licence platforms supportUntil source contact"),
        RELEASE("新しい版", "New release", "version released notesJa notesEn parts"),
        CORRECTION("版の説明の訂正", "Correction of a release", "whatJa whatEn notesJa notesEn parts"),
        WITHDRAWAL("版の取下げ", "Withdrawal of a release", "reasonJa reasonEn");

        private final Text word;
        private final List<String> fields;

        Kind(String ja, String en, String fields) {
            this.word = Text.of(ja, en);
            this.fields = List.of(fields.split(" ", -1));
        }

        /// What is typed for it, in the order in which it is asked.
        public List<String> fields() {
            return fields;
        }

        public Text word() {
            return word;
        }

        /// Whether it speaks of a release that is out already.
        public boolean ofRelease() {
            return this == CORRECTION || this == WITHDRAWAL;
        }
    }

    public enum State {
        DRAFT("作成中", "Being written"),
        REVIEW("承認待ち", "Waiting for approval"),
        PUBLISHED("公表済み", "Published"),
        DISCARDED("破棄", "Discarded");

        private final Text word;

        State(String ja, String en) {
            this.word = Text.of(ja, en);
        }

        public Text word() {
            return word;
        }
    }

    /// @param became what was done: `written`, `submitted`, `returned`, `published`, `discarded`
    public record Event(Instant at, UUID by, String byName, String became, String note) {}

    public boolean open() {
        return state == State.DRAFT || state == State.REVIEW;
    }

    public FileHolder holder() {
        return new FileHolder(HOLDER, String.valueOf(id));
    }
}
