package tsukasa.scoring.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScore;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.MetricGroup;

/// Vectors with the scores that another implementation gives them, beside the repository. Skipped where they are
/// absent.
class SharedVectorTests {
    /// `VECTOR - EXPECTED`
    private record Line(String vector, List<String> expected) {
        static Line of(String line) {
            String[] parts = line.split(" - ", -1);
            return new Line(parts[0], List.of(parts[1].replaceAll("[() ]", "").split(",", -1)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "simple2, 729",
        "random2, 100000",
        "simple3, 2592",
        "random3, 100000",
        "simple31, 2592",
        "random31, 100000",
        "simple4, 1058",
        "random4, 100000",
        "supplemental4, 576",
    })
    void every_vector_has_the_score_that_others_give_it(String name, int lines) {
        List<String> wrong = new ArrayList<>();
        List<Line> all = lines(name);
        for (Line line : all) {
            String difference = difference(line);
            if (!difference.isEmpty()) {
                wrong.add(difference);
            }
        }
        assertThat(wrong).as("%d of %d", wrong.size(), all.size()).isEmpty();
        assertThat(all).hasSize(lines);
    }

    @Test
    void what_breaks_the_order_of_4_0_is_put_in_order_and_keeps_its_score() {
        VectorReader reader = new VectorReader();
        List<String> wrong = new ArrayList<>();
        for (Line line : lines("random4")) {
            CvssReading.Read read = (CvssReading.Read) reader.read(line.vector());
            boolean refused = reader.readInOrder(line.vector()) instanceof CvssReading.Refused;
            if (!refused || !read.equals(reader.readInOrder(read.vector().text()))) {
                wrong.add(line.vector());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Empty when they agree. Where a group is not defined the list has `None` in 2.0, and in 3.x what the formula
    /// gives.
    private static String difference(Line line) {
        Parsing.Result result = Parsing.read(line.vector(), CvssVersion.V2_0, false);
        if (result.values() == null) {
            return line.vector() + " was refused: " + result.refused();
        }
        Formula.Tenths tenths = Formula.of(result.values().version()).of(result.values());
        List<Integer> got = result.values().version() == CvssVersion.V4_0
                ? List.of(tenths.environmental())
                : List.of(tenths.base(), tenths.temporal(), tenths.environmental());
        for (int i = 0; i < got.size(); i++) {
            String expected = line.expected().get(i);
            boolean none = expected.equals("None");
            if (none ? defines(result.values(), i) : !same(got.get(i), expected)) {
                return line + " but we have " + got;
            }
        }
        return contract(line, got);
    }

    private static boolean defines(Values values, int score) {
        return values.defines(score == 1 ? MetricGroup.TEMPORAL : MetricGroup.ENVIRONMENTAL);
    }

    private static boolean same(int tenths, String expected) {
        return new BigDecimal(expected).movePointRight(1).intValueExact() == tenths;
    }

    /// What other modules get is the same.
    private static String contract(Line line, List<Integer> got) {
        CvssReading.Read read = (CvssReading.Read) VectorReader.readAnew(line.vector(), CvssVersion.V2_0, false);
        boolean same = got.size() == 1
                ? read.scores().overall().tenths() == got.getFirst()
                : read.scores().base().tenths() == got.getFirst()
                        && agrees(read.scores().temporal(), got.get(1))
                        && agrees(read.scores().environmental(), got.get(2));
        return same ? "" : line + " but others get " + read.scores();
    }

    private static boolean agrees(Optional<CvssScore> score, int tenths) {
        return score.isEmpty() || score.get().tenths() == tenths;
    }

    private static List<Line> lines(String name) {
        Path shared = Path.of(
                Optional.ofNullable(System.getProperty("tsukasa.shared")).orElse("../shared"));
        Path file = shared.resolve("data/cvss/vectors_" + name + ".gz");
        assumeTrue(Files.isReadable(file), () -> file + " is not there");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            return reader.lines().map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
