package tsukasa.kernel.foureyes;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;

/// What was done with a draft.
///
/// @param byName empty where the platform did it when its time had come
public record DraftEvent(Instant at, UUID by, String byName, Became became, String note) {
    public enum Became {
        WRITTEN("記入", "Written"),
        SUBMITTED("承認を依頼", "Submitted for approval"),
        RETURNED("差戻し", "Returned"),
        APPROVED("承認", "Approved"),
        PUBLISHED("公表", "Published"),
        DISCARDED("破棄", "Discarded");

        private final Text word;

        Became(String ja, String en) {
            this.word = Text.of(ja, en);
        }

        public Text word() {
            return word;
        }

        /// As it is kept.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Became of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public Moment shown(Frame frame) {
        StringBuilder what = new StringBuilder(frame.say(became.word()));
        if (!byName.isEmpty()) {
            what.append('　').append(byName);
        }
        if (!note.isEmpty()) {
            what.append('　').append(note);
        }
        return Moment.past(frame.writing().minute(at), what.toString());
    }
}
