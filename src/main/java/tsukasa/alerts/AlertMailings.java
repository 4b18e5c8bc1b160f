package tsukasa.alerts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// メール配信 of alerts, in numbers: who subscribed is told to nobody.
public interface AlertMailings {
    long subscribers();

    /// The newest first.
    List<Mailing> last(int most);

    /// @param letters  handed in so far
    /// @param cutShort finished by the withdrawal of the alert: the rest is not written to
    record Mailing(
            AlertNumber number,
            int edition,
            Instant begun,
            long letters,
            @Nullable Instant finished,
            boolean cutShort) {}
}
