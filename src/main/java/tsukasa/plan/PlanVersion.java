package tsukasa.plan;

import java.time.Instant;
import tsukasa.kernel.Text;

/// 版: a plan as it stood from one decision to the next. Never changed, and kept with everything that its package said.
///
/// @param number     1 for the first
/// @param digest     of its package, as it lay on the shelf
/// @param reason     変更の理由; empty for the first
/// @param preparedBy who wrote it; empty where nobody of this platform did
/// @param decidedBy  the second person; empty for what came with the platform or was laid into the folder
public record PlanVersion(
        String plan,
        int number,
        Kind kind,
        String digest,
        String reason,
        String preparedBy,
        String decidedBy,
        Instant at) {
    public enum Kind {
        /// 当初
        ORIGINAL("当初", "Original"),
        /// 変更: decided by a second person, with a reason
        AMENDED("変更", "Amended"),
        /// The files of the package were replaced by hand, or by a new release of the platform.
        REPLACED("差し替え", "Files replaced");

        private final Text title;

        Kind(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }
}
