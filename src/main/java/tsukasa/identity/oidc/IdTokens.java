package tsukasa.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.MachineClock;

/// Verifies an ID token (OpenID Connect Core 1.0 §3.1.3.7). Signatures are made with a private key that only the
/// provider has: `none`, and secrets shared with us, are no signatures here. A key id not seen before makes us fetch
/// the keys anew, so a provider may change its keys at any time.
@Component
class IdTokens {
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final long KEYS_GOOD_FOR = Duration.ofMinutes(15).toMillis();
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private final Wire wire;
    private final MachineClock clock;
    private final Map<URI, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

    IdTokens(Wire wire, MachineClock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /// @param again somebody already signed in had to prove it anew, a moment ago
    JWTClaimsSet verify(Provider provider, Metadata metadata, String token, String nonce, boolean again) {
        JWTClaimsSet claims = signed(provider, metadata, token);
        Instant now = clock.clock().instant();
        refuseUnless(provider.issuer().equals(claims.getIssuer()), Refusal.WRONG_ISSUER);
        refuseUnless(forUs(provider.settings().clientId(), claims), Refusal.WRONG_AUDIENCE);
        refuseUnless(inTime(claims, now), Refusal.EXPIRED);
        refuseUnless(nonce.equals(claims.getClaim("nonce")), Refusal.WRONG_NONCE);
        String subject = claims.getSubject();
        refuseUnless(subject != null && !subject.isBlank() && subject.length() <= 255, Refusal.NO_SUBJECT);
        refuseUnless(!again || justNow(claims, now), Refusal.NOT_NOW);
        return claims;
    }

    /// What a userinfo endpoint says, where it signs that (OpenID Connect Core 1.0 §5.3.2).
    JWTClaimsSet particulars(Provider provider, Metadata metadata, String token) {
        JWTClaimsSet claims = signed(provider, metadata, token.strip());
        refuseUnless(provider.issuer().equals(claims.getIssuer()), Refusal.WRONG_ISSUER);
        refuseUnless(claims.getAudience().contains(provider.settings().clientId()), Refusal.WRONG_AUDIENCE);
        return claims;
    }

    private JWTClaimsSet signed(Provider provider, Metadata metadata, String token) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(provider, metadata.jwks())));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        try {
            return processor.process(token, null);
        } catch (RemoteKeySourceException away) {
            throw Refusal.PROVIDER_AWAY.refused();
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            throw Refusal.BAD_SIGNATURE.refused();
        }
    }

    private JWKSource<SecurityContext> keys(Provider provider, URI place) {
        return keys.computeIfAbsent(place, uri -> {
            try {
                return JWKSourceBuilder.<SecurityContext>create(
                                uri.toURL(), _ -> new Resource(wire.get(provider, uri), "application/json"))
                        .cache(KEYS_GOOD_FOR, provider.settings().timeout().toMillis())
                        .refreshAheadCache(false)
                        .rateLimited(false)
                        .build();
            } catch (MalformedURLException neverWithASafeAddress) {
                throw new IllegalStateException(neverWithASafeAddress);
            }
        });
    }

    /// A token for several parties must say that it was issued to us.
    private static boolean forUs(String client, JWTClaimsSet claims) {
        List<String> audience = claims.getAudience();
        Object party = claims.getClaim("azp");
        return audience.contains(client) && (party == null ? audience.size() == 1 : client.equals(party));
    }

    private static boolean inTime(JWTClaimsSet claims, Instant now) {
        Date ends = claims.getExpirationTime();
        Date made = claims.getIssueTime();
        return ends != null
                && made != null
                && ends.toInstant().isAfter(now.minus(SKEW))
                && made.toInstant().isBefore(now.plus(SKEW))
                && made.toInstant().isAfter(now.minus(OLDEST));
    }

    private static boolean justNow(JWTClaimsSet claims, Instant now) {
        Instant proved = instant(claims, "auth_time");
        return proved != null && proved.isAfter(now.minus(SKEW.multipliedBy(2))) && proved.isBefore(now.plus(SKEW));
    }

    private static @Nullable Instant instant(JWTClaimsSet claims, String name) {
        return switch (claims.getClaim(name)) {
            case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
            case Date date -> date.toInstant();
            case null, default -> null;
        };
    }

    private static void refuseUnless(boolean sound, Refusal why) {
        if (!sound) {
            throw why.refused();
        }
    }
}
