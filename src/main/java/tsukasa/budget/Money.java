package tsukasa.budget;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// What a section of the plan costs. Which segments and accounts pay for it is written in the plan's package.
public interface Money {
    /// Without those for which no segment or account pays, nor for anything above or below them. The book is read once.
    Map<Place, SectionMoney> of(Plan plan, Collection<Place> sections);

    default Optional<SectionMoney> of(Plan plan, Place section) {
        return Optional.ofNullable(of(plan, List.of(section)).get(section));
    }

    /// The sections that segments and accounts name, in the order of the plan.
    List<Place> sections(Plan plan);
}
