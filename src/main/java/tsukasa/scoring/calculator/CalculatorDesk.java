package tsukasa.scoring.calculator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScores;
import tsukasa.scoring.CvssVector;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.MetricGroup;
import tsukasa.scoring.calculator.CvssPage.Line;
import tsukasa.scoring.calculator.CvssPage.Result;

/// Puts the calculator together, from a vector or from what was chosen on the form.
@Component
class CalculatorDesk {
    private static final int SHOWN = 300;
    private final CvssReader reader;

    CalculatorDesk(CvssReader reader) {
        this.reader = reader;
    }

    CvssPage ofVector(Frame frame, String written) {
        return switch (reader.read(written)) {
            case CvssReading.Read read -> page(frame, read);
            case CvssReading.Refused refused -> {
                String sentence = frame.say(refused.why())
                        + (refused.position() > 0 && !refused.why().ja().startsWith(refused.position() + "文字目")
                                ? frame.say(
                                        "（" + refused.position() + "文字目）",
                                        " (At character " + refused.position() + ".)")
                                : "");
                yield new CvssPage(
                        frame,
                        CvssVersion.V3_1,
                        printable(written),
                        Errors.none().with("vector", sentence),
                        reader.metrics(CvssVersion.V3_1),
                        Map.of(),
                        Optional.empty());
            }
        };
    }

    /// What came is shown again to be corrected, but not all of a megabyte.
    private static String printable(String written) {
        String shown = written.length() <= SHOWN ? written : written.substring(0, SHOWN);
        return shown.replaceAll("\\p{Cntrl}", " ");
    }

    /// @param sent what the form sent, value by metric; what is no value of that metric counts as not chosen
    CvssPage ofChoices(Frame frame, CvssVersion version, Map<String, String> sent) {
        List<CvssMetric> metrics = reader.metrics(version);
        Map<String, String> chosen = new LinkedHashMap<>();
        for (CvssMetric metric : metrics) {
            metric.value(sent.getOrDefault(metric.id(), "")).ifPresent(value -> chosen.put(metric.id(), value.id()));
        }
        String vector = version.prefix()
                + chosen.entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .collect(Collectors.joining("/"));
        boolean complete = metrics.stream()
                .allMatch(metric -> metric.group() != MetricGroup.BASE || chosen.containsKey(metric.id()));
        return complete && reader.read(vector) instanceof CvssReading.Read read
                ? page(frame, read)
                : new CvssPage(frame, version, "", Errors.none(), metrics, chosen, Optional.empty());
    }

    private CvssPage page(Frame frame, CvssReading.Read read) {
        CvssVector vector = read.vector();
        Map<String, String> chosen = new LinkedHashMap<>();
        vector.metrics().forEach(each -> chosen.put(each.metric(), each.value()));
        Result result = new Result(
                vector.text(),
                read.scores().overall(),
                lines(frame, vector.version(), read.scores()),
                reader.picture(vector, read.scores()),
                reader.explain(vector));
        return new CvssPage(
                frame,
                vector.version(),
                "",
                Errors.none(),
                reader.metrics(vector.version()),
                chosen,
                Optional.of(result));
    }

    private static List<Line> lines(Frame frame, CvssVersion version, CvssScores scores) {
        List<Line> lines = new ArrayList<>();
        boolean fourth = version == CvssVersion.V4_0;
        lines.add(new Line(frame.say("基本値", "Base"), scores.base()));
        scores.temporal()
                .ifPresent(score -> lines.add(
                        new Line(fourth ? frame.say("脅威を含む値", "With threat") : frame.say("現状値", "Temporal"), score)));
        scores.environmental().ifPresent(score -> lines.add(new Line(frame.say("環境値", "Environmental"), score)));
        return lines;
    }
}
