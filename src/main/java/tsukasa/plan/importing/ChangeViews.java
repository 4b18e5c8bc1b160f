package tsukasa.plan.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Comparison.Piece;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.WordDiff;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanChange;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanReader;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.importing.ReadingChangesPage.Clause;
import tsukasa.plan.importing.ReadingChangesPage.Figure;
import tsukasa.plan.importing.ReadingChangesPage.Tone;

/// Compares a reading with the version in force: word by word with an earlier text, by places and figures with a
/// package, whose words are its own.
@Component
class ChangeViews {
    private final ReadingViews views;
    private final ReadingDesk desk;
    private final ReadingStore store;
    private final PlanReader reader;
    private final PlanShelf shelf;

    ChangeViews(ReadingViews views, ReadingDesk desk, ReadingStore store, PlanReader reader, PlanShelf shelf) {
        this.views = views;
        this.desk = desk;
        this.store = store;
        this.reader = reader;
        this.shelf = shelf;
    }

    ReadingChangesPage changes(Frame frame, OpenReading reading, Visitor visitor) {
        ReadingPage.Head head = views.head(frame, reading, visitor, "changes");
        Optional<String> plan = reading.year().map(y -> y.slug());
        Optional<OpenReading> earlier = plan.flatMap(
                        p -> store.acceptedBefore(p, reading.stored().number()))
                .flatMap(s -> s.acceptance().map(a -> desk.open(s, a.version())));
        if (earlier.isPresent()) {
            return page(
                    frame,
                    head,
                    earlier.get().stored().id() + "　" + earlier.get().stored().title(),
                    clauses(frame, earlier.get(), reading),
                    targets(frame, found(earlier.get().read().indicators()), reading),
                    cells(frame, earlier.get().read().tables(), reading));
        }
        Optional<Plan> onShelf =
                reading.stored().acceptance().isPresent() ? Optional.empty() : plan.flatMap(shelf::plan);
        return onShelf.map(p -> page(
                        frame,
                        head,
                        frame.say(p.title()),
                        clauses(frame, p, reading),
                        targets(frame, planned(p), reading),
                        cells(frame, p.tables(), reading)))
                .orElseGet(() -> new ReadingChangesPage(frame, head, null, "", List.of(), List.of(), List.of()));
    }

    private static ReadingChangesPage page(
            Frame frame,
            ReadingPage.Head head,
            String against,
            List<Clause> clauses,
            List<Figure> targets,
            List<Figure> cells) {
        boolean same = clauses.isEmpty() && targets.isEmpty() && cells.isEmpty();
        String sentence = same
                ? frame.say("違いはありません。", "Nothing differs.")
                : frame.say(
                        "項目%d、目標%d、表の数字%dに違いがあります。".formatted(clauses.size(), targets.size(), cells.size()),
                        "%d items, %d targets and %d cells differ."
                                .formatted(clauses.size(), targets.size(), cells.size()));
        return new ReadingChangesPage(frame, head, against, sentence, clauses, targets, cells);
    }

    private List<Clause> clauses(Frame frame, OpenReading earlier, OpenReading now) {
        List<Clause> clauses = new ArrayList<>();
        for (PlanChange change :
                reader.changes(earlier.read().document(), now.read().document())) {
            switch (change) {
                case PlanChange.Added(Node item) -> clauses.add(added(frame, item.place(), item.text()));
                case PlanChange.Removed(Node item) -> clauses.add(removed(frame, item.place(), item.text()));
                case PlanChange.Reworded(Node before, Node after) ->
                    clauses.add(changed(frame.say("文言", "Reworded"), before, after));
                case PlanChange.Moved(Node before, Node after, boolean reworded) ->
                    clauses.add(changed(
                            reworded ? frame.say("移動・文言", "Moved and reworded") : frame.say("移動", "Moved"),
                            before,
                            after));
                case PlanChange.Unchanged unchanged -> {}
            }
        }
        return clauses;
    }

    private static Clause added(Frame frame, Place place, String words) {
        return new Clause(
                frame.say("追加", "Added"), Tone.ADDED, place.value(), null, List.of(), List.of(new Piece(words, true)));
    }

    private static Clause removed(Frame frame, Place place, String words) {
        return new Clause(
                frame.say("削除", "Removed"),
                Tone.REMOVED,
                place.value(),
                null,
                List.of(new Piece(words, true)),
                List.of());
    }

