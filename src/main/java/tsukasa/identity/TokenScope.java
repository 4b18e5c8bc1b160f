package tsukasa.identity;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tsukasa.kernel.Text;

/// What an API token may do of what its owner may do: one permission, to read or also to write.
public record TokenScope(Permission permission, boolean write) implements Serializable {
    /// `handle-cases:read`
    public String name() {
        return permission.name().toLowerCase(Locale.ROOT).replace('_', '-') + (write ? ":write" : ":read");
    }

    public Text title() {
        Text kind = write ? Text.of("（読み書き）", " (read and write)") : Text.of("（読むだけ）", " (read only)");
        return Text.of(permission.title().ja() + kind.ja(), permission.title().en() + kind.en());
    }

    /// Writing includes reading.
    public boolean covers(Permission asked, boolean writing) {
        return permission == asked && (write || !writing);
    }

    public static Optional<TokenScope> ofName(String name) {
        return Arrays.stream(Permission.values())
                .flatMap(permission -> Stream.of(new TokenScope(permission, false), new TokenScope(permission, true)))
                .filter(scope -> scope.name().equals(name))
                .findFirst();
    }
}
