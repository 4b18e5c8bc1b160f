package tsukasa.budget;

import java.util.List;
import java.util.Optional;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// なし: what the plan says there is none of, kept as an explicit statement. Turning it into an entry takes two people.
public interface NoneRegister {
    /// The places of the plan that say なし, and that of the borrowing limit, in the plan's order.
    List<NoneStanding> of(Plan plan);

    default Optional<NoneStanding> of(Plan plan, Place place) {
        return of(plan).stream()
                .filter(standing -> standing.place().equals(place))
                .findFirst();
    }

    /// @param seen how many events its author saw
    NoneOutcome confirm(Plan plan, Place place, int seen, Visitor by);

    /// Something has to be disposed of, pledged, built after all.
    ///
    /// @param yen empty where no amount is known
    NoneOutcome propose(
            Plan plan, Place place, int seen, String subject, Optional<Long> yen, String reason, Visitor by);

    NoneOutcome approve(Plan plan, Place place, int seen, Visitor by);

    NoneOutcome giveBack(Plan plan, Place place, int seen, String reason, Visitor by);
}
