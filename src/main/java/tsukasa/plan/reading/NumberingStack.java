package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tsukasa.plan.Place;

/// The lists that are open at one line, from the section down to the innermost item.
final class NumberingStack {
    private static final int SPREAD = 10;
    private static final String INDICATORS = "KPI";

    private final Profile profile;
    private final List<Open> open;

    /// @param level    ten times the level of the profile; a group of indicators stands between two levels
    /// @param base     the place its own step was added to
    private record Open(int level, List<Integer> numbers, Optional<Place> base, Place place) {}

    enum Fit {
        /// The next number of an open list.
        CONTINUES,
        /// The first number of a new list.
        OPENS,
        JUMPS
    }

    NumberingStack(Profile profile) {
        this(profile, new ArrayList<>());
    }

    private NumberingStack(Profile profile, List<Open> open) {
        this.profile = profile;
        this.open = open;
    }

    NumberingStack copy() {
        return new NumberingStack(profile, new ArrayList<>(open));
    }

    int depth() {
        return open.size();
    }

    /// In levels of the profile; -1 before the first item.
    int deepestLevel() {
        return open.isEmpty() ? -1 : open.getLast().level() / SPREAD;
    }

    Fit fit(Marker marker) {
        int level = profile.level(marker.style()) * SPREAD;
        Optional<Open> list = open.stream().filter(o -> o.level() == level).findFirst();
        if (list.isPresent()) {
            return marker.follows(list.get().numbers()) ? Fit.CONTINUES : Fit.JUMPS;
        }
        return marker.isFirst() ? Fit.OPENS : Fit.JUMPS;
    }

    Place open(Marker marker) {
        int level = profile.level(marker.style()) * SPREAD;
        List<Integer> numbers = numbers(marker, level);
        close(level);
        Optional<Place> base = base(numbers);
        Place place = below(base, marker.style().step(numbers));
        open.add(new Open(level, numbers, base, place));
        return place;
    }

    private List<Integer> numbers(Marker marker, int level) {
        if (marker.numbers().getLast() != 0) {
            return marker.numbers();
        }
        return List.of(open.stream()
                        .filter(o -> o.level() == level)
                        .mapToInt(o -> o.numbers().getLast())
                        .max()
                        .orElse(0)
                + 1);
    }

    /// `（１－２）` already says that it stands in `（１）`, so that its place does not say it again.
    private Optional<Place> base(List<Integer> numbers) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Open parent = open.getLast();
        boolean repeated = numbers.size() > 1
                && parent.numbers().equals(numbers.subList(0, numbers.size() - 1))
                && parent.base().isPresent();
        return repeated ? parent.base() : Optional.of(parent.place());
    }

    /// 【評価指標】 belongs to the item of the evaluated level, whatever is open below it.
    Place openIndicators() {
        int level = profile.level(profile.evaluated()) * SPREAD + SPREAD / 2;
        close(level);
        Optional<Place> base =
                open.isEmpty() ? Optional.empty() : Optional.of(open.getLast().place());
        Place place = below(base, INDICATORS);
        open.add(new Open(level, List.of(0), base, place));
        return place;
    }

    /// The depth of the group of indicators that is open.
    Optional<Integer> insideIndicators() {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).level() % SPREAD != 0) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    boolean wouldStayInside(Marker marker) {
        int level = profile.level(marker.style()) * SPREAD;
        return open.stream().anyMatch(o -> o.level() % SPREAD != 0 && o.level() < level);
    }

    void rename(Place place) {
        Open last = open.getLast();
        open.set(open.size() - 1, new Open(last.level(), last.numbers(), last.base(), place));
    }

    private void close(int level) {
        while (!open.isEmpty() && open.getLast().level() >= level) {
            open.removeLast();
        }
    }

    private static Place below(Optional<Place> base, String step) {
        return new Place(base.map(b -> b.value() + "-").orElse("") + step);
    }
}
