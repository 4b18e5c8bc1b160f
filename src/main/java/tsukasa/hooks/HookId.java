package tsukasa.hooks;

import java.util.UUID;

/// Which message; receivers see it as `webhook-id`, the same at every attempt.
public record HookId(UUID value) {
    public String header() {
        return "msg_" + value;
    }
}
