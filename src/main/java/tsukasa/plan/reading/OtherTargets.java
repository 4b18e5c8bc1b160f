package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.plan.FoundIndicator.Target;
import tsukasa.plan.OtherTarget;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.Threshold;

/// Numbers with 以上, 以下 … that the plan promises outside its evaluation indicators.
final class OtherTargets {
    private static final Text AS_PRINTED = Text.of("本文から読み取りました。", "Read from the text.");

    private OtherTargets() {}

    static List<OtherTarget> of(PlanDocument document) {
        List<OtherTarget> targets = new ArrayList<>();
        for (Node node : document.nodes()) {
            if (node.role() == Role.ITEM && node.repeats().isEmpty()) {
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
