package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tsukasa.plan.FoundIndicator;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.Place;
import tsukasa.plan.ReadingCorrection;

/// Changes the targets of one indicator; empty where there is no such indicator or target.
final class IndicatorEdit {
    private IndicatorEdit() {}

    static Optional<List<FoundIndicator>> with(List<FoundIndicator> all, ReadingCorrection.Targeted targeted) {
        return changed(all, targeted.indicator(), targeted.number(), 1, targets -> {
            int number = targeted.number();
            Target before = number < targets.size() ? targets.get(number) : null;
            Target after = new Target(
                    before == null ? shown(targeted) : before.statement(),
                    targeted.comparator(),
                    targeted.value(),
                    targeted.unit(),
                    List.of());
            if (before == null) {
                targets.add(after);
            } else {
                targets.set(number, after);
            }
            return targets;
        });
    }

    private static String shown(ReadingCorrection.Targeted targeted) {
        String word = switch (targeted.comparator()) {
            case AT_LEAST -> "以上";
            case AT_MOST -> "以下";
            case EQUAL -> "";
        };
        return targeted.value() + targeted.unit() + word;
    }

    static Optional<List<FoundIndicator>> without(List<FoundIndicator> all, Place indicator, int number) {
        return changed(all, indicator, number, 0, targets -> {
            targets.remove(number);
            return targets;
        });
    }

    private static Optional<List<FoundIndicator>> changed(
            List<FoundIndicator> all, Place place, int number, int more, UnaryOperator<List<Target>> change) {
        List<FoundIndicator> changed = new ArrayList<>(all);
        for (int i = 0; i < all.size(); i++) {
            FoundIndicator found = all.get(i);
            if (found.place().equals(place)
                    && number >= 0
                    && number < found.targets().size() + more) {
                changed.set(
                        i,
                        new FoundIndicator(
                                found.place(),
                                found.section(),
                                found.line(),
                                found.title(),
                                found.flags(),
                                change.apply(new ArrayList<>(found.targets())),
                                found.references()));
                return Optional.of(changed);
            }
        }
        return Optional.empty();
    }
}
