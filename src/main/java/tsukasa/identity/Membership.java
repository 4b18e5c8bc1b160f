package tsukasa.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// That a person acts for an organisation, since when and until when.
public record Membership(
        UUID person,
        UUID organisation,
        Part part,
        Instant since,
        @Nullable Instant until) {
    /// What a member may do there: an owner also amends the organisation's particulars and its members.
    public enum Part {
        OWNER("管理者", "Owner"),
        MEMBER("メンバー", "Member");

        private final Text title;

        Part(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }
}
