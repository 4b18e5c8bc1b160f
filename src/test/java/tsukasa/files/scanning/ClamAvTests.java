package tsukasa.files.scanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tsukasa.files.FileSettings;
import tsukasa.files.ScanVerdict;
import tsukasa.testing.FakeClamd;

class ClamAvTests {
    private static ClamAv at(@Nullable String where) {
        return new ClamAv(new FileSettings(null, null, where, null, Path.of("unused"), false));
    }

    private static ScanVerdict scan(ClamAv scanner, byte[] content) {
        return scanner.scan(() -> new ByteArrayInputStream(content));
    }

    private static byte[] words(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void clamd_says_whether_a_content_is_harmful() {
        try (FakeClamd clamd = new FakeClamd()) {
            ClamAv scanner = at(clamd.where());
            assertThat(scan(scanner, words("harmless"))).isEqualTo(new ScanVerdict.Clean());
            assertThat(scan(scanner, words("x".repeat(70_000) + FakeClamd.WORD)))
                    .isEqualTo(new ScanVerdict.Infected(FakeClamd.FINDING));
            assertThat(scan(scanner, new byte[5_000_000])).isEqualTo(new ScanVerdict.Clean());
        }
    }

    @Test
    void a_scanner_that_is_away_refuses_or_hangs_up_has_not_scanned() {
        try (FakeClamd small = new FakeClamd().taking(100_000);
                FakeClamd silent = new FakeClamd().silent()) {
            assertThat(scan(at(small.where()), new byte[3_000_000])).isInstanceOf(ScanVerdict.NotScanned.class);
            assertThat(scan(at(silent.where()), words("a"))).isInstanceOf(ScanVerdict.NotScanned.class);
        }
        assertThat(scan(at("127.0.0.1:9"), words("a"))).isInstanceOf(ScanVerdict.NotScanned.class);
        assertThat(scan(at("unix:/no/such/socket"), words("a"))).isInstanceOf(ScanVerdict.NotScanned.class);
        for (String wrong : new String[] {"localhost", "localhost:clamd", ":3310", "no host:3310"}) {
            assertThat(scan(at(wrong), words("a"))).as(wrong).isInstanceOf(ScanVerdict.NotScanned.class);
        }
    }

    @Test
    void without_a_scanner_nothing_is_scanned() {
        assertThat(at(null).configured()).isFalse();
        assertThat(at(" ").configured()).isFalse();
        assertThat(scan(at(null), words("a"))).isInstanceOf(ScanVerdict.NotScanned.class);
    }
}
