package tsukasa.front.home;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.front.home.HomePage.Figure;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.chart.Bullet;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Indicator;
import tsukasa.plan.ThresholdStanding;

/// The four figures of the front page: core goals first, and only what has been counted.
final class Figures {
    private static final int SHOWN = 4;

    private Figures() {}

    static List<Figure> of(Frame frame, List<ThresholdStanding> standings) {
        return standings.stream()
                .filter(standing ->
                        standing.value().isPresent() && !standing.unit().ratio())
                .sorted(java.util.Comparator.comparing((ThresholdStanding s) -> !living(s))
                        .thenComparing(s -> !s.indicator().flags().contains(Indicator.Flag.CORE_GOAL)))
                .limit(SHOWN)
                .map(standing -> figure(frame, standing))
                .toList();
    }

    /// Counted from a service's own records rather than from what staff entered.
    private static boolean living(ThresholdStanding standing) {
        return standing.threshold().query().sources().stream().noneMatch(source -> source.startsWith("plan."));
    }

    private static Figure figure(Frame frame, ThresholdStanding standing) {
        Fraction value = standing.value().orElse(Fraction.ZERO);
        String unit = frame.say(standing.unit().title());
        String target = frame.writing().amount(standing.target(), false);
        return new Figure(
                frame.say(standing.threshold().title()),
                frame.writing().amount(value, false),
                unit,
                standing.link(),
                frame.say("目標 ", "Target ") + target,
                status(standing.status()),
                bullet(frame, standing));
    }

    private static Bullet bullet(Frame frame, ThresholdStanding standing) {
        String share =
                standing.achievement().map(a -> frame.writing().percent(a)).orElse("－");
        return new Bullet(
                frame.say("目標の" + share, share + " of the target"),
                drawn(standing.value()),
                drawn(standing.expected()),
                drawn(standing.forecast().map(ThresholdStanding.Forecast::value)),
                standing.target().approximate());
    }

    private static @Nullable Double drawn(Optional<Fraction> amount) {
        return amount.map(Fraction::approximate).orElse(null);
    }

    private static Status status(ThresholdStanding.Status status) {
        return switch (status) {
            case REACHED -> Status.ACHIEVED;
            case ON_TRACK -> Status.ON_TRACK;
            case BEHIND -> Status.SLIGHTLY_BEHIND;
            case AT_RISK -> Status.AT_RISK;
            case NOT_YET, UNCOUNTABLE -> Status.NOT_COUNTED_YET;
        };
    }
}
