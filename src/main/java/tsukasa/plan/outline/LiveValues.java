package tsukasa.plan.outline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.plan.Place;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.outline.PlanPage.Value;

/// The numbers that stand beside the plan's words.
final class LiveValues {
    private LiveValues() {}

    /// By the place of the indicator.
    static Map<Place, List<Value>> byPlace(Frame frame, List<ThresholdStanding> standings) {
        return standings.stream()
                .collect(Collectors.groupingBy(
                        s -> s.indicator().place(),
                        LinkedHashMap::new,
                        Collectors.mapping(s -> of(frame, s), Collectors.toList())));
    }

    static Value of(Frame frame, ThresholdStanding standing) {
        boolean ratio = standing.unit().ratio();
        return new Value(
                standing.threshold().id(),
                frame.say(standing.threshold().title()),
                standing.value().map(v -> figure(frame, v, ratio)).orElse("—"),
                ratio ? "%" : frame.say(standing.unit().title()),
                target(frame, standing.target(), ratio),
                standing.link() + "?threshold=" + standing.threshold().id(),
                standing.value().isPresent(),
                status(standing.status()),
                frame.say(standing.status().title()));
    }

    /// Cut off, so that nothing looks reached that is not.
    private static String figure(Frame frame, Fraction value, boolean ratio) {
        Fraction shown = ratio ? value.times(Fraction.of(100)) : value;
        BigDecimal digits = new BigDecimal(shown.numerator())
                .divide(new BigDecimal(shown.denominator()), ratio ? 1 : 0, RoundingMode.FLOOR);
        return ratio ? digits.toPlainString() : frame.writing().number(digits.longValueExact());
    }

    private static String target(Frame frame, Fraction target, boolean ratio) {
        Fraction percent = target.times(Fraction.of(100));
        if (ratio) {
            return percent.isWhole() ? percent + "%" : target.toString();
        }
        return figure(frame, target, false);
    }

    private static Status status(ThresholdStanding.Status status) {
        return switch (status) {
            case REACHED -> Status.ACHIEVED;
            case ON_TRACK -> Status.ON_TRACK;
            case BEHIND -> Status.SLIGHTLY_BEHIND;
            case AT_RISK -> Status.AT_RISK;
            case NOT_YET -> Status.NOT_COUNTED_YET;
            case UNCOUNTABLE -> Status.TO_BE_CHECKED;
        };
    }
}
