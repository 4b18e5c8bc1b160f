package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tsukasa.kernel.Text;
import tsukasa.plan.Doubt;
import tsukasa.plan.Place;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.reading.NumberingStack.Fit;
import tsukasa.plan.reading.Outline.Draft;
import tsukasa.plan.reading.Outline.Entry;
import tsukasa.plan.reading.Outline.FurnitureLine;
import tsukasa.plan.reading.Outline.TableLines;

/// Walks the lines once and decides for each whether it opens an item, belongs to the one above, or is no prose.
final class OutlineBuilder {
    private static final int MOST_DOUBTS = 500;
    private static final String PARTICLES = "のにはをでとがへや、，)）～〜";

    private final Profile profile;
    private final List<SourceLine> lines;
    private final Furniture furniture;
    private final Wrapping wrapping;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private final Map<MarkerStyle, Integer> unlisted = new EnumMap<>(MarkerStyle.class);
    private final Map<MarkerStyle, List<Integer>> lastUnlisted = new EnumMap<>(MarkerStyle.class);
    private final Map<Integer, Integer> evaluated = new TreeMap<>();
    private final Map<Place, Integer> copies = new HashMap<>();
    private final Map<Place, Draft> drafts = new HashMap<>();
    private NumberingStack stack;
    private Optional<NumberingStack> beforeIndicators = Optional.empty();
    private Optional<Draft> current = Optional.empty();
    private Optional<TableLines> tables = Optional.empty();
    private boolean annex;
    private int unreported;
    private int inSequence;
    private int jumps;

    private OutlineBuilder(Profile profile, List<SourceLine> lines, Furniture furniture, Wrapping wrapping) {
        this.profile = profile;
        this.lines = lines;
        this.furniture = furniture;
        this.wrapping = wrapping;
        this.stack = new NumberingStack(profile);
    }

    static Outline build(Profile profile, List<SourceLine> lines, Furniture furniture, Wrapping wrapping) {
        OutlineBuilder builder = new OutlineBuilder(profile, lines, furniture, wrapping);
        for (int i = 0; i < lines.size(); i++) {
            builder.take(i);
        }
        if (builder.unreported > 0) {
            builder.doubts.add(new Doubt(0, Doubt.Kind.STRUCTURE, Doubts.more(builder.unreported)));
        }
        return new Outline(
                profile,
                builder.entries,
                builder.doubts,
                builder.inSequence,
                builder.jumps,
                builder.unlisted,
                builder.evaluated);
    }

    private void take(int index) {
        SourceLine line = lines.get(index);
        if (tables.isPresent() && !endsTables(line)) {
            tables.get().lines().add(line);
            annex |= TableHeads.isAnnex(line);
            return;
        }
        tables = Optional.empty();
        annex = false;
        if (TableHeads.isAnnex(line) && finishedBefore() || TableHeads.startsTable(lines, index)) {
            startTables(line);
        } else if (furniture.includes(line.text())) {
            entries.add(new FurnitureLine(line));
            doubt(line, Doubt.Kind.FURNITURE, Doubts.furniture(line.text()));
        } else if (IndicatorHeadings.matches(line)) {
            openIndicators(line);
        } else {
            Optional<Accepted> accepted = accept(line);
            if (accepted.isPresent()) {
                open(line, accepted.get());
            } else {
                runOn(line);
            }
        }
    }

    private void startTables(SourceLine line) {
        TableLines started = new TableLines(new ArrayList<>(List.of(line)), within());
        entries.add(started);
        tables = Optional.of(started);
        annex = TableHeads.isAnnex(line);
    }

    private List<String> within() {
        List<String> above = new ArrayList<>();
        current.ifPresent(d -> d.lines().reversed().forEach(l -> above.add(l.text())));
        Place place = current.map(Draft::place).map(Place::parent).orElse(null);
        for (; place != null; place = place.parent()) {
            Optional.ofNullable(drafts.get(place))
                    .ifPresent(d -> above.add(d.lines().getFirst().text()));
        }
        return above;
    }

    /// Tables between the items end where the numbering goes on; behind 別紙 only a new section ends them.
    private boolean endsTables(SourceLine line) {
        if (Cells.endsWithFigures(line.text())) {
            return false;
        }
        return profile.markers(line).stream()
                .filter(m -> !annex || profile.level(m.style()) == 0)
                .anyMatch(m -> stack.fit(m) == Fit.CONTINUES || before(m) == Fit.CONTINUES);
    }

    private Fit before(Marker marker) {
        return beforeIndicators.map(s -> s.fit(marker)).orElse(Fit.JUMPS);
    }

    private record Accepted(Marker marker, Fit fit, boolean leavesIndicators) {}

    private Optional<Accepted> accept(SourceLine line) {
        List<Marker> markers = profile.markers(line);
        boolean finished = finishedBefore();
        if (markers.isEmpty()) {
            noteUnlisted(line, finished);
            return Optional.empty();
        }
        return choose(markers)
                .filter(a -> !isReference(line.text(), a.marker(), finished))
                .filter(a -> finished || a.marker().style().strong() && a.fit() != Fit.JUMPS)
                .filter(a -> a.marker().style().strong() || a.fit() != Fit.JUMPS);
    }

