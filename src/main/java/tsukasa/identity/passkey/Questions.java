package tsukasa.identity.passkey;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.Person;
import tsukasa.identity.Secret;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// Puts questions to authenticators, and takes each back once. A cookie says which browser was asked.
@Component
class Questions {
    static final Duration VALID = Duration.ofMinutes(5);
    private static final String COOKIE = "passkey";
    private final ChallengeStore challenges;
    private final RelyingParty party;
    private final Clock clock;

    Questions(ChallengeStore challenges, RelyingParty party, Clock clock) {
        this.challenges = challenges;
        this.party = party;
        this.clock = clock;
    }

    /// `PublicKeyCredentialRequestOptions`: who are you? Without credentials named, the authenticator says.
    @Transactional
    public Map<String, Object> whoAreYou(
            Challenge.Purpose purpose,
            @Nullable UUID person,
            List<Passkey> known,
            HttpServletRequest request,
            HttpServletResponse response) {
        byte[] bits = ask(purpose, person, request, response);
        return Map.of(
                "challenge", base64(bits),
                "rpId", party.id(),
                "timeout", VALID.toMillis(),
                "userVerification", "required",
                "allowCredentials", named(known));
    }

    /// `PublicKeyCredentialCreationOptions`: make a credential that names its owner by itself.
    @Transactional
    public Map<String, Object> makeOne(
            Person person,
            byte[] handle,
            List<Passkey> known,
            HttpServletRequest request,
            HttpServletResponse response) {
        byte[] bits = ask(Challenge.Purpose.ADD, person.id(), request, response);
        return Map.of(
                "challenge", base64(bits),
                "rp", Map.of("id", party.id(), "name", party.name()),
                "user",
                        Map.of(
                                "id", base64(handle),
                                "name", person.email().value(),
                                "displayName", person.displayName()),
                "pubKeyCredParams",
                        Answers.ALGORITHMS.stream()
                                .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                                .toList(),
                "timeout", VALID.toMillis(),
                "attestation", "none",
                "authenticatorSelection",
                        Map.of(
                                "residentKey", "required",
                                "requireResidentKey", true,
                                "userVerification", "required"),
                "excludeCredentials", named(known));
    }

    private byte[] ask(
            Challenge.Purpose purpose,
            @Nullable UUID person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret cookie = Secret.fresh();
        byte[] bits = Secret.bytes(32);
        challenges.add(
                cookie.hash(),
                new Challenge(bits, purpose, person),
                clock.instant().plus(VALID),
                clock.instant());
        response.addHeader("Set-Cookie", cookie(cookie.text(), VALID, request.isSecure()));
        return bits;
    }

    /// The question this browser was asked, for this purpose and by this person.
    @Transactional
    public Challenge takeBack(
            Challenge.Purpose purpose,
            @Nullable UUID person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Challenge> asked = Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(Secret::parse)
                .flatMap(secret -> challenges.take(secret.hash(), clock.instant()));
        response.addHeader("Set-Cookie", cookie("", Duration.ZERO, request.isSecure()));
        return asked.filter(known -> known.purpose() == purpose && java.util.Objects.equals(known.person(), person))
                .orElseThrow(Questions::tooLate);
    }

    private static Problem tooLate() {
        return new Problem(
                Kind.GONE,
                Text.of(
                        "パスキーの確認は、始めてから5分以内に、1回だけ受け付けます。",
                        "A passkey must be confirmed once, within five minutes of starting."),
                Text.of("前の画面に戻り、もう一度パスキーのボタンを押してください。", "Go back and press the passkey button again."));
    }

    private static List<Map<String, Object>> named(List<Passkey> known) {
        return known.stream()
                .map(passkey -> Map.<String, Object>of(
                        "type", "public-key",
                        "id", base64(passkey.credentialId()),
                        "transports", passkey.transports()))
                .toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String cookie(String value, Duration age, boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(age)
                .build()
                .toString();
    }
}
