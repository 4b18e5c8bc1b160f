package tsukasa.cycle.years;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.plan.Plan;
import tsukasa.plan.Threshold;

/// Draws one figure of an earlier year with its versions.
@Component
class YearFigureViews {
    private final PastDesk desk;

    YearFigureViews(PastDesk desk) {
        this.desk = desk;
    }

    /// What was just sent and could not be kept as it is.
    record Sent(Map<String, String> typed, int read) {}

    YearFigurePage page(
            Frame frame,
            Visitor visitor,
            Plan plan,
            String subject,
            FiscalYear year,
            @Nullable Sent sent,
            Errors errors,
            int answer) {
        List<PastFigure> history = desk.history(plan, subject, year);
        Optional<PastFigure> latest = history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
        Optional<Threshold> threshold = plan.threshold(subject);
        String example = threshold
                .map(known -> known.unit().ratio()
                        ? frame.say("66.7% か 2/3", "66.7% or 2/3")
                        : "1,234" + frame.say(known.unit().title()))
                .orElse("");
        return new YearFigurePage(
                frame,
                YearsViews.base(plan),
                YearsViews.address(plan, subject, year),
                frame.say(plan.title()),
                YearsViews.name(frame, plan, subject),
                frame.writing().year(year),
                threshold.isPresent(),
                example,
                sent != null
                        ? sent.typed()
                        : latest.map(figure -> typed(threshold, figure)).orElse(Map.of()),
                sent != null ? sent.read() : latest.map(PastFigure::version).orElse(0),
                visitor.may(Permission.COORDINATE_CYCLE),
                hindrance(frame, plan, subject, year),
                moments(frame, plan, history),
                errors,
                answer);
    }

    private @Nullable String hindrance(Frame frame, Plan plan, String subject, FiscalYear year) {
        return desk.rules(plan)
                .keeper(subject, year)
                .filter(_ -> plan.threshold(subject).isPresent())
                .map(keeper -> frame.say(
                        frame.say(keeper.title()) + "が登録されているので、締めた値を使います。記入はできません。",
                        frame.say(keeper.title()) + " is here: its closed figures are used, and none can be entered."))
                .orElse(null);
    }

    private static Map<String, String> typed(Optional<Threshold> threshold, PastFigure figure) {
        Said said = figure.said();
        Map<String, String> typed = new HashMap<>();
        boolean ratio = threshold.map(known -> known.unit().ratio()).orElse(false);
        said.target().ifPresent(target -> typed.put("target", plain(target, ratio)));
        said.value().ifPresent(value -> typed.put("value", plain(value, ratio)));
        said.budget().ifPresent(yen -> typed.put("budget", millions(yen)));
        said.settlement().ifPresent(yen -> typed.put("settlement", millions(yen)));
        said.staff().ifPresent(staff -> typed.put("staff", String.valueOf(staff)));
        typed.put("source", figure.source());
        return typed;
    }

    /// Exactly, so that what is sent unchanged is unchanged.
    static String plain(Fraction figure, boolean ratio) {
        Fraction shown = ratio ? figure.times(Fraction.of(100)) : figure;
        boolean decimal = shown.times(Fraction.of(1_000_000)).isWhole();
        return decimal ? shown.decimal(6).stripTrailingZeros().toPlainString() + (ratio ? "%" : "") : figure.toString();
    }

    static String millions(long yen) {
        return plain(Fraction.of(yen, 1_000_000), false);
    }

    private static List<Moment> moments(Frame frame, Plan plan, List<PastFigure> history) {
        List<Moment> moments = new ArrayList<>();
        for (PastFigure version : history.reversed()) {
            String when = frame.writing().minute(version.at());
            String what = YearsViews.all(frame, plan, version.subject(), version.said()) + "　" + version.byName() + "　"
                    + frame.say("出典：", "Source: ") + version.source()
                    + version.why()
                            .map(why -> "　" + frame.say("理由：", "Reason: ") + why)
                            .orElse("");
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }
}
