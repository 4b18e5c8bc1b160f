package tsukasa.myjvn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tsukasa.Covers;

@Covers("Ⅰ-1-(1-2)-②-a")
class ErrorCodeTests {
    private static final Path DOCUMENTED = Path.of("src/main/java/tsukasa/myjvn/README.md");

    @Test
    void an_unknown_feed_has_the_code_that_clients_have_met() {
        assertThat(ErrorCode.FEED_UNKNOWN.code()).isEqualTo("XX00000001");
    }

    @Test
    void each_reason_has_a_code_of_its_own_and_the_table_for_clients_tells_all_of_them() throws IOException {
        assertThat(Pattern.compile("(?m)^\\| (XX[0-9]{8}) \\| \\S")
                        .matcher(Files.readString(DOCUMENTED))
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList())
                .doesNotHaveDuplicates();
    }
}
