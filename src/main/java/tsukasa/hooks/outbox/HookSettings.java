package tsukasa.hooks.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param loopback whether this machine itself may be a target; absent means only in a demonstration
@ConfigurationProperties("tsukasa.hooks")
record HookSettings(@Nullable Boolean loopback) {
    boolean loopback(boolean demonstration) {
        return loopback == null ? demonstration : loopback;
    }
}
