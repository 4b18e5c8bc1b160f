package tsukasa.hooks.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tsukasa.hooks.HookAddress;
import tsukasa.hooks.HookAddressOutcome.Accepted;
import tsukasa.hooks.HookTrouble;

/// Receivers with a certificate for `localhost`, which some callers trust.
class WireTlsTests {
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();
    private static SSLContext known;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void certificate() throws Exception {
        Path file = folder.resolve("store.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        makeKeys(keytool, file);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", store.getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        known = SSLContext.getInstance("TLS");
        known.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private static void makeKeys(String keytool, Path file) throws Exception {
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
    }

    private static Receiver receiver() throws Exception {
        return new Receiver(
                known.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                Receiver.ok());
    }

    private static Answer post(String address, SSLSocketFactory encryption) throws InterruptedException {
        HookAddress to = ((Accepted) HookAddress.parse(address, true)).address();
        Lookups lookups = new Lookups(_ -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true);
        Wire wire = new Wire(lookups, () -> encryption, Wire.Patience.USUAL);
        try {
            return wire.post(to, Map.of(), "{}", Instant.EPOCH);
        } finally {
            wire.destroy();
            lookups.destroy();
        }
    }

    @Test
    void the_certificate_must_be_the_names_and_trusted() throws Exception {
        try (Receiver receiver = receiver()) {
            assertThat(post("https://localhost:" + receiver.port() + "/", known.getSocketFactory()))
                    .isEqualTo(new Answer.Taken(200));
            assertThat(post("https://127.0.0.1:" + receiver.port() + "/", known.getSocketFactory()))
                    .as("the same machine under another name")
                    .isEqualTo(Answer.none(HookTrouble.NO_TLS));
            assertThat(post("https://localhost:" + receiver.port() + "/", (SSLSocketFactory)
                            SSLSocketFactory.getDefault()))
                    .as("a certificate nobody vouches for")
                    .isEqualTo(Answer.none(HookTrouble.NO_TLS));
            assertThat(receiver.heard()).hasSize(1);
        }
    }
}
