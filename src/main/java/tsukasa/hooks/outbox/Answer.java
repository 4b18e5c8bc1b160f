package tsukasa.hooks.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tsukasa.hooks.HookTrouble;

/// How an attempt ended.
sealed interface Answer {
    record Taken(int status) implements Answer {}

    /// @param status absent when there was no answer
    /// @param wish   how long the receiver asks to be left alone
    record NotTaken(
            HookTrouble trouble,
            @Nullable Integer status,
            @Nullable Duration wish) implements Answer {}

    static Answer of(int status, @Nullable Duration wish) {
        if (status >= 200 && status < 300) {
            return new Taken(status);
        }
        return new NotTaken(trouble(status), status, wish);
    }

    static Answer none(HookTrouble trouble) {
        return new NotTaken(trouble, null, null);
    }

    private static HookTrouble trouble(int status) {
        if (status < 400) {
            return HookTrouble.REDIRECTED;
        }
        return switch (status) {
            case 410 -> HookTrouble.GONE;
            case 429, 503 -> HookTrouble.BUSY;
            default -> status < 500 ? HookTrouble.REFUSED : HookTrouble.BROKEN;
        };
    }
}
