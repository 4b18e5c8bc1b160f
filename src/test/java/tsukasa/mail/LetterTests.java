package tsukasa.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tsukasa.kernel.Language;

class LetterTests {
    private static final EmailAddress TARO = EmailAddress.of("taro@example.jp");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nBcc: b@example.jp", "a\r\n\r\nbody", "a\u0000", "a\u0085b", "a\u2028b"})
    void a_subject_is_one_line(String subject) {
        assertThatIllegalArgumentException().isThrownBy(() -> letter(subject, "本文"));
    }

    @Test
    void neither_subject_nor_body_is_endless() {
        assertThatIllegalArgumentException().isThrownBy(() -> letter("a".repeat(201), "本文"));
        assertThatIllegalArgumentException().isThrownBy(() -> letter("a", "a".repeat(100_001)));
    }

    @Test
    void a_body_keeps_its_lines_and_loses_what_no_mail_can_carry() {
        assertThat(letter("件名", "一\r\n二\r三\n四\u0000").body()).isEqualTo("一\n二\n三\n四");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bcc", "To", "From", "Subject", "Content-Type", "list-id", "List-", "X-Any", "List-Id\r\nBcc"})
    void a_sender_may_not_add_other_headers(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Letter.Header(name, "value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nBcc: b@example.jp", "日本語"})
    void a_header_is_one_line_of_ascii(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Letter.Header("List-Id", value));
    }

    private static Letter letter(String subject, String body) {
        return new Letter(TARO, subject, body, Language.JA, List.of(), false, false);
    }
}
