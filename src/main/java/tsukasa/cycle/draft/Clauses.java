package tsukasa.cycle.draft;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.cycle.PlanDraft;
import tsukasa.cycle.PlanDraft.Clause;
import tsukasa.cycle.PlanDraft.Fate;
import tsukasa.cycle.PlanDraft.Wording;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

/// Where the clauses of a draft come from, and where a new one goes.
final class Clauses {
    private Clauses() {}

    /// Every clause of the base but its annexes: undecided in a next year's plan, kept in an amendment.
    static void takeOver(DraftStore store, long draft, Plan base, PlanDraft.Kind kind, Visitor by, Instant at) {
        Fate fate = kind == PlanDraft.Kind.AMENDMENT ? Fate.KEPT : Fate.UNDECIDED;
        Map<Place, Long> ids = new HashMap<>();
        int position = 0;
        for (PlanItem item : base.items()) {
            position++;
            if (item.place().annex()) {
                continue;
            }
            Wording wording = new Wording(fate, item.title(), item.department(), item.outcome(), "", List.of());
            Optional<Long> parent =
                    Optional.ofNullable(item.place().parent()).flatMap(above -> Optional.ofNullable(ids.get(above)));
            ids.put(
                    item.place(),
                    store.add(
                            draft,
                            Optional.of(item.place()),
                            parent,
                            String.valueOf(position),
                            item.level(),
                            wording,
                            by,
                            at));
        }
    }

    /// Behind the parts that belong to a heading: what comes after `(1)` comes after `(1-3)`.
    static long lastPart(PlanDraft draft, Clause beside) {
        String head = beside.origin().map(Numbering::step).orElse("");
        if (!head.matches("\\([0-9]+\\)")) {
            return beside.id();
        }
        String part = head.substring(0, head.length() - 1) + "-";
        return draft.clauses().stream()
                .filter(clause -> clause.parent().equals(beside.parent()))
                .filter(clause -> clause.origin()
                        .map(Numbering::step)
                        .filter(step -> step.startsWith(part))
                        .isPresent())
                .map(Clause::id)
                .reduce(beside.id(), (first, next) -> next);
    }
}
