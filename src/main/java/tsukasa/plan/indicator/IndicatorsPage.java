package tsukasa.plan.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
        List<Rule> rules)
        implements Page {

    /// How many stand where, and the address that shows only those.
    public record Tally(Status status, String word, int count, String address, boolean current) {}

    public record Group(String title, List<Row> rows) {}

    /// @param bullet null while there is nothing to draw
    /// @param spark  coordinates of the trend's points, from 0 to 1, empty below two points
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
            String forecast,
            @Nullable String method,
            @Nullable Bullet bullet,
            String spark,
            Status status,
            String word,
            @Nullable String problem) {}

    /// Shares of the target; the bar is cut at 130 %.
    ///
    /// @param label the same in words
    public record Bullet(
            double value,
            @Nullable Double expected,
            @Nullable Double forecast,
            String label) {
        private static final double WIDEST = 1.3;

        /// Per cent of the drawing's width.
        public String at(double share) {
            return "%.2f%%".formatted(Math.clamp(share, 0, WIDEST) / WIDEST * 99);
        }

        public boolean cut() {
            return value > WIDEST;
        }

        public boolean beyond() {
            return forecast != null && forecast > WIDEST;
        }
    }

    public record Rule(Status status, String meaning) {}

    @Override
    public String title() {
        return frame.say(planTitle + "　" + thresholds + "の目標", "The " + thresholds + " targets, " + planTitle);
    }
}
