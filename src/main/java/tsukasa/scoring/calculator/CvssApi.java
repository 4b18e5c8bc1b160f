package tsukasa.scoring.calculator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.openapi.Described;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScore;
import tsukasa.scoring.CvssScores;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.MetricExplanation;

@RestController
class CvssApi {
    private final CvssReader reader;

    CvssApi(CvssReader reader) {
        this.reader = reader;
    }

    /// @param overall       the score that counts everything the vector says
    /// @param temporal      null where the vector defines no temporal or threat metric
    /// @param environmental null where the vector defines no environmental metric
    record ScoredVector(
            String version,
            String vector,
            Score overall,
            Score base,
            Optional<Score> temporal,
            Optional<Score> environmental,
            List<Explained> metrics) {}

    record Score(BigDecimal score, String severity, Text severityName) {}

    record Explained(String metric, String value, String group, Text metricName, Text valueName, Text meaning) {}

    @GetMapping(path = "/api/cvss", produces = MediaType.APPLICATION_JSON_VALUE)
    @Described(
            "The scores of a CVSS vector (2.0, 3.0, 3.1, 4.0), the vector in its canonical form, and each metric in words")
    ScoredVector score(@RequestParam String vector) {
        return switch (reader.read(vector)) {
            case CvssReading.Read read -> json(read);
            case CvssReading.Refused refused ->
                throw Problem.invalid(
                        refused.why(),
                        refused.position() > 0
                                ? Text.of(
                                        refused.position() + "文字目を直してください。",
                                        "Correct the vector at character " + refused.position() + ".")
                                : Text.of(
                                        "ベクトル全体を、vector に入れて送ってください。",
                                        "Send the whole vector in the parameter vector."));
        };
    }

    private ScoredVector json(CvssReading.Read read) {
        CvssVersion version = read.vector().version();
        CvssScores scores = read.scores();
        return new ScoredVector(
                version.number(),
                read.vector().text(),
                json(version, scores.overall()),
                json(version, scores.base()),
                scores.temporal().map(score -> json(version, score)),
                scores.environmental().map(score -> json(version, score)),
                reader.explain(read.vector()).stream().map(CvssApi::json).toList());
    }

    private static Score json(CvssVersion version, CvssScore score) {
        return new Score(score.value(), score.severity().name(), version.word(score.severity()));
    }

    private static Explained json(MetricExplanation each) {
        return new Explained(
                each.metric().id(),
                each.value().id(),
                each.metric().group().name(),
                each.metric().name(),
                each.value().name(),
                each.value().meaning());
    }
}
