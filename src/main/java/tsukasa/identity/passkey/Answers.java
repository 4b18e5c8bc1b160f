package tsukasa.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Text;

/// Verifies what authenticators answer (WebAuthn §7.1 and §7.2). The library is woken at its first use: a start needs
/// none.
@Component
class Answers {
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);
    private static final int LONGEST = 50_000;
    private final RelyingParty party;

    Answers(RelyingParty party) {
        this.party = party;
    }

    private static final class Library {
        static final ObjectConverter CONVERTER = new ObjectConverter();
        static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
        static final AttestedCredentialDataConverter CREDENTIALS = new AttestedCredentialDataConverter(CONVERTER);
    }

    /// An answer that is not to be believed, and what the person may know about why.
    static final class Refused extends Exception {
        private final boolean copied;
        private final Text words;

        Refused(WebAuthnException why) {
            super(why.getClass().getSimpleName());
            this.copied = why instanceof MaliciousCounterValueException;
            this.words = switch (why) {
                case UserNotVerifiedException _ ->
                    Text.of(
                            "パスキーを使うには、指紋・顔・PINなどで端末のロックを解除する必要があります。",
                            "A passkey must be unlocked by fingerprint, face or PIN.");
                case BadOriginException _, BadRpIdException _, CrossOriginException _ ->
                    Text.of(
                            "別のサイトで行われたパスキーの確認は受け付けません。",
                            "A passkey that was confirmed on another site is not accepted.");
                case BadChallengeException _ ->
                    Text.of("以前の確認の繰り返しは受け付けません。", "An earlier confirmation cannot be used again.");
                default -> Text.of("パスキーの確認ができませんでした。", "The passkey could not be confirmed.");
            };
        }

        Refused(String why) {
            super(why);
            this.copied = false;
            this.words = Text.of("パスキーの確認ができませんでした。", "The passkey could not be confirmed.");
        }

        /// The count did not grow: another copy of the authenticator has been used.
        boolean copied() {
            return copied;
        }

        Text words() {
            return words;
        }
    }

    /// A new credential, made for this question.
    Passkey made(String json, Challenge asked, UUID person, String name, Instant now) throws Refused {
        RegistrationData data = verified(() -> {
            RegistrationData parsed = Library.MANAGER.parseRegistrationResponseJSON(shortEnough(json));
            return Library.MANAGER.verify(parsed, new RegistrationParameters(here(asked), accepted(), true, true));
        });
        AuthenticatorData<RegistrationExtensionAuthenticatorOutput> said =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData credential = Objects.requireNonNull(said.getAttestedCredentialData());
        Set<AuthenticatorTransport> transports = data.getTransports();
        return new Passkey(
                UUID.randomUUID(),
                person,
                credential.getCredentialId(),
                Library.CREDENTIALS.convert(credential),
                Objects.requireNonNullElse(credential.getAaguid().getValue(), new UUID(0, 0)),
                said.getSignCount(),
                transports == null
                        ? List.of()
                        : transports.stream()
                                .map(AuthenticatorTransport::getValue)
                                .filter(word -> word.matches("[a-z-]{1,20}"))
                                .sorted()
                                .limit(10)
                                .toList(),
                said.isFlagBE(),
                said.isFlagBS(),
                name,
                now,
                null,
                null);
    }

    /// What an authenticator answers; nothing is believed yet.
    ///
    /// @param handle who it says its owner is; empty when it says nothing
    record Said(byte[] credentialId, byte[] handle, AuthenticationData data) {}

    Said read(String json) throws Refused {
        return verified(() -> {
            AuthenticationData data = Library.MANAGER.parseAuthenticationResponseJSON(shortEnough(json));
            return said(data);
        });
    }

    /// The library's older kind of annotation reads as "an array of what may be null"; either array may be absent.
    @SuppressWarnings("NullAway")
    private static Said said(AuthenticationData data) {
        return new Said(
                Objects.requireNonNull(data.getCredentialId()),
                Objects.requireNonNullElseGet(data.getUserHandle(), () -> new byte[0]),
                data);
    }

    /// The holder of this passkey answered this question, and the authenticator verified who holds it.
    AuthenticatorData<?> signed(Said answer, Passkey passkey, Challenge asked) throws Refused {
        CredentialRecordImpl known = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.eligible(),
                passkey.backedUp(),
                passkey.signCount(),
                Library.CREDENTIALS.convert(passkey.attested()),
                null,
                null,
                null,
                passkey.transports().stream()
                        .map(AuthenticatorTransport::create)
                        .collect(Collectors.toSet()));
        return Objects.requireNonNull(verified(() -> Library.MANAGER.verify(
                        answer.data(),
                        new AuthenticationParameters(here(asked), known, List.of(passkey.credentialId()), true, true)))
                .getAuthenticatorData());
    }

    private static <T> T verified(Supplier<T> work) throws Refused {
        try {
            return work.get();
        } catch (WebAuthnException wrong) {
            throw new Refused(wrong);
        } catch (RuntimeException unreadable) {
            throw new Refused("unreadable"); // whatever a parser does with what strangers send
        }
    }

    private static String shortEnough(String json) {
        if (json.isBlank() || json.length() > LONGEST) {
            throw new DataConversionException("no answer of this size is one");
        }
        return json;
    }

    private ServerProperty here(Challenge asked) {
        return ServerProperty.builder()
                .origin(Origin.create(party.origin()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(asked.bits()))
                .build();
    }

    private static List<PublicKeyCredentialParameters> accepted() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }
}
