package tsukasa.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

public record TokensPage(Frame frame, List<Line> lines) implements Page {
    /// @param state in words, when it cannot be used any more
    public record Line(
            String id,
            String name,
            String scopes,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String state) {}

    static TokensPage of(Frame frame, List<TokenStore.Kept> tokens, Instant now) {
        return new TokensPage(
                frame, tokens.stream().map(one -> line(frame, one, now)).toList());
    }

    private static Line line(Frame frame, TokenStore.Kept token, Instant now) {
        String over = token.expiresAt().isAfter(now) ? null : frame.say("期限切れ", "Over");
        return new Line(
                token.id(),
                token.name(),
                token.scopes().stream()
                        .map(scope -> frame.say(scope.title()))
                        .sorted()
                        .collect(Collectors.joining(frame.say("、", ", "))),
                token.expiresAt(),
                token.lastUsedAt(),
                token.revokedAt() == null ? over : frame.say("取り消し済み", "Revoked"));
    }

    @Override
    public String title() {
        return frame.say("APIトークン", "API tokens");
    }

    public String sentence() {
        long usable = lines.stream().filter(line -> line.state() == null).count();
        return usable == 0
                ? frame.say("使えるAPIトークンはありません。", "You have no valid API token.")
                : frame.say(
                        "使えるAPIトークンは" + usable + "個です。",
                        usable == 1 ? "You have one valid API token." : "You have " + usable + " valid API tokens.");
    }
}
