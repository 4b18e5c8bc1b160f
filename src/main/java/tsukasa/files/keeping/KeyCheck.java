package tsukasa.files.keeping;

import com.google.crypto.tink.StreamingAead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tsukasa.kernel.keys.KeyRing;
import tsukasa.kernel.keys.KeysUnavailable;

/// Says in the log that the keys are missing, rather than only when somebody needs a file.
@Component
class KeyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(KeyCheck.class);
    private final ContentStore contents;
    private final KeyRing<StreamingAead> ring;

    KeyCheck(ContentStore contents, KeyRing<StreamingAead> ring) {
        this.contents = contents;
        this.ring = ring;
    }

    void look() {
        try {
            if (contents.anySealed()) {
                ring.keys();
            }
        } catch (KeysUnavailable e) {
            LOG.error(
                    "{}; confidential files cannot be opened until it is back, see docs/operations.md", e.getMessage());
        }
    }
}
