package tsukasa.identity.oidc;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Secret;

/// Proves to a provider who we are by a signature (RFC 7523 §2.2): nothing secret is sent, and what is sent is good for
/// a minute, once. Read anew each time, so that a key can be replaced while the platform runs.
final class ClientKey {
    static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration VALID = Duration.ofMinutes(1);

    private ClientKey() {}

    static boolean readable(Path file) {
        return key(file).filter(JWK::isPrivate).isPresent();
    }

    private static Optional<JWK> key(Path file) {
        try {
            return Optional.of(JWK.parse(Files.readString(file)));
        } catch (IOException | ParseException unreadable) {
            return Optional.empty();
        }
    }

    static String assertion(Provider provider, Metadata metadata, Instant now) {
        Path file = provider.settings().privateKey();
        JWK key = Optional.ofNullable(file).flatMap(ClientKey::key).orElseThrow(Refusal.PROVIDER_AWAY::refused);
        String client = provider.settings().clientId();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(algorithm(key)).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(metadata.token().toString())
                        .jwtID(Secret.fresh().text())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(VALID)))
                        .build());
        try {
            assertion.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm(key)));
            return assertion.serialize();
        } catch (JOSEException noSuchKey) {
            throw Refusal.PROVIDER_AWAY.refused();
        }
    }

    private static JWSAlgorithm algorithm(JWK key) {
        @Nullable Algorithm named = key.getAlgorithm();
        if (named != null) {
            return JWSAlgorithm.parse(named.getName());
        }
        return KeyType.EC.equals(key.getKeyType()) ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
    }
}
