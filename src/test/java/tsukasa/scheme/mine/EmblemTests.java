package tsukasa.scheme.mine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmblemTests {
    @Test
    void a_mark_has_as_many_stars_as_its_level_is_high() {
        for (int stars = 1; stars <= 3; stars++) {
            assertThat(new Emblem(stars, "印").svg().split("fill=\"#ffffff\" d=", -1))
                    .hasSize(stars + 1);
        }
    }

    @Test
    void the_name_of_a_mark_stays_words() {
        assertThat(new Emblem(1, "a & <b>").svg()).contains("<title>a &amp; &lt;b></title>");
    }
}
