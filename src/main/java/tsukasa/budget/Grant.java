package tsukasa.budget;

import java.util.List;
import tsukasa.plan.Plan;

/// 運営費交付金: what was received and used, and what would be left at the year's end, by segment and unit.
public interface Grant {
    List<GrantUse> of(Plan plan);
}
