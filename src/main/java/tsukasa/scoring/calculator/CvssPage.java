package tsukasa.scoring.calculator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.ScorePicture;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Tab;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssScore;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.MetricExplanation;
import tsukasa.scoring.MetricGroup;

/// The calculator: what is chosen, and once every base metric is, the scores.
///
/// @param typed   the vector that was sent to be read, as it came
/// @param metrics every metric of the version
/// @param chosen  value by metric
/// @param result  empty until every base metric is chosen
public record CvssPage(
        Frame frame,
        CvssVersion version,
        String typed,
        Errors errors,
        List<CvssMetric> metrics,
        Map<String, String> chosen,
        Optional<Result> result)
        implements Page {
    public CvssPage {
        metrics = List.copyOf(metrics);
        chosen = Map.copyOf(chosen);
    }

    /// @param scores one line for each group that counts, the overall score last
    public record Result(
            String vector, CvssScore overall, List<Line> scores, ScorePicture picture, List<MetricExplanation> words) {}

    public record Line(String title, CvssScore score) {}

    @Override
    public String title() {
        String title = heading();
        return errors.isEmpty() ? title : frame.say("エラー：", "Error: ") + title;
    }

    public String heading() {
        return frame.say("CVSS計算", "CVSS calculator");
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    public List<Tab> tabs() {
        return Arrays.stream(CvssVersion.values())
                .sorted(java.util.Comparator.reverseOrder())
                .map(each -> new Tab("CVSS " + each.number(), "/cvss?version=" + each.number(), each == version))
                .toList();
    }

    public List<MetricGroup> groups() {
        return metrics.stream().map(CvssMetric::group).distinct().toList();
    }

    public List<CvssMetric> of(MetricGroup group) {
        return metrics.stream().filter(metric -> metric.group() == group).toList();
    }

    /// What is not chosen is not defined; a base metric has no such value and stays open.
    public boolean isChosen(CvssMetric metric, CvssMetric.Value value) {
        String said = chosen.get(metric.id());
        return said == null ? value.undefined() : said.equals(value.id());
    }

    /// Something in this optional group counts.
    public boolean used(MetricGroup group) {
        return of(group).stream().anyMatch(metric -> {
            String said = chosen.get(metric.id());
            return said != null
                    && metric.value(said).filter(value -> !value.undefined()).isPresent();
        });
    }

    public long left() {
        return of(MetricGroup.BASE).stream()
                .filter(metric -> !chosen.containsKey(metric.id()))
                .count();
    }

    public String word(CvssScore score) {
        return frame.say(version.word(score.severity()));
    }

    public Field vector() {
        return Field.text("vector", frame.say("ベクトル", "Vector"))
                .hint(frame.say(
                        "例：CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N　2.0 は AV:N/AC:L/Au:N/C:P/I:P/A:P",
                        "Like CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N, or in 2.0 AV:N/AC:L/Au:N/C:P/I:P/A:P"))
                .value(typed.isEmpty() ? result.map(Result::vector).orElse("") : typed)
                .errors(errors);
    }

    public @Nullable String shared() {
        return result.map(found -> "/cvss?vector=" + found.vector()).orElse(null);
    }
}
