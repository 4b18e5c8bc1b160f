package tsukasa.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.Proof;
import tsukasa.identity.SecurityEvent.Kind;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.TokenHolders;
import tsukasa.identity.TokenScope;
import tsukasa.identity.TryLimits;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

@Component
class TokenDesk implements TokenHolders {
    /// In a quarter of an hour, by one token.
    static final int USES = 3000;

    private final TokenStore tokens;
    private final TryLimits limits;
    private final SecurityTrail trail;
    private final Clock clock;

    TokenDesk(TokenStore tokens, TryLimits limits, SecurityTrail trail, Clock clock) {
        this.tokens = tokens;
        this.limits = limits;
        this.trail = trail;
        this.clock = clock;
    }

    /// @return the token itself, kept nowhere
    @Transactional
    public ApiToken make(UUID person, String name, Set<TokenScope> scopes, Duration valid) {
        ApiToken token = ApiToken.fresh();
        Instant now = clock.instant();
        tokens.add(token, person, name, scopes, now, now.plus(valid));
        trail.note(person, Kind.TOKEN_MADE, name + " (" + token + ")");
        return token;
    }

    @Transactional
    public boolean revoke(UUID person, String id) {
        boolean revoked = tokens.revoke(person, id, clock.instant());
        if (revoked) {
            trail.note(person, Kind.TOKEN_REVOKED, "tsk_" + id + "…");
        }
        return revoked;
    }

    @Override
    @Transactional
    public Optional<Visitor> holder(String shown) {
        Instant now = clock.instant();
        Optional<ApiToken> token = ApiToken.parse(shown);
        Optional<Visitor> holder = token.flatMap(known -> tokens.holder(known, now));
        holder.ifPresent(_ -> use(token.orElseThrow(), now));
        return holder.map(visitor -> visitor.with(Proof.by(Proof.Way.API_TOKEN, now)));
    }

    private void use(ApiToken token, Instant now) {
        limits.count("token " + token.id(), USES).ifPresent(TokenDesk::refuse);
        tokens.used(token.id(), now, now.minus(Duration.ofMinutes(1)));
    }

    private static void refuse(Duration wait) {
        throw Problem.tooMany(
                Text.of("このAPIトークンの要求が、短い時間に多すぎます。", "This API token was used too often in a short time."),
                Text.of("Retry-Afterの秒数だけ待ってから続けてください。", "Wait for the seconds in Retry-After, then go on."),
                wait.plusSeconds(1));
    }
}
