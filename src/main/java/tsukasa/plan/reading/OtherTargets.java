package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsukasa.kernel.Text;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.Threshold;

/// Numbers with 以上, 以下 … that the plan promises outside its evaluation indicators.
final class OtherTargets {
    private static final Text AS_PRINTED = Text.of("本文から読み取りました。", "Read from the text.");

    private OtherTargets() {}

    /// Where an earlier version gives the targets of a place, in data that a person wrote, those stay.
    static List<OtherTarget> of(PlanDocument document, Optional<Plan> before) {
        List<OtherTarget> targets = new ArrayList<>(
                before.map(p -> CarriedOver.targets(p, document)).orElse(List.of()));
        Set<Place> known = targets.stream().flatMap(t -> t.places().stream()).collect(Collectors.toSet());
        for (Node node : document.nodes()) {
            if (node.role() == Role.ITEM && node.repeats().isEmpty() && !known.contains(node.place())) {
                for (Target target : Targets.compared(node.text())) {
                    targets.add(target(targets.size() + 1, node, target));
                }
            }
        }
        return targets;
    }

    private static OtherTarget target(int number, Node node, Target target) {
        return new OtherTarget(
                "T-" + number,
                List.of(node.place()),
                Text.same(ShortTitles.shortened(target.statement())),
                target.comparator() == Threshold.Comparator.AT_MOST ? "<=" : ">=",
                target.value().toString(),
                target.unit().isBlank() ? Text.of("割合", "share") : UnitNames.words(target.unit()),
                AS_PRINTED);
    }
}
