package tsukasa.advisories.csaf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.advisories.Signing;
import tsukasa.kernel.Settings;
import tsukasa.kernel.keys.SecretFile;

/// Signs advisories with a key of their own: `keys/advisories.key` in the data folder, readable by its owner alone,
/// made when first needed; its public half follows from it. Nodes that share their keys folder share the key.
@Component
class OpenPgp implements Signing {
    private static final int ALGORITHM = PublicKeyAlgorithmTags.EDDSA_LEGACY;
    private static final int HASH = HashAlgorithmTags.SHA512;
    private final Settings settings;
    private final Clock clock;
    private volatile @Nullable PGPSecretKey known;

    OpenPgp(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String fingerprint() {
        return HexFormat.of().formatHex(key().getPublicKey().getFingerprint()).toUpperCase(Locale.ROOT);
    }

    @Override
    public String keyAddress() {
        return "/csaf/openpgp.asc";
    }

    byte[] publicKey() {
        try {
            return armored(key().getPublicKey().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] sign(byte[] document, Instant moment) {
        PGPSecretKey key = key();
        PGPPublicKey open = key.getPublicKey();
        try {
            PGPSignatureGenerator signing =
                    new PGPSignatureGenerator(new BcPGPContentSignerBuilder(ALGORITHM, HASH), open);
            signing.init(PGPSignature.BINARY_DOCUMENT, key.extractPrivateKey(null));
            PGPSignatureSubpacketGenerator told = new PGPSignatureSubpacketGenerator();
            Instant born = open.getCreationTime().toInstant();
            told.setSignatureCreationTime(true, Date.from(moment.isBefore(born) ? born : moment));
            told.setIssuerFingerprint(false, open);
            signing.setHashedSubpackets(told.generate());
            signing.update(document);
            return armored(signing.generate().getEncoded());
        } catch (PGPException | IOException e) {
            throw new IllegalStateException("an advisory cannot be signed", e);
        }
    }

    private PGPSecretKey key() {
        PGPSecretKey key = known;
        if (key == null) {
            synchronized (this) {
                key = known == null ? read() : known;
                known = key;
            }
        }
        return key;
    }

    private PGPSecretKey read() {
        Path folder = settings.dataDir().resolve("keys");
        Path secret = folder.resolve("advisories.key");
        try {
            if (!Files.exists(secret)) {
                make(secret);
            }
            try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(secret))) {
                return new PGPSecretKeyRing(in, new BcKeyFingerprintCalculator()).getSecretKey();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the advisories cannot be read or made in " + folder, e);
        } catch (PGPException e) {
            throw new IllegalStateException("the key of the advisories in " + folder + " is damaged", e);
        }
    }

    private void make(Path secret) throws IOException, PGPException {
        new SecretFile(secret).make(armored(fresh().getEncoded()));
    }

    private PGPSecretKeyRing fresh() throws PGPException {
        Ed25519KeyPairGenerator pairs = new Ed25519KeyPairGenerator();
        pairs.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        PGPSignatureSubpacketGenerator use = new PGPSignatureSubpacketGenerator();
        use.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        return new PGPKeyRingGenerator(
                        PGPSignature.POSITIVE_CERTIFICATION,
                        new BcPGPKeyPair(
                                PublicKeyPacket.VERSION_4,
                                ALGORITHM,
                                pairs.generateKeyPair(),
                                Date.from(clock.instant())),
                        settings.agency().en() + " (security advisories)",
                        new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                        use.generate(),
                        null,
                        new BcPGPContentSignerBuilder(ALGORITHM, HASH),
                        null)
                .generateSecretKeyRing();
    }

    private static byte[] armored(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            out.write(plain);
        }
        return bytes.toString(StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII);
    }
}
