package tsukasa.watching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// まとめた判断: one decision about all findings that matched a question when it was taken.
///
/// @param total   how many matched
/// @param handled how many of them had their turn, in this step
/// @param changed how many of these were decided, or went back to what they were
public record MassDecision(
        long id,
        UUID list,
        Step step,
        Decision decision,
        int total,
        int handled,
        int changed,
        Instant begunAt,
        @Nullable Instant endedAt) {
    /// How far it is.
    public enum Step {
        RUNNING(Text.of("記録しています", "Being recorded")),
        DONE(Text.of("記録しました", "Recorded")),
        UNDOING(Text.of("取り消しています", "Being undone")),
        UNDONE(Text.of("取り消しました", "Undone"));

        private final Text title;

        Step(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }

        public boolean going() {
            return this == RUNNING || this == UNDOING;
        }
    }
}