    private static Clause changed(String kind, Node before, Node after) {
        WordDiff.Pieces pieces = WordDiff.between(before.text(), after.text());
        boolean moved = !before.place().equals(after.place());
        return new Clause(
                kind,
                Tone.CHANGED,
                after.place().value(),
                moved ? before.place().value() : null,
                pieces.before(),
                pieces.after());
    }

    /// The annexes are items only in a package.
    private static List<Clause> clauses(Frame frame, Plan plan, OpenReading now) {
        Set<Place> places = now.read().document().nodes().stream()
                .map(Node::place)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Place> known = plan.items().stream().map(PlanItem::place).collect(Collectors.toSet());
        return Stream.concat(
                        now.read().document().nodes().stream()
                                .filter(n -> !known.contains(n.place()))
                                .map(n -> added(frame, n.place(), n.text())),
                        plan.items().stream()
                                .filter(i -> !places.contains(i.place())
                                        && !i.place().value().startsWith("別紙"))
                                .map(i -> removed(frame, i.place(), frame.say(i.title()))))
                .toList();
    }

    /// Place and title, and each target in one comparable form.
    private record Named(String title, List<String> targets) {}

    private static Map<Place, Named> found(List<FoundIndicator> indicators) {
        Map<Place, Named> named = new LinkedHashMap<>();
        indicators.forEach(i -> named.put(
                i.place(),
                new Named(
                        i.title(),
                        i.targets().stream()
                                .map(t -> CorrectionWords.sign(t.comparator())
                                        + (t.unit().startsWith("%")
                                                ? t.value().dividedBy(Fraction.of(100))
                                                : t.value()))
                                .toList())));
        return named;
    }

    private static Map<Place, Named> planned(Plan plan) {
        Map<Place, Named> named = new LinkedHashMap<>();
        plan.indicators()
                .forEach(i -> named.put(
                        i.place(),
                        new Named(
                                i.title().ja(),
                                i.thresholds().stream()
                                        .map(t -> CorrectionWords.sign(t.comparator()) + t.target())
                                        .toList())));
        return named;
    }

    private static List<Figure> targets(Frame frame, Map<Place, Named> before, OpenReading now) {
        Map<Place, Named> after = found(now.read().indicators());
        Set<Place> places = new LinkedHashSet<>(after.keySet());
        places.addAll(before.keySet());
        List<Figure> figures = new ArrayList<>();
        Named none = new Named("", List.of());
        for (Place place : places) {
            Named one = before.getOrDefault(place, none);
            Named other = after.getOrDefault(place, none);
            if (!one.targets().equals(other.targets())) {
                figures.add(new Figure(
                        place.value(),
                        other.title().isEmpty() ? one.title() : other.title(),
                        shown(frame, one.targets()),
                        shown(frame, other.targets())));
            }
        }
        return figures;
    }

    private static String shown(Frame frame, List<String> targets) {
        return targets.isEmpty() ? frame.say("なし", "none") : String.join("、", targets);
    }

    private static List<Figure> cells(Frame frame, List<MoneyTable> before, OpenReading now) {
        Map<String, Cell> one = cells(before);
        Map<String, Cell> other = cells(now.read().tables());
        Set<String> all = new LinkedHashSet<>(other.keySet());
        all.addAll(one.keySet());
        List<Figure> figures = new ArrayList<>();
        for (String name : all) {
            Cell was = one.getOrDefault(name, new Cell.Blank());
            Cell is = other.getOrDefault(name, new Cell.Blank());
            if (!was.equals(is)) {
                String[] where = name.split("/", 3);
                figures.add(new Figure(
                        frame.say("表" + where[0], "Table " + where[0]),
                        FigureViews.label(frame, now, where[0], where[1]) + "　"
                                + FigureViews.column(frame, now, where[0], where[2]),
                        CorrectionWords.text(was),
                        CorrectionWords.text(is)));
            }
        }
        return figures;
    }

    private static Map<String, Cell> cells(List<MoneyTable> tables) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (MoneyTable table : tables) {
            for (MoneyTable.Row row : table.rows()) {
                for (int i = 0; i < table.columns().size(); i++) {
                    cells.put(
                            table.id() + "/" + row.code() + "/"
                                    + table.columns().get(i).code(),
                            row.cells().get(i));
                }
            }
        }
        return cells;
    }
}
