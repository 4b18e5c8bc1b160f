package tsukasa.plan.indicator;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.Unit;

/// Figures of thresholds as they are written for a reader: never rounded up to a target they do not reach.
final class Figures {
    private static final Fraction HUNDRED = Fraction.of(100);
    private final Frame frame;
    private final Writing writing;

    Figures(Frame frame) {
        this.frame = frame;
        this.writing = frame.writing();
    }

    String value(Optional<Fraction> value, Unit unit) {
        return value.map(v -> unit.ratio() ? percentDown(v) : whole(v)).orElse("—");
    }

    /// A share is cut off, not rounded: 66.66 % never becomes 66.7 %.
    private static String percentDown(Fraction share) {
        Fraction percent = share.times(HUNDRED);
        return new java.math.BigDecimal(percent.numerator())
                .divide(new java.math.BigDecimal(percent.denominator()), 1, RoundingMode.FLOOR)
                .toPlainString();
    }

    private String whole(Fraction value) {
        BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
        boolean below = value.numerator().signum() < 0 && parts[1].signum() != 0;
        return writing.number((below ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact());
    }

    /// `70,000`; a share as the plan writes it: `55%` where that is whole, else `2/3`.
    String target(ThresholdStanding standing) {
        Fraction target = standing.target();
        if (!standing.unit().ratio()) {
            return whole(target);
        }
        Fraction percent = target.times(HUNDRED);
        return percent.isWhole() ? percent + "%" : target.toString();
    }

    /// 社, 件; for a share `%`.
    String unit(Unit unit) {
        return unit.ratio() ? "%" : frame.say(unit.title());
    }

    String exact(Optional<Fraction> value) {
        return value.map(Fraction::toString).orElse("");
    }

    /// `94.9%`, cut off.
    String percent(Fraction share) {
        return percentDown(share) + "%";
    }

    String signed(Fraction difference, Unit unit) {
        Fraction size = difference.numerator().signum() < 0 ? Fraction.ZERO.minus(difference) : difference;
        String digits = unit.ratio() ? percentDown(size) : whole(size);
        return (difference.numerator().signum() < 0 ? "△" : "+") + digits;
    }

    /// For a chart, as exact as it is written beside it: whole, or a share in per cent with one digit.
    double drawn(Fraction value, Unit unit) {
        Fraction shown = unit.ratio() ? value.times(HUNDRED) : value;
        return new java.math.BigDecimal(shown.numerator())
                .divide(new java.math.BigDecimal(shown.denominator()), unit.ratio() ? 1 : 0, RoundingMode.FLOOR)
                .doubleValue();
    }

    /// Cut off towards zero, like [#signed].
    double drawnDifference(Fraction difference, Unit unit) {
        return difference.numerator().signum() < 0
                ? -drawn(Fraction.ZERO.minus(difference), unit)
                : drawn(difference, unit);
    }

    static Status status(ThresholdStanding.Status status) {
        return switch (status) {
            case REACHED -> Status.ACHIEVED;
            case ON_TRACK -> Status.ON_TRACK;
            case BEHIND -> Status.SLIGHTLY_BEHIND;
            case AT_RISK -> Status.AT_RISK;
            case NOT_YET -> Status.NOT_COUNTED_YET;
            case UNCOUNTABLE -> Status.TO_BE_CHECKED;
        };
    }

    /// One sentence: how the year will end by the forecast.
    String sentence(ThresholdStanding standing) {
        return switch (standing.status()) {
            case UNCOUNTABLE ->
                standing.problem().map(problem -> frame.say(problem.what())).orElse("");
            case NOT_YET -> frame.say("まだ数える記録がありません。", "There is no record to count yet.");
            case REACHED -> frame.say("目標に届きました。", "The target has been reached.");
            case ON_TRACK, BEHIND, AT_RISK ->
                standing.forecastAchievement()
                        .map(share -> frame.say(
                                "年度末の予測は目標の" + percent(share) + "です。",
                                "The forecast for the end of the year is " + percent(share) + " of the target."))
                        .orElse("");
        };
    }
}
