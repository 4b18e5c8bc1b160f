package tsukasa.enrichment.editing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.enrichment.editing.EditorPage.Scored;
import tsukasa.enrichment.editing.EditorPage.Scores;
import tsukasa.enrichment.editing.EditorPage.Vector;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScore;
import tsukasa.scoring.CvssVector;
import tsukasa.scoring.CvssVersion;

/// Draws one field for each version of CVSS, with the score of what stands in it.
@Component
class VectorViews {
    private static final int LONGEST = 500;
    private final CvssReader reader;

    VectorViews(CvssReader reader) {
        this.reader = reader;
    }

    /// The version that a vector belongs to; what cannot be read belongs where it was typed.
    Map<CvssVersion, String> placed(List<String> vectors) {
        return vectors.stream().collect(Collectors.toMap(this::version, vector -> vector, (first, _) -> first));
    }

    private CvssVersion version(String vector) {
        return reader.read(vector) instanceof CvssReading.Read(CvssVector read, var _)
                ? read.version()
                : Arrays.stream(CvssVersion.values())
                        .filter(each -> !each.prefix().isEmpty() && vector.startsWith(each.prefix()))
                        .findFirst()
                        .orElse(CvssVersion.V2_0);
    }

    Scores scores(Frame frame, Map<CvssVersion, String> vectors, Errors errors) {
        return new Scores(Arrays.stream(CvssVersion.values())
                .sorted(Comparator.reverseOrder())
                .map(version -> vector(frame, version, vectors.getOrDefault(version, ""), errors))
                .toList());
    }

    private Vector vector(Frame f, CvssVersion version, String typed, Errors errors) {
        String name = EditorForm.field(version);
        Field field = Field.text(name, "CVSS " + version.number())
                .maxLength(LONGEST)
                .value(typed)
                .errors(errors);
        if (typed.isEmpty()) {
            return new Vector(field, Optional.empty());
        }
        return switch (reader.read(typed)) {
            case CvssReading.Read(CvssVector vector, var scores)
            when vector.version() == version ->
                new Vector(field, Optional.of(scored(f, vector, scores.overall(), reader.picture(vector, scores))));
            case CvssReading.Read(CvssVector vector, var _) ->
                new Vector(
                        field.error(f.say(
                                "これは CVSS " + vector.version().number() + " のベクトルです。その欄に書いてください。",
                                "This is a vector of CVSS " + vector.version().number() + ". Move it there.")),
                        Optional.empty());
            case CvssReading.Refused refused ->
                new Vector(field.error(f.say(refused.why()) + place(f, refused.position())), Optional.empty());
        };
    }

    private static String place(Frame f, int position) {
        return position > 0 ? f.say("（" + position + "文字目）", " (At character " + position + ".)") : "";
    }

    private Scored scored(Frame f, CvssVector vector, CvssScore score, tsukasa.kernel.chart.ScorePicture picture) {
        return new Scored(
                score.toString(),
                score.severity().status(),
                f.say(vector.version().word(score.severity())),
                picture,
                reader.explain(vector).stream()
                        .map(each -> f.say(each.metric().name())
                                + f.say("：", ": ")
                                + f.say(each.value().name())
                                + f.say("。", ". ")
                                + f.say(each.value().meaning()))
                        .toList());
    }
}
