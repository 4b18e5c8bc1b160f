package tsukasa.cycle.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closing.ClosedValue;
import tsukasa.cycle.Closing.State;
import tsukasa.cycle.Closings;
import tsukasa.cycle.Period;
import tsukasa.identity.Permission;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.FrozenCounts.Comparison;
import tsukasa.plan.FrozenCounts.Knowledge;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.Threshold;

/// Draws the pages of closing.
@Component
class ClosingViews {
    static final String BASE = "/staff/closings";
    private static final int DIGITS_SHOWN = 12;
    private final Closings closings;
    private final FrozenCounts frozen;
    private final PlanShelf shelf;
    private final java.time.Clock clock;

    ClosingViews(Closings closings, FrozenCounts frozen, PlanShelf shelf, java.time.Clock clock) {
        this.closings = closings;
        this.frozen = frozen;
        this.shelf = shelf;
        this.clock = clock;
    }

    ClosingsPage list(Frame frame, Plan plan) {
        List<Closing> all = closings.of(plan.id());
        List<ClosingsPage.Line> lines = Period.of(plan.year()).stream()
                .map(period -> line(frame, plan, period, latest(all, period)))
                .toList();
        List<Tab> plans = shelf.plans().size() < 2
                ? List.of()
                : shelf.plans().stream()
                        .map(p ->
                                new Tab(frame.writing().year(p.year()), BASE + "/" + p.id(), p.id().equals(plan.id())))
                        .toList();
        return new ClosingsPage(frame, frame.say(plan.title()), plans, next(frame, lines), lines);
    }

    private static Optional<Closing> latest(List<Closing> all, Period period) {
        return all.stream().filter(closing -> closing.period().equals(period)).findFirst();
    }

    private static String next(Frame frame, List<ClosingsPage.Line> lines) {
        return lines.stream()
                .filter(line -> line.address() != null && line.status() != Status.ACCEPTED)
                .findFirst()
                .map(line -> frame.say(line.title() + "は、まだ締めていません。", line.title() + " is not closed yet."))
                .orElse(frame.say("終わった期間は、すべて締めました。", "Every period that is over is closed."));
    }

    private ClosingsPage.Line line(Frame frame, Plan plan, Period period, Optional<Closing> closing) {
        String title = frame.say(period.part().title());
        String last = frame.writing().date(period.last());
        if (closing.isEmpty() && !period.over(clock.instant())) {
            return new ClosingsPage.Line(
                    title,
                    last,
                    null,
                    frame.say("期間中", "Running"),
                    frame.say(last + "の終わりまで", "Until the end of " + last),
                    null);
        }
        return new ClosingsPage.Line(
                title,
                last,
                closing.map(c -> status(c.state())).orElse(Status.TO_BE_CHECKED),
                closing.map(c -> frame.say(c.state().title())).orElse(frame.say("未了", "Not closed")),
                closing.map(c -> c.latest().byName() + "　"
                                + frame.writing().minute(c.latest().at()))
                        .orElse(""),
                BASE + "/" + plan.id() + "/" + period.part().slug());
    }

    static Status status(State state) {
        return switch (state) {
            case PROPOSED -> Status.IN_REVIEW;
            case CLOSED -> Status.ACCEPTED;
            case RETURNED -> Status.WAITING_FOR_CORRECTION;
            case REOPENED -> Status.WITHDRAWN;
        };
    }

    ClosingPage one(
            Frame frame, Visitor visitor, Plan plan, Period period, boolean compare, Errors errors, int answer) {
        List<Closing> all = closings.of(plan.id()).stream()
                .filter(closing -> closing.period().equals(period))
                .toList();
        Optional<Closing> shown = all.stream().filter(c -> c.state().live()).findFirst();
        String base = BASE + "/" + plan.id() + "/" + period.part().slug();
        return new ClosingPage(
                frame,
                base,
                frame.say(plan.title()) + "　" + frame.say(period.part().title()),
                lead(frame, period, shown),
                shown.map(c -> status(c.state())).orElse(null),
                shown.map(c -> frame.say(c.state().title())).orElse(""),
                shown.map(Closing::id).orElse(0L),
                compare,
                shown.map(c -> c.values().stream()
                                .map(value -> line(frame, plan, base, value, compare))
                                .toList())
                        .orElse(List.of()),
                shown.map(c -> moments(frame, c)).orElse(List.of()),
                all.stream()
                        .filter(c -> !c.state().live())
                        .flatMap(c -> moments(frame, c).stream())
                        .toList(),
                shown.isEmpty() && visitor.may(Permission.PROPOSE_CLOSINGS),
                shown.map(c -> c.state() == State.PROPOSED
                                && hindrance(frame, c, visitor).isEmpty())
                        .orElse(false),
                shown.map(c -> c.state() == State.CLOSED).orElse(false) && visitor.may(Permission.CLOSE_PERIODS),
                shown.flatMap(c -> hindrance(frame, c, visitor)).orElse(null),
                shown.map(ClosingViews::missing).orElse(0),
                errors,
                answer);
    }

