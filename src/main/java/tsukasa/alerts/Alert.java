package tsukasa.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;

/// 注意喚起: a published alert as it stands now, or as it stood at one of its editions, with all that has been said of it.
///
/// @param published when its first edition came out
/// @param updated   when its last edition came out
/// @param content   of the last edition
/// @param editions  第n報, the first first
public record Alert(
        AlertNumber number,
        Standing standing,
        Instant published,
        Instant updated,
        AlertContent content,
        List<Edition> editions) {
    public Alert {
        editions = List.copyOf(editions);
    }

    public enum Standing {
        IN_FORCE("有効", "In force"),
        /// The danger is over; what it said was right.
        ENDED("終了", "Ended"),
        /// What it said was wrong or is void.
        WITHDRAWN("取下げ", "Withdrawn");

        private final Text word;

        Standing(String ja, String en) {
            this.word = Text.of(ja, en);
        }

        public Text word() {
            return word;
        }

        /// What a reader of any of its editions is told first; absent while it is in force.
        public Optional<Text> over() {
            return switch (this) {
                case IN_FORCE -> Optional.empty();
                case ENDED -> Optional.of(Text.of("この注意喚起は終了しました。", "This alert has ended."));
                case WITHDRAWN -> Optional.of(Text.of("この注意喚起は取り下げられました。", "This alert was withdrawn."));
            };
        }
    }

    /// @param number 1 for the first
    /// @param what   what is new in it
    public record Edition(int number, Instant at, Text what) {}

    public int edition() {
        return editions.size();
    }

    public String address() {
        return "/alerts/" + number;
    }
}
