package tsukasa.identity.passkey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record PasskeysPage(Frame frame, List<Line> lines) implements Page {
    /// @param locked it is refused, because a copy of it was used
    public record Line(
            String path,
            String name,
            String kind,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            boolean locked) {}

    PasskeysPage(Frame frame, Iterable<Passkey> passkeys) {
        this(frame, lines(frame, passkeys));
    }

    private static List<Line> lines(Frame frame, Iterable<Passkey> passkeys) {
        List<Line> lines = new java.util.ArrayList<>();
        for (Passkey one : passkeys) {
            lines.add(new Line(
                    "/me/passkeys/" + one.id(),
                    one.name(),
                    frame.say(one.kind()),
                    one.createdAt(),
                    one.lastUsedAt(),
                    one.locked()));
        }
        return lines;
    }

    @Override
    public String title() {
        return frame.say("パスキー", "Passkeys");
    }

    public String sentence() {
        int number = lines.size();
        return number == 0
                ? frame.say("パスキーはまだありません。", "You have no passkey yet.")
                : frame.say(
                        "パスキーは" + number + "個です。",
                        number == 1 ? "You have one passkey." : "You have " + number + " passkeys.");
    }
}