    /// Why this reader cannot close what is proposed.
    private static Optional<String> hindrance(Frame frame, Closing closing, Visitor visitor) {
        if (closing.state() != State.PROPOSED) {
            return Optional.empty();
        }
        if (!visitor.may(Permission.CLOSE_PERIODS)) {
            return Optional.of(frame.say("役員が確かめて締めます。", "An executive checks it and closes it."));
        }
        return ClosingDesk.proposedBy(closing, visitor)
                ? Optional.of(frame.say(
                        "自分で申請したものです。ほかの人に確かめてもらってください。", "You proposed it yourself. Ask somebody else to check it."))
                : Optional.empty();
    }

    private static int missing(Closing closing) {
        return (int) closing.values().stream()
                .filter(value -> value.frozen().isEmpty())
                .count();
    }

    private static String lead(Frame frame, Period period, Optional<Closing> shown) {
        String last = frame.writing().date(period.last());
        return shown.map(closing -> frame.say(
                        last + "までの数を、" + frame.writing().minute(closing.knownAt()) + "までに記録されたもので数えました。",
                        "Counted up to " + last + " from what was recorded by "
                                + frame.writing().minute(closing.knownAt()) + "."))
                .orElse(frame.say(
                        "締めると、" + last + "までの数と、そのもとになった行が固定されます。",
                        "Closing fixes the numbers up to " + last + " and the rows they are counted from."));
    }

    private static List<Moment> moments(Frame frame, Closing closing) {
        List<Moment> moments = new ArrayList<>();
        for (Closing.Event event : closing.events().reversed()) {
            String when = frame.writing().minute(event.at());
            String what = frame.say(
                            event.became() == State.PROPOSED
                                    ? asked()
                                    : event.became().title()) + "　"
                    + event.byName()
                    + event.reason().map(reason -> "　" + reason).orElse("");
            moments.add(moments.isEmpty() ? Moment.latest(when, what) : Moment.past(when, what));
        }
        return moments;
    }

    private static tsukasa.kernel.Text asked() {
        return tsukasa.kernel.Text.of("申請", "Proposed");
    }

    private ClosingPage.Line line(Frame frame, Plan plan, String base, ClosedValue value, boolean compare) {
        Optional<Threshold> threshold = threshold(plan, value.threshold());
        String title = threshold.map(t -> frame.say(t.title())).orElse(value.threshold());
        Optional<FrozenCount> count = value.frozen().flatMap(frozen::find);
        if (count.isEmpty()) {
            return new ClosingPage.Line(
                    value.threshold(),
                    title,
                    "",
                    threshold.map(t -> target(frame, t)).orElse(""),
                    "",
                    "",
                    null,
                    null,
                    value.obstacle().map(frame::say).orElse(""),
                    null);
        }
        Optional<Comparison> now =
                threshold.filter(t -> compare).map(t -> frozen.compare(count.get(), t.query(), Knowledge.OF_NOW, 0));
        return new ClosingPage.Line(
                value.threshold(),
                title,
                figure(frame, threshold, value(threshold, count.get())),
                threshold.map(t -> target(frame, t)).orElse(""),
                frame.writing().number(count.get().rows()),
                count.get().digest().substring(0, DIGITS_SHOWN),
                now.map(comparison -> nowCounted(frame, threshold, count.get(), comparison))
                        .orElse(null),
                now.map(ClosingViews::status).orElse(null),
                null,
                base + "/" + value.threshold());
    }

    static Optional<Threshold> threshold(Plan plan, String id) {
        return plan.thresholds().stream().filter(t -> t.id().equals(id)).findFirst();
    }

    private static String nowCounted(
            Frame frame, Optional<Threshold> threshold, FrozenCount count, Comparison comparison) {
        return switch (comparison) {
            case Comparison.Same same -> figure(frame, threshold, value(threshold, count));
            case Comparison.Different different ->
                figure(frame, threshold, different.now().value());
            case Comparison.NotCounted reason -> frame.say(reason.reason().what());
        };
    }

    static Status status(Comparison comparison) {
        return switch (comparison) {
            case Comparison.Same same -> Status.MATCHES;
            case Comparison.Different different -> Status.DIFFERS;
            case Comparison.NotCounted reason -> Status.TO_BE_CHECKED;
        };
    }

    /// A share of nothing is no share, not even none.
    static Optional<Fraction> value(Optional<Threshold> threshold, FrozenCount count) {
        boolean share = threshold.map(t -> t.unit().ratio()).orElse(false);
        return share && count.rows() == 0 ? Optional.empty() : count.value();
    }

    static String figure(Frame frame, Optional<Threshold> threshold, Optional<Fraction> value) {
        if (value.isEmpty()) {
            return "－";
        }
        boolean ratio = threshold.map(t -> t.unit().ratio()).orElse(!value.get().isWhole());
        String unit = threshold.map(t -> frame.say(t.unit().title())).orElse("");
        return ratio
                ? frame.writing().percentCut(value.get())
                : frame.writing().number(value.get().numerator().longValueExact())
                        + (frame.japanese() ? unit : " " + unit).stripTrailing();
    }

    private static String target(Frame frame, Threshold threshold) {
        Fraction target = threshold.target();
        boolean odd =
                threshold.unit().ratio() && !target.times(Fraction.of(100)).isWhole();
        return odd ? target.toString() : figure(frame, Optional.of(threshold), Optional.of(target));
    }
}
