package tsukasa.alerts;

import java.util.List;
import java.util.Optional;

/// What was published; nothing else can be found here, not even that it exists.
public interface Alerts {
    Optional<Alert> find(AlertNumber number);

    /// As it stood when that edition came out, with all that had been said by then.
    Optional<Alert> find(AlertNumber number, int edition);

    /// The last updated first.
    Listed list(AlertQuestion question);

    /// Years in which alerts were first published, the newest first.
    List<Integer> years();

    /// Grows with every edition: what was made of the alerts at this mark is still true while it stands.
    long mark();

    /// @param total all of them, not only these
    record Listed(List<Alert> alerts, long total) {
        public Listed {
            alerts = List.copyOf(alerts);
        }
    }
}