    /// Going on in an open list beats opening a new one, and that beats a number out of sequence.
    private Optional<Accepted> choose(List<Marker> markers) {
        for (Marker marker : markers) {
            if (stack.fit(marker) == Fit.CONTINUES) {
                return Optional.of(new Accepted(marker, Fit.CONTINUES, false));
            }
        }
        for (Marker marker : markers) {
            if (before(marker) == Fit.CONTINUES) {
                return Optional.of(new Accepted(marker, Fit.CONTINUES, true));
            }
        }
        for (Marker marker : markers) {
            if (stack.fit(marker) == Fit.OPENS) {
                return Optional.of(new Accepted(marker, Fit.OPENS, false));
            }
        }
        return Optional.of(new Accepted(markers.getFirst(), Fit.JUMPS, false));
    }

    /// 「①の白書」 in a broken line speaks of an item; it is none.
    private static boolean isReference(String line, Marker marker, boolean finished) {
        String rest = line.substring(marker.text().length());
        return !finished && !rest.isEmpty() && PARTICLES.indexOf(rest.charAt(0)) >= 0;
    }

    private boolean finishedBefore() {
        return current.map(d -> wrapping.isFinished(d.lines().getLast().text())).orElse(true);
    }

    private void noteUnlisted(SourceLine line, boolean finished) {
        if (!finished || stack.deepestLevel() < 0) {
            return;
        }
        for (Marker marker : line.markers()) {
            if (marker.follows(lastUnlisted.getOrDefault(marker.style(), List.of()))) {
                unlisted.putIfAbsent(marker.style(), stack.deepestLevel());
            }
            lastUnlisted.put(marker.style(), marker.numbers());
        }
    }

    private void openIndicators(SourceLine line) {
        if (stack.insideIndicators().isEmpty()) {
            beforeIndicators = Optional.of(stack.copy());
        }
        Place place = unique(stack.openIndicators(), line);
        add(new Draft(place, stack.depth(), Role.INDICATORS, ""), line);
    }

    private void open(SourceLine line, Accepted accepted) {
        Marker marker = accepted.marker();
        if (accepted.leavesIndicators()) {
            stack = beforeIndicators.orElseThrow().copy();
        }
        countIndicatorsEnd(marker);
        if (accepted.fit() == Fit.JUMPS) {
            jumps++;
            doubt(line, Doubt.Kind.NUMBERING, Doubts.outOfSequence(marker.text()));
        } else {
            inSequence++;
        }
        Place place = unique(stack.open(marker), line);
        Role role = stack.insideIndicators()
                        .map(depth -> stack.depth() == depth + 1)
                        .orElse(false)
                ? Role.INDICATOR
                : Role.ITEM;
        Draft draft = new Draft(place, stack.depth(), role, Characters.strip(marker.text()));
        Optional<SourceLine> rest = rest(line, marker);
        Optional<Marker> inner = rest.flatMap(this::firstOfInnerList);
        if (inner.isPresent()) {
            add(draft, line.withText(Characters.strip(marker.text())));
            open(rest.orElseThrow(), new Accepted(inner.get(), Fit.OPENS, false));
        } else {
            add(draft, line);
        }
    }

    private static Optional<SourceLine> rest(SourceLine line, Marker marker) {
        String rest = Characters.strip(line.text().substring(marker.text().length()));
        return rest.isEmpty() ? Optional.empty() : Optional.of(line.withText(rest));
    }

    /// 「（１）① 人材」: two items in one line.
    private Optional<Marker> firstOfInnerList(SourceLine rest) {
        return profile.markers(rest).stream()
                .filter(m -> m.style().strong() && stack.fit(m) == Fit.OPENS)
                .filter(m -> profile.level(m.style()) > stack.deepestLevel())
                .filter(m -> !isReference(rest.text(), m, false))
                .findFirst();
    }

    private void countIndicatorsEnd(Marker marker) {
        int level = profile.level(marker.style());
        if (beforeIndicators.isPresent() && before(marker) == Fit.CONTINUES && !stack.wouldStayInside(marker)) {
            evaluated.merge(level, 1, Integer::sum);
            beforeIndicators = Optional.empty();
        }
    }

    private void runOn(SourceLine line) {
        if (finishedBefore() && UnknownHeadings.matches(line)) {
            doubt(line, Doubt.Kind.STRUCTURE, Doubts.likeAHeading(line.text()));
        }
        if (current.isEmpty()) {
            add(new Draft(unique(new Place("0"), line), 0, Role.PREAMBLE, ""), line);
        } else {
            current.get().lines().add(line);
        }
    }

    private void add(Draft draft, SourceLine first) {
        draft.lines().add(first);
        drafts.put(draft.place(), draft);
        entries.add(draft);
        current = Optional.of(draft);
    }

    private Place unique(Place place, SourceLine line) {
        if (places.add(place)) {
            return place;
        }
        int copy = copies.merge(place, 1, Integer::sum) + 1;
        doubt(line, Doubt.Kind.NUMBERING, Doubts.usedTwice(place.value()));
        Place other = new Place(place.value() + "~" + copy);
        places.add(other);
        stack.rename(other);
        return other;
    }

    private void doubt(SourceLine line, Doubt.Kind kind, Text what) {
        if (doubts.size() < MOST_DOUBTS) {
            doubts.add(new Doubt(line.number(), kind, what));
        } else {
            unreported++;
        }
    }
}
