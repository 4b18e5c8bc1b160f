package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What each text of `TextSamples` is read as, written down line by line and checked by eye against the text.
class StylesTests {
    private static final List<String> PLANS = TextSamples.PLANS;

    @ParameterizedTest
    @FieldSource("PLANS")
    void every_style_is_read_as_a_person_would(String name) {
        List<String> expected = new String(Readings.resource("read/" + name + ".txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(Listing.of(Readings.read(TextSamples.plan(name)))).containsExactlyElementsOf(expected);
    }
}
