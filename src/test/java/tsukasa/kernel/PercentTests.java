package tsukasa.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTests {
    private static String encoded(String text, String plain) {
        StringBuilder out = new StringBuilder();
        Percent.encode(out, text, plain);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "50% off", "%", "風", "\uD83D\uDE00/~", "%41", "a b\tc"})
    void what_is_encoded_reads_back_the_same(String text) {
        assertThat(Percent.decode(encoded(text, ""))).isEqualTo(new Percent.Plain(text));
    }

    @Test
    void letters_digits_and_the_named_signs_stay_as_they_are_and_the_rest_is_in_upper_case() {
        assertThat(encoded("aZ9.-/風", ".-")).isEqualTo("aZ9.-%2F%E9%A2%A8");
        assertThat(encoded("a/b", "/")).isEqualTo("a/b");
    }

    @ParameterizedTest
    @CsvSource({"a%4, 1", "%, 0", "ab%zz, 2", "%4g, 0", "風%, 3"})
    void a_percent_sign_without_two_digits_is_pointed_at(String text, int at) {
        assertThat(Percent.decode(text)).isEqualTo(new Percent.Unfinished(at));
    }

    @Test
    void digits_may_be_of_either_case_and_what_is_no_text_is_said_to_be_none() {
        assertThat(Percent.decode("%e9%A2%a8")).isEqualTo(new Percent.Plain("風"));
        assertThat(Percent.decode("%E9%A2")).isEqualTo(new Percent.NoText());
        assertThat(Percent.decode("%C0%AF")).isEqualTo(new Percent.NoText());
    }
}
