package tsukasa.cycle;

import java.util.List;
import tsukasa.cycle.FollowUp.Outlook;
import tsukasa.cycle.FollowUp.Progress;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// Check: the progress of every measure at the end of the first half.
public interface FollowUps {
    /// The latest of each measure.
    List<FollowUp> of(Plan plan);

    /// All versions of one, the first one first.
    List<FollowUp> about(Plan plan, Place place);

    /// @param read the version the writer had before them, 0 for none: if another came since, nothing is written
    CycleOutcome write(Plan plan, Place place, Said said, int read, Visitor by);

    record Said(Progress progress, Outlook outlook, String words, String outcome) {}
}
