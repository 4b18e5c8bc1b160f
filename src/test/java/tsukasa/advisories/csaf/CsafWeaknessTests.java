package tsukasa.advisories.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Weakness;

/// Validators know weaknesses only: their test 6.1.11 fails for anything else of the enumeration.
class CsafWeaknessTests {
    @ParameterizedTest
    @CsvSource({
        "CWE-79, Cross-site Scripting, CWE-74, true",
        "CWE-284, Improper Access Control, , true",
        "CWE-264, 'Permissions, Privileges, and Access Controls', , false",
        "CWE-18, DEPRECATED: Source Code, , false",
        "CWE-19, Data Processing Errors, , false",
        "CWE-217, DEPRECATED: Failure to Protect Stored Data, CWE-693, false"
    })
    void categories_and_what_is_deprecated_are_not_told(
            String id, String name, @Nullable String parent, boolean counts) {
        assertThat(CsafVulnerability.counts(new Weakness(id, Text.same(name), Text.same(name), null, parent)))
                .isEqualTo(counts);
    }
}
