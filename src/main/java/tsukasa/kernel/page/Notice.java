package tsukasa.kernel.page;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// One message at the top of the next page: what happened, and one line of detail.
public record Notice(Kind kind, String title, @Nullable String detail) implements Serializable {
    public enum Kind {
        DONE,
        WARNING,
        ERROR
    }
}
