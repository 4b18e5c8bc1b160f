package tsukasa.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import tsukasa.kernel.keys.SecretFile;

/// The key that signs days: `keys/audit.key` in the data folder, readable by its owner alone, made when first needed.
/// Its public half lies beside it.
record SigningKey(PrivateKey secret, PublicHalf open) {
    static final String ALGORITHM = "Ed25519";
    static final String SECRET = "audit.key";
    static final String OPEN = "audit.pub";

    static Path folder(Path data) {
        return data.resolve("keys");
    }

    /// Called by one node at a time; nodes that share their keys folder share the key.
    static SigningKey of(Path data) {
        Path folder = folder(data);
        try {
            if (!Files.exists(folder.resolve(SECRET))) {
                make(folder);
            }
            String pem = Files.readString(folder.resolve(SECRET));
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder()
                            .decode(pem.replaceAll("-----[A-Z ]+-----", "").strip())));
            return new SigningKey(secret, PublicHalf.read(folder.resolve(OPEN)));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the audit trail cannot be read or made in " + folder, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the key of the audit trail in " + folder + " is damaged", e);
        }
    }

    /// The public half first: a kill in between leaves a pair that is made anew.
    private static void make(Path folder) throws IOException, GeneralSecurityException {
        SecretFile secret = new SecretFile(folder.resolve(SECRET));
        secret.folder();
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        PublicHalf open = PublicHalf.of(pair.getPublic().getEncoded());
        Files.writeString(folder.resolve(OPEN), open.pem());
        secret.make(pem("PRIVATE KEY", pair.getPrivate().getEncoded()).getBytes(StandardCharsets.US_ASCII));
    }

    static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + what
                + "-----\n";
    }

    SignedSeal sign(Seal seal) {
        byte[] root = seal.root();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(root);
            return new SignedSeal(seal, root, open.id(), open.encoded(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the day cannot be signed", e);
        }
    }
}
