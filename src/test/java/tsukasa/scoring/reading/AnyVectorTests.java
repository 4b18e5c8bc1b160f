package tsukasa.scoring.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssReading.Read;
import tsukasa.scoring.CvssVersion;
import us.springett.cvss.Cvss;
import us.springett.cvss.Score;

/// What holds for every vector, tried on vectors drawn at random, and a second opinion where another library can be
/// asked.
class AnyVectorTests {
    private static final int TRIED = 2_000;
    private final VectorReader reader = new VectorReader();
    private final long seed = Long.getLong("tsukasa.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource
    void a_canonical_text_read_again_gives_itself(CvssVersion version) {
        for (int i = 0; i < TRIED; i++) {
            String written = any(version);
            Read read = (Read) reader.read(written);
            assertThat(reader.readInOrder(read.vector().text()))
                    .as("%s, seed %d", written, seed)
                    .isEqualTo(read);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_order_of_the_metrics_changes_nothing(CvssVersion version) {
        for (int i = 0; i < TRIED; i++) {
            String written = any(version);
            List<String> parts = new ArrayList<>(
                    List.of(written.substring(version.prefix().length()).split("/", -1)));
            Collections.shuffle(parts, random);
            assertThat(reader.read(version.prefix() + String.join("/", parts)))
                    .as("%s, seed %d", written, seed)
                    .isEqualTo(reader.read(written));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_remembered_is_what_was_read(CvssVersion version) {
        String written = any(version);
        assertThat(reader.read(written))
                .as("%s, seed %d", written, seed)
                .isEqualTo(VectorReader.readAnew(written, CvssVersion.V2_0, false))
                .isEqualTo(reader.read(written));
    }

    /// It calculates base and temporal scores of 2.0 and 3.0, all of 3.1, and 4.0 with binary fractions, so that a
    /// score
    /// may be a tenth too small.
    @ParameterizedTest
    @EnumSource
    void another_library_agrees_where_it_can_be_asked(CvssVersion version) {
        for (int i = 0; i < TRIED; i++) {
            Read read = (Read) reader.read(any(version));
            Score other = Cvss.fromVector(read.vector().text()).calculateScore();
            double overall = read.scores().overall().value().doubleValue();
            double base = read.scores().base().value().doubleValue();
            if (version == CvssVersion.V4_0) {
                assertThat(other.getBaseScore())
                        .as("%s, seed %d", read.vector(), seed)
                        .isCloseTo(overall, within(0.101));
            } else {
                assertThat(other.getBaseScore())
                        .as("%s, seed %d", read.vector(), seed)
                        .isEqualTo(base);
            }
            if (version == CvssVersion.V3_1 && read.scores().environmental().isPresent()) {
                assertThat(other.getEnvironmentalScore())
                        .as("%s, seed %d", read.vector(), seed)
                        .isEqualTo(overall);
            }
        }
    }

    private String any(CvssVersion version) {
        return version.prefix()
                + reader.metrics(version).stream()
                        .filter(metric -> !metric.group().optional() || random.nextBoolean())
                        .map(this::any)
                        .collect(Collectors.joining("/"));
    }

    private String any(CvssMetric metric) {
        return metric.id() + ":"
                + metric.values().get(random.nextInt(metric.values().size())).id();
    }
}
