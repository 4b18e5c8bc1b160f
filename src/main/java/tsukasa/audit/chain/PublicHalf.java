package tsukasa.audit.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import tsukasa.kernel.Sha256;

/// What anyone needs to check a signature. Its id is the beginning of its SHA-256.
record PublicHalf(PublicKey key, String id) {
    static PublicHalf of(byte[] encoded) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        return new PublicHalf(key, idOf(key.getEncoded()));
    }

    static String idOf(byte[] encoded) {
        return HexFormat.of().formatHex(Sha256.of(encoded), 0, 8);
    }

    /// @param file in PEM, as it lies in the keys folder
    static PublicHalf read(Path file) throws IOException {
        String words =
                Files.readString(file).replaceAll("-----[A-Z ]+-----", "").strip();
        try {
            return of(Base64.getMimeDecoder().decode(words));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " is no public key of an audit trail", e);
        }
    }

    byte[] encoded() {
        return key.getEncoded();
    }

    String pem() {
        return SigningKey.pem("PUBLIC KEY", encoded());
    }

    boolean signed(byte[] root, byte[] signature) {
        try {
            Signature check = Signature.getInstance(SigningKey.ALGORITHM);
            check.initVerify(key);
            check.update(root);
            return check.verify(signature);
        } catch (GeneralSecurityException notEvenASignature) {
            return false;
        }
    }
}
