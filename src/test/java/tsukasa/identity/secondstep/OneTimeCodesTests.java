package tsukasa.identity.secondstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B; the last six of its eight digits.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(OneTimeCodes.code(SECRET, OneTimeCodes.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void a_clock_may_be_one_step_off_and_no_more() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = OneTimeCodes.step(now);
        for (long off = -1; off <= 1; off++) {
            assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.code(SECRET, step + off), now))
                    .hasValue(step + off);
        }
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.code(SECRET, step + 2), now))
                .isEmpty();
        assertThat(OneTimeCodes.stepOf(SECRET, OneTimeCodes.code(SECRET, step - 2), now))
                .isEmpty();
        assertThat(OneTimeCodes.stepOf(SECRET, "", now)).isEmpty();
    }

    @Test
    void the_secret_is_written_as_apps_read_it() {
        assertThat(OneTimeCodes.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(OneTimeCodes.base32("fooba".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTB");
        assertThat(OneTimeCodes.base32("foob".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YQ");
    }

    @Test
    void recovery_codes_are_read_as_people_copy_them_from_paper() {
        UUID person = UUID.randomUUID();
        assertThat(RecoveryCodes.fresh())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}"));
        assertThat(RecoveryCodes.hash(person, "０1ab-CDEF 2345-6789"))
                .isEqualTo(RecoveryCodes.hash(person, "OLAB-cdef-23456789"))
                .isNotEqualTo(RecoveryCodes.hash(UUID.randomUUID(), "01abcdef23456789"));
    }
}
