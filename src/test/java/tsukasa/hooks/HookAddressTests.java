package tsukasa.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.hooks.HookAddressOutcome.Accepted;
import tsukasa.hooks.HookAddressOutcome.Reason;
import tsukasa.hooks.HookAddressOutcome.Refused;

class HookAddressTests {
    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.jp/a?b=c, https://hooks.example.jp/a?b=c",
        "https://hooks.example.jp, https://hooks.example.jp/",
        "' HTTPS://Hooks.Example.JP:8443/A ', https://hooks.example.jp:8443/A",
        "https://hooks.example.jp./a, https://hooks.example.jp/a",
        "https://テスト.example.jp/a, https://xn--zckzah.example.jp/a",
        "https://hooks.example.jp/通, https://hooks.example.jp/%E9%80%9A",
    })
    void an_address_is_kept_in_one_form(String typed, String kept) {
        assertThat(HookAddress.parse(typed, false))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted ->
                                assertThat(accepted.address().uri().toString()).isEqualTo(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "'', NO_ADDRESS",
        "hooks.example.jp/a, NO_ADDRESS",
        "https:///a, NO_ADDRESS",
        "'https://hooks.example.jp/a b', NO_ADDRESS",
        "ftp://hooks.example.jp/a, NO_ADDRESS",
        "file:///etc/passwd, NO_ADDRESS",
        "http://hooks.example.jp/a, NOT_HTTPS",
        "https://me:secret@hooks.example.jp/a, CREDENTIALS",
        "https://hooks.example.jp@127.0.0.1/a, CREDENTIALS",
        "https://hooks.example.jp/a#b, FRAGMENT",
        "https://hooks.example.jp:22/a, PORT",
        "https://hooks.example.jp:80/a, PORT",
        "https://localhost/a, NOT_PUBLIC",
        "https://gateway/a, NOT_PUBLIC",
        "https://metadata.google.internal/a, NOT_PUBLIC",
        "https://printer.local/a, NOT_PUBLIC",
        "https://1.0.0.127.in-addr.arpa/a, NOT_PUBLIC",
        "https://127.0.0.1/a, NOT_PUBLIC",
        "https://8.8.8.8/a, NOT_PUBLIC",
        "https://169.254.169.254/latest/meta-data, NOT_PUBLIC",
        "https://[::1]/a, NOT_PUBLIC",
        "https://[::ffff:10.0.0.1]/a, NOT_PUBLIC",
    })
    void an_address_that_is_refused_is_told_why(String typed, Reason reason) {
        assertThat(HookAddress.parse(typed, false)).isEqualTo(new Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({"https://2130706433/a", "https://0x7f000001/a", "https://0177.0.0.1/a", "https://127.1/a"})
    void numbers_in_no_form_are_a_host(String typed) {
        assertThat(HookAddress.parse(typed, true)).isInstanceOf(Refused.class);
    }

    @Test
    void this_machine_is_a_target_only_where_that_is_allowed() {
        assertThat(HookAddress.parse("http://localhost:9999/a", true)).isInstanceOf(Accepted.class);
        assertThat(HookAddress.parse("http://localhost:9999/a", false)).isEqualTo(new Refused(Reason.NOT_HTTPS));
        assertThat(HookAddress.parse("http://10.0.0.1:9999/a", true)).isEqualTo(new Refused(Reason.NOT_HTTPS));
    }

    @Test
    void an_address_of_a_thousand_characters_is_long_enough() {
        String address = "https://hooks.example.jp/" + "a".repeat(1_000);
        assertThat(HookAddress.parse(address.substring(0, 1_000), false)).isInstanceOf(Accepted.class);
        assertThat(HookAddress.parse(address, false)).isEqualTo(new Refused(Reason.TOO_LONG));
    }

    @Test
    void what_is_logged_of_an_address_ends_at_its_host() {
        assertThat(HookAddress.parse("https://hooks.example.jp/services/T0/secret", false))
                .hasToString("Accepted[address=https://hooks.example.jp/…]");
    }
}
