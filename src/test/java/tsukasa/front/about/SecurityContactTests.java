package tsukasa.front.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tsukasa.kernel.PublicAddress;

/// Whom to tell of a weakness of this site.
class SecurityContactTests {
    private static final PublicAddress ADDRESS = () -> "https://tsukasa.example";

    private static SecurityContact at(String now, String contacts, String until) {
        return new SecurityContact(contacts, until, ADDRESS, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    @Test
    void it_says_who_until_when_and_where_the_advisories_are() {
        String text = at("2027-01-05T00:00:00Z", "mailto:security@example.jp, https://example.jp/report", "2027-03-31")
                .text()
                .orElseThrow();
        assertThat(text)
                .isEqualTo("Contact: mailto:security@example.jp\r\n"
                        + "Contact: https://example.jp/report\r\n"
                        + "Expires: 2027-03-31T23:59:59+09:00\r\n"
                        + "Preferred-Languages: ja, en\r\n"
                        + "Canonical: https://tsukasa.example/.well-known/security.txt\r\n"
                        + "CSAF: https://tsukasa.example/.well-known/csaf/provider-metadata.json\r\n");
    }

    @Test
    void nobody_is_named_after_the_last_day_or_where_nothing_is_set() {
        assertThat(at("2027-03-31T14:59:58Z", "tel:+81-3-0000-0000", "2027-03-31")
                        .text())
                .isPresent();
        SecurityContact over = at("2027-03-31T15:00:00Z", "tel:+81-3-0000-0000", "2027-03-31");
        assertThat(over.text()).isEmpty();
        assertThat(over.contacts()).isEmpty();
        assertThat(at("2027-01-05T00:00:00Z", "", "").text()).isEmpty();
    }

    @Test
    void a_setting_that_means_nothing_is_told_by_its_name() {
        String now = "2027-01-05T00:00:00Z";
        assertThatThrownBy(() -> at(now, "security@example.jp", "2027-03-31"))
                .hasMessageContaining("tsukasa.security-contact: \"security@example.jp\" is no address");
        assertThatThrownBy(() -> at(now, "http://example.jp/", "2027-03-31")).hasMessageContaining("is no address");
        assertThatThrownBy(() -> at(now, "mailto:security@example.jp", "in March"))
                .hasMessageContaining("tsukasa.security-contact-until: \"in March\" is no day like 2027-03-31");
        assertThatThrownBy(() -> at(now, "mailto:security@example.jp", ""))
                .hasMessageContaining("are set together or not at all");
    }
}
