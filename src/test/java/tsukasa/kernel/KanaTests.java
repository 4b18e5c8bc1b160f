package tsukasa.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KanaTests {
    @Test
    void every_sound_goes_into_the_other_kana_and_back() {
        for (char c = 'ぁ'; c <= 'ゖ'; c++) {
            String one = String.valueOf(c);
            assertThat(Kana.katakana(one)).isNotEqualTo(one);
            assertThat(Kana.hiragana(Kana.katakana(one))).isEqualTo(one);
        }
        assertThat(Kana.katakana("さーばー")).isEqualTo("サーバー");
    }

    @Test
    void what_is_no_kana_stays_as_it_is() {
        assertThat(Kana.katakana("無線LAN・ー、ヷ")).isEqualTo("無線LAN・ー、ヷ");
        assertThat(Kana.hiragana("無線LAN・ー、ヷ")).isEqualTo("無線LAN・ー、ヷ");
    }
}
