package tsukasa.plan.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.Bullet;
import tsukasa.kernel.chart.Sparkline;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// All thresholds of a plan on one screen.
///
/// @param sentence the result in one plain sentence
public record IndicatorsPage(
        Frame frame,
        String plan,
        String planTitle,
        int thresholds,
        String asOf,
        Field when,
        String sentence,
        List<Tally> tallies,
        List<Group> groups,
        List<Rule> rules,
        List<Method> methods)
        implements Page {

    /// How many stand where, and the address that shows only those.
    public record Tally(Status status, String word, int count, String address, boolean current) {}

    public record Group(String title, List<Row> rows) {}

    /// @param exact    the value as a fraction
    /// @param expected where it should be by now
    public record Row(
            String id,
            boolean core,
            String title,
            String address,
            String value,
            String unit,
            String exact,
            boolean counted,
            String target,
            String expected,
            String forecast,
            Bullet bullet,
            Sparkline spark,
            Status status,
            String word,
            @Nullable String problem) {}

    public record Rule(Status status, String word, String meaning) {}

    /// @param thresholds whose forecasts were made this way
    public record Method(String words, String thresholds) {}

    @Override
    public String title() {
        return frame.say(planTitle + "　" + thresholds + "の目標", "The " + thresholds + " targets, " + planTitle);
    }
}
