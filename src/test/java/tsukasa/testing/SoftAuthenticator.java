package tsukasa.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/// An authenticator in software, which can also be told to misbehave: it answers as browsers do (WebAuthn §6), with one
/// P-256 credential.
public final class SoftAuthenticator {
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int ATTESTED = 64;
    private final KeyPair key;
    private final byte[] id;
    private final byte[] handle;
    private long count;
    private String origin;
    private String party = "localhost";
    private boolean verifies = true;

    /// @param handle what the server calls the owner; may be empty before it is known
    public SoftAuthenticator(String origin, byte[] handle) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.key = generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        this.origin = origin;
        this.handle = handle.clone();
        this.id = new byte[16];
        new SecureRandom().nextBytes(id);
    }

    public SoftAuthenticator counting(long now) {
        count = now;
        return this;
    }

    public SoftAuthenticator at(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    public SoftAuthenticator forParty(String otherParty) {
        party = otherParty;
        return this;
    }

    public SoftAuthenticator verifying(boolean user) {
        verifies = user;
        return this;
    }

    /// The answer to `PublicKeyCredentialCreationOptions`.
    public String create(String challenge) {
        byte[] data = joined(authenticatorData(ATTESTED), new byte[16], shortOf(id.length), id, coseKey());
        byte[] object =
                joined(hex("a363666d74646e6f6e656761747453746d74a0686175746844617461"), bytesHead(data.length), data);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
                """.formatted(base64(id), base64(clientData("webauthn.create", challenge)), base64(object));
    }

    /// The answer to `PublicKeyCredentialRequestOptions`.
    public String get(String challenge) {
        byte[] data = authenticatorData(0);
        byte[] client = clientData("webauthn.get", challenge);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}
                """.formatted(
                base64(id), base64(client), base64(data), base64(signed(joined(data, sha256(client)))), base64(handle));
    }

    private byte[] authenticatorData(int more) {
        int flags = PRESENT | (verifies ? VERIFIED : 0) | more;
        return joined(sha256(party.getBytes(StandardCharsets.UTF_8)), new byte[] {(byte) flags}, intOf(count));
    }

    private byte[] clientData(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] coseKey() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return joined(
                hex("a5010203262001215820"),
                coordinate(point.getAffineX()),
                hex("225820"),
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] raw = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, raw.length);
        System.arraycopy(raw, raw.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private byte[] signed(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytesHead(int length) {
        return new byte[] {0x59, (byte) (length >> 8), (byte) length};
    }

    private static byte[] shortOf(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    private static byte[] intOf(long number) {
        return ByteBuffer.allocate(4).putInt((int) number).array();
    }

    private static byte[] hex(String text) {
        return java.util.HexFormat.of().parseHex(text);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
