package tsukasa.hooks;

import java.util.UUID;

/// Which target.
public record HookTargetId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
