package tsukasa.budget;

import java.util.List;
import java.util.Optional;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// What a section of the plan costs. Which segments and accounts pay for it is written in the plan's package.
public interface Money {
    /// Empty where no segment or account pays for the section, or for anything above or below it.
    Optional<SectionMoney> of(Plan plan, Place section);

    /// The sections that segments and accounts name, in the order of the plan.
    List<Place> sections(Plan plan);
}
