package tsukasa.plan.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Comparison;
import tsukasa.kernel.page.Comparison.Figure;
import tsukasa.kernel.page.Comparison.Piece;
import tsukasa.kernel.page.Comparison.Row;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.WordDiff;
import tsukasa.plan.ClauseTrace;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanComparison;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.Threshold;

/// Puts two plans side by side, clause by clause, then target by target and cell by cell.
@Component
class Compared implements PlanComparison {
    private final PlanShelf shelf;

    Compared(PlanShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Comparison between(Frame frame, Plan earlier, Plan later, List<ClauseTrace> traces) {
        List<Figure> figures = new ArrayList<>(targets(frame, earlier, later));
        figures.addAll(CellsCompared.of(frame, earlier, later));
        return new Comparison(clauses(frame, earlier, later, traces), figures);
    }

    private List<Row> clauses(Frame frame, Plan earlier, Plan later, List<ClauseTrace> traces) {
        Map<Place, ClauseTrace> known = new HashMap<>();
        traces.forEach(trace -> trace.place().ifPresent(place -> known.put(place, trace)));
        Map<Place, String> dropped = traces.stream()
                .filter(trace -> trace.place().isEmpty() && trace.from().isPresent())
                .collect(Collectors.toMap(t -> t.from().orElseThrow(), ClauseTrace::reason, (one, other) -> one));
        Pairs pairs = new Pairs(earlier, later, known);
        List<Row> rows = new ArrayList<>();
        for (PlanItem item : later.items()) {
            String reason = Optional.ofNullable(known.get(item.place()))
                    .map(ClauseTrace::reason)
                    .orElse("");
            pairs.before(item)
                    .ifPresentOrElse(
                            was -> changed(frame, earlier, later, was, item, reason)
                                    .ifPresent(rows::add),
                            () -> rows.add(new Row(
                                    item.place().label(),
                                    address(later, item),
                                    frame.say(ClauseTrace.Fate.ADDED.title()),
                                    List.of(),
                                    List.of(new Piece(words(frame, later, item), true)),
                                    reason)));
        }
        for (PlanItem gone : pairs.gone()) {
            rows.add(new Row(
                    gone.place().label(),
                    "",
                    frame.say(ClauseTrace.Fate.DROPPED.title()),
                    List.of(new Piece(words(frame, earlier, gone), true)),
                    List.of(),
                    dropped.getOrDefault(gone.place(), "")));
        }
        return rows;
    }

    private Optional<Row> changed(Frame frame, Plan earlier, Plan later, PlanItem was, PlanItem is, String reason) {
        String before = words(frame, earlier, was);
        String after = words(frame, later, is);
        boolean moved = !was.place().equals(is.place());
        if (before.equals(after) && !moved) {
            return Optional.empty();
        }
        WordDiff.Pieces pieces = WordDiff.between(before, after);
        String kind =
                before.equals(after) ? frame.say("番号", "Renumbered") : frame.say(ClauseTrace.Fate.REWORDED.title());
        return Optional.of(new Row(
                moved
                        ? is.place().label()
                                + frame.say(
                                        "（旧" + was.place().label() + "）",
                                        " (was " + was.place().label() + ")")
                        : is.place().label(),
                address(later, is),
                kind,
                pieces.before(),
                pieces.after(),
                reason));
    }

    /// Only of what stands so in the plan in force.
    private String address(Plan plan, PlanItem item) {
        return shelf.plan(plan.id())
                .flatMap(now -> now.item(item.place()))
                .filter(now -> now.title().equals(item.title()))
                .map(now -> "/plan/" + plan.id() + "/places/" + item.place().slug())
                .orElse("");
    }

    /// All that a clause says, as one text.
    private static String words(Frame frame, Plan plan, PlanItem item) {
        StringBuilder words = new StringBuilder(frame.say(item.title()));
        item.department()
                .flatMap(plan::department)
                .ifPresent(department -> words.append(frame.say("（", " ("))
                        .append(frame.say(department.title()))
                        .append(frame.say("）", ")")));
        item.outcome()
                .ifPresent(outcome ->
                        words.append(frame.say("　めざす姿：", ". Outcome: ")).append(frame.say(outcome)));
        item.service()
                .ifPresent(service ->
                        words.append(frame.say("　サービス：", ". Service: ")).append(frame.say(service.title())));
        if (item.none()) {
            words.append(frame.say("　なし", ". None"));
        }
        return words.toString();
    }

    private static List<Figure> targets(Frame frame, Plan earlier, Plan later) {
        Map<String, Threshold> before = byId(earlier.thresholds(), Threshold::id);
        Map<String, Threshold> after = byId(later.thresholds(), Threshold::id);
        List<Figure> figures = new ArrayList<>();
        for (String id : together(before, after)) {
            String was = Optional.ofNullable(before.get(id))
                    .map(t -> target(frame, t))
                    .orElse("");
            String is = Optional.ofNullable(after.get(id))
                    .map(t -> target(frame, t))
                    .orElse("");
            if (!was.equals(is)) {
                Text title = Optional.ofNullable(after.get(id))
                        .orElseGet(() -> Objects.requireNonNull(before.get(id)))
                        .title();
                figures.add(new Figure(id, frame.say(title), was, is));
            }
        }
        figures.addAll(others(frame, earlier, later));
        return figures;
    }

    private static List<Figure> others(Frame frame, Plan earlier, Plan later) {
        Map<String, OtherTarget> before = byId(earlier.targets(), OtherTarget::id);
        Map<String, OtherTarget> after = byId(later.targets(), OtherTarget::id);
        List<Figure> figures = new ArrayList<>();
        for (String id : together(before, after)) {
            String was = Optional.ofNullable(before.get(id))
                    .map(t -> other(frame, t))
                    .orElse("");
            String is =
                    Optional.ofNullable(after.get(id)).map(t -> other(frame, t)).orElse("");
            if (!was.equals(is)) {
                OtherTarget named =
                        Optional.ofNullable(after.get(id)).orElseGet(() -> Objects.requireNonNull(before.get(id)));
                figures.add(new Figure(id, frame.say(named.title()), was, is));
            }
        }
        return figures;
    }

    private static String other(Frame frame, OtherTarget target) {
        String figure = target.value() + frame.say("", " ") + frame.say(target.unit());
        return switch (target.comparator()) {
            case ">=" -> frame.say(figure + "以上", "at least " + figure);
            case "<=" -> frame.say(figure + "以下", "at most " + figure);
            case "by" -> frame.say(target.value() + "まで", "by " + target.value());
            default -> figure;
        };
    }

    private static String target(Frame frame, Threshold threshold) {
        boolean ratio = threshold.unit().ratio();
        String amount = frame.writing().amount(threshold.target(), ratio);
        String figure = ratio
                ? amount
                : amount + frame.say("", " ") + frame.say(threshold.unit().title());
        return switch (threshold.comparator()) {
            case AT_LEAST -> frame.say(figure + "以上", "at least " + figure);
            case AT_MOST -> frame.say(figure + "以下", "at most " + figure);
            case EQUAL -> figure;
        };
    }

    static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
        return values.stream()
                .collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    static Set<String> together(Map<String, ?> before, Map<String, ?> after) {
        return Stream.concat(after.keySet().stream(), before.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
