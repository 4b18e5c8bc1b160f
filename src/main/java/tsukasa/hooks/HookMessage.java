package tsukasa.hooks;

import java.util.regex.Pattern;

/// What a target is told.
///
/// @param key  names the message among those of its target: the same key is queued once
/// @param kind what happened, such as `watch.finding`; receivers see it as `type`
/// @param data a JSON value, sent as `data`
public record HookMessage(HookTargetId target, String key, String kind, String data) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,30}(\\.[a-z][a-z0-9_]{0,30}){0,3}");
    private static final int LONGEST = 64 * 1024;

    public HookMessage {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a key has 1 to 200 characters");
        }
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("a kind is written like watch.finding, not " + kind);
        }
        if (data.isBlank() || data.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "data has 1 to 65,536 characters; a longer one is asked for by its link");
        }
    }
}
