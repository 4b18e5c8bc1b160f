package tsukasa.tools;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.files.FileHolder;
import tsukasa.kernel.Text;
import tsukasa.kernel.foureyes.Draft;
import tsukasa.kernel.foureyes.DraftEvent;
import tsukasa.kernel.foureyes.DraftState;

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
        DraftState state,
        int seen,
        ToolWords words,
        UUID author,
        List<DraftEvent> events)
        implements Draft {
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

    public FileHolder holder() {
        return new FileHolder(HOLDER, String.valueOf(id));
    }
}
