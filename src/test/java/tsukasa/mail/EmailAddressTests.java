package tsukasa.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    @ParameterizedTest
    @ValueSource(strings = {"taro@example.jp", " Taro@Example.JP ", "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "TARO@EXAMPLE.JP\n"})
    void an_address_is_the_same_however_it_is_typed(String typed) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress("taro@example.jp"));
    }

    @Test
    void a_japanese_domain_is_kept_in_ascii() {
        assertThat(EmailAddress.of("taro@日本語.jp").value()).isEqualTo("taro@xn--wgv71a119e.jp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "taro",
                "@example.jp",
                "taro@",
                "taro@localhost",
                "taro@example.jp\r\nBcc: all@example.jp",
                "taro@example.jp,hanako@example.jp",
                "taro@example.jp hanako@example.jp",
                "<taro@example.jp>",
                "\"taro\"@example.jp",
                "taro@@example.jp",
                "taro@exa mple.jp",
                "taro@-example.jp",
                "taro@example..jp",
                "taro\u0000@example.jp",
                "太郎@example.jp"
            })
    void any_other_text_is_no_address(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void an_endless_text_is_no_address() {
        assertThat(EmailAddress.parse("a".repeat(1_000_000) + "@example.jp")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.jp")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(126) + "jp")).isEmpty();
    }

    @Test
    void an_address_that_is_not_in_its_normal_form_cannot_be_made() {
        assertThatThrownBy(() -> new EmailAddress("Taro@example.jp")).isInstanceOf(IllegalArgumentException.class);
    }
}
